import { round, zero } from '../../../base/decimal.ts'
import type { Decimal } from '../../../base/decimal.ts'
import { fieldProblem, invalid } from '../../../kernel/definition/problem.ts'
import { convertDocument } from '../../../kernel/documents/convert.ts'
import { createDocument, findDocument, idIn, numberIn } from '../../../kernel/documents/documents.ts'
import type { JsonObject } from '../../../kernel/documents/draft.ts'
import { defineProcessRun } from '../../../kernel/documents/installed.ts'
import { asDocument } from '../../../kernel/documents/load.ts'
import type { LoadedRecord } from '../../../kernel/documents/load.ts'
import type { Work } from '../../../kernel/posting/work.ts'
import { incomingInvoice } from '../documents/incoming-invoice.ts'
import { purchaseAllowance } from '../documents/purchase-allowance.ts'
import { purchaseInvoice } from '../documents/purchase-invoice.ts'
import { purchaseReceipt } from '../documents/purchase-receipt.ts'
import { purchaseReturn } from '../documents/purchase-return.ts'
import { enterInvoice, noteMatch, wordsOf } from '../matching/enter-invoice.ts'
import { compareInvoice } from '../matching/invoice-in-hand.ts'
import type { ComparedInvoice } from '../matching/invoice-in-hand.ts'
import { matchOne } from './match-invoices.run.ts'
import { resolveInvoiceProcess } from './match-invoices.ts'

const refuse = (words: string) =>
  invalid(`不能这样处理：${words}`, 'It cannot be resolved so', [
    fieldProblem('action', `数量、商品或税率不符时请提出争议或退货：${words}`, 'only a price can be accepted'),
  ])

/** The invoice as the supplier wrote it: the difference of price is cost of the goods. */
const accept = async (
  work: Work,
  record: LoadedRecord,
): Promise<{ compared: ComparedInvoice; invoice: LoadedRecord }> => {
  const compared = await compareInvoice(work, record, true)
  if (compared.outcome.findings.length > 0) throw refuse(wordsOf(compared.outcome.findings))
  return { compared, invoice: await enterInvoice(work, compared) }
}

/** What the supplier charges above the order, as a draft to be confirmed with the red invoice. */
const askAllowance = async (
  work: Work,
  { compared, invoice }: { compared: ComparedInvoice; invoice: LoadedRecord },
): Promise<string | null> => {
  const over = new Map<string, Decimal>(
    compared.outcome.draws.map((draw) => [draw.line, round(draw.net.minus(draw.expectedNet), 2)] as const),
  )
  const entered = asDocument(purchaseInvoice, invoice)
  const lines = entered.lines.flatMap((line): JsonObject[] => {
    const amount = over.get(line.source?.line ?? '')
    if (amount === undefined || !amount.isPositive() || amount.isZero()) return []
    const taxRate = line.taxRate ?? zero
    const gross = round(amount.times(taxRate.div(100).plus(1)), 2)
    const source = { type: purchaseInvoice.name, document: entered.header.id, line: line.id }
    return [{ item: line.item, taxRate: taxRate.toString(), gross: gross.toString(), source }]
  })
  if (lines.length === 0) return null
  const { supplier, date } = entered.header
  const draft = await createDocument(work, purchaseAllowance, { date, supplier, reason: '发票单价高于订单', lines })
  return numberIn(draft)
}

/** What came beyond what is invoiced goes back: a draft of a return from the nearest receipts. */
const sendBack = async (work: Work, record: LoadedRecord): Promise<string> => {
  const compared = await compareInvoice(work, record)
  const near = new Set(compared.outcome.findings.flatMap((each) => each.near))
  const [first] = compared.received.filter((each) => near.has(each.line))
  if (first === undefined) throw refuse('没有可退的入库')
  const { draft } = await convertDocument(work, purchaseReceipt, first.receiptId, purchaseReturn.name)
  const plain = JSON.parse(JSON.stringify(draft)) as JsonObject & {
    readonly lines: readonly (JsonObject & { readonly source: { readonly line: string } })[]
  }
  const lines = plain.lines.filter((line) => near.has(line.source.line))
  return numberIn(await createDocument(work, purchaseReturn, { ...plain, lines, reason: '与发票数量不符' }))
}

const resolved = async (
  work: Work,
  record: LoadedRecord,
  action: string,
  note: string | null,
): Promise<Readonly<Record<string, string | null>>> => {
  switch (action) {
    case 'accept':
      return { purchaseInvoice: numberIn((await accept(work, record)).invoice) }
    case 'allowance': {
      const accepted = await accept(work, record)
      return { purchaseInvoice: numberIn(accepted.invoice), purchaseAllowance: await askAllowance(work, accepted) }
    }
    case 'return': {
      const number = await sendBack(work, record)
      noteMatch(work, record, { state: 'disputed', note: `退货单 ${number}${note === null ? '' : `：${note}`}` })
      return { purchaseReturn: number }
    }
    case 'rematch':
      return { match: await matchOne(work, idIn(record)) }
    default:
      noteMatch(work, record, { state: action === 'dispute' ? 'disputed' : 'dismissed', note })
      return { state: action }
  }
}

export const runResolveInvoice = defineProcessRun(resolveInvoiceProcess, async (parameters, inWork, progress) => {
  const { invoice, action, note } = parameters
  if (!invoice || !action)
    throw invalid('请选择来票和处理方式', 'Say which invoice and what to do', [
      fieldProblem(invoice ? 'action' : 'invoice', '请填写', 'is required'),
    ])
  await progress.report(0, 1)
  const outcome = await inWork(async (work) => {
    const record = await findDocument(work, incomingInvoice, invoice, { lock: true })
    if (record.header['matchState'] === 'matched') throw invalid('该发票已匹配', 'The invoice is matched already')
    return resolved(work, record, action, note ?? null)
  })
  await progress.report(1, 1)
  return outcome
})
