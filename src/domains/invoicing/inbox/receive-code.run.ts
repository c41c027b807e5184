import { fieldProblem, invalid } from '../../../kernel/definition/problem.ts'
import { createDocument, idIn, numberIn } from '../../../kernel/documents/documents.ts'
import { defineCallRun } from '../../../kernel/documents/installed.ts'
import { incomingInvoice } from '../../purchasing/index.ts'
import { ownParty } from '../own-party.ts'
import { readInvoiceCode } from '../reading/read-invoice-code.ts'
import { receiveInvoiceCode } from './receive-code.ts'
import { receivedJson } from './receive-invoices.ts'

export const runReceiveInvoiceCode = defineCallRun(receiveInvoiceCode, async ({ code }, work) => {
  const found = readInvoiceCode(code ?? '')
  if (found === undefined) {
    throw invalid('这不是发票二维码', 'This is no code of an invoice', [
      fieldProblem(
        'code',
        '请对准发票左上角的二维码，或上传发票文件',
        'aim at the square code of the invoice, or upload its file',
      ),
    ])
  }
  const [known] = await work.tx.rows<{ id: string; number: string }>(
    `select id, number from incoming_invoice where company_id = $1 and state <> 'void' and reverses is null
       and regexp_replace(invoice_number, '\\s', '', 'g') = $2 and coalesce(invoice_code, '') = $3`,
    [work.company, found.number, found.code ?? ''],
  )
  if (known !== undefined) {
    const zh = `重复：已有来票 ${known.number}`
    const words = { zh, en: `received before as ${known.number}` }
    return {
      files: receivedJson([{ file: found.number, state: 'repeated', words, document: known.id, number: known.number }]),
    }
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
    remark: `扫码登记，${amount}`,
  })
  const words = {
    zh: `已按二维码登记（${found.issuedOn}，${amount}）；还缺销方名称和明细，请补全，或上传 XML、OFD、PDF`,
    en: `entered by its code (${found.issuedOn}, ${found.amount.value.toFixed(2)}); the seller and the lines are missing`,
  }
  const document = String(idIn(draft))
  return { files: receivedJson([{ file: found.number, state: 'received', words, document, number: numberIn(draft) }]) }
})
