import { createDocument, idIn, numberIn } from '../../../kernel/documents/documents.ts'
import type { Problem } from '../../../kernel/definition/problem.ts'
import type { Work } from '../../../kernel/posting/work.ts'
import { incomingInvoice } from '../../purchasing/index.ts'
import { ownParty } from '../own-party.ts'
import type { InvoiceCode } from '../reading/read-invoice-code.ts'

/** What became of an invoice that is known by its square code alone. */
export interface EnteredByCode {
  readonly state: 'received' | 'repeated'
  readonly words: Problem['text']
  readonly document: string
  readonly number: string
}

/** Enters an invoice by what its square code says, once; what the code does not say is told and filled in by hand or by its file. */
export const enterByCode = async (
  work: Work,
  found: InvoiceCode,
  how: '扫码登记' | '扫描件登记',
): Promise<EnteredByCode> => {
  const [known] = await work.tx.rows<{ id: string; number: string }>(
    `select id, number from incoming_invoice where company_id = $1 and state <> 'void' and reverses is null
       and regexp_replace(invoice_number, '\\s', '', 'g') = $2 and coalesce(invoice_code, '') = $3`,
    [work.company, found.number, found.code ?? ''],
  )
  if (known !== undefined) {
    const words = { zh: `重复：已有来票 ${known.number}`, en: `received before as ${known.number}` }
    return { state: 'repeated', words, document: known.id, number: known.number }
  }
  const amount = `${found.amount.of === 'gross' ? '价税合计' : '不含税金额'} ${found.amount.value.toFixed(2)}`
  const own = await ownParty(work)
  const draft = await createDocument(work, incomingInvoice, {
    date: found.issuedOn,
    invoiceCode: found.code,
    invoiceNumber: found.number,
    invoicedOn: found.issuedOn,
    invoiceKind: found.kind,
    buyerName: own.name,
    buyerTaxNumber: own.taxNumber,
    remark: `${how}，${amount}`,
  })
  const words = {
    zh: `已按二维码登记（${found.issuedOn}，${amount}）；还缺销方名称和明细，请补全，或上传 XML、OFD、PDF`,
    en: `entered by its code (${found.issuedOn}, ${found.amount.value.toFixed(2)}); the seller and the lines are missing`,
  }
  return { state: 'received', words, document: String(idIn(draft)), number: numberIn(draft) }
}
