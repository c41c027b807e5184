import type { ReportRow } from '../../../kernel/definition/report.ts'
import { cell } from '../report/report-answer.ts'

/** What was found of one item on an invoice, beside what comes nearest. */
export type Finding = {
  readonly key: string
  readonly reason: string
  readonly reasonName: string
  readonly goods: string
  readonly quantity: string
  readonly price: string
  readonly net: string
  readonly item: string
  readonly receipts: string
  readonly expectedQuantity: string
  readonly expectedPrice: string
  readonly expectedNet: string
  readonly difference: string
}

/** An invoice that waits for a person. */
export type WaitingInvoice = {
  readonly id: string
  readonly number: string
  readonly invoiceNumber: string
  readonly seller: string
  readonly invoicedOn: string
  readonly disputed: boolean
  readonly note: string
  readonly findings: readonly Finding[]
}

/** What may be done with an invoice that differs. */
export const resolutions = ['accept', 'allowance', 'return', 'dispute', 'rematch', 'dismiss'] as const
export type Resolution = (typeof resolutions)[number]

const findingOf = (row: ReportRow, index: number): Finding => ({
  key: String(index),
  reason: cell(row, 'reason'),
  reasonName: cell(row, 'reasonName'),
  goods: cell(row, 'goods'),
  quantity: cell(row, 'quantity'),
  price: cell(row, 'price'),
  net: cell(row, 'net'),
  item: cell(row, 'item'),
  receipts: cell(row, 'receipts'),
  expectedQuantity: cell(row, 'expectedQuantity'),
  expectedPrice: cell(row, 'expectedPrice'),
  expectedNet: cell(row, 'expectedNet'),
  difference: cell(row, 'difference'),
})

/** The rows of the report, invoice by invoice. */
export const waitingInvoices = (rows: readonly ReportRow[]): readonly WaitingInvoice[] =>
  [...Map.groupBy(rows, (row) => cell(row, 'documentId'))].map(([id, group]) => {
    const [first] = group
    return {
      id,
      number: cell(first, 'number'),
      invoiceNumber: cell(first, 'invoiceNumber'),
      seller: cell(first, 'seller'),
      invoicedOn: cell(first, 'invoicedOn'),
      disputed: cell(first, 'state') === 'disputed',
      note: cell(first, 'note'),
      findings: group.map(findingOf),
    }
  })

/** What helps with an invoice: a price alone may be accepted; what is sound by now needs only another look. */
export function resolutionsOf(invoice: WaitingInvoice): readonly Resolution[] {
  const reasons = new Set(invoice.findings.map((one) => one.reasonName))
  const only = (...names: readonly string[]): boolean => [...reasons].every((name) => names.includes(name))
  if (only('fits')) return ['rematch', 'dismiss']
  return [
    ...(only('price', 'unclearReceipt') ? (['accept', 'allowance'] as const) : []),
    ...(reasons.has('quantity') || reasons.has('price') ? (['return'] as const) : []),
    ...(invoice.disputed ? [] : (['dispute'] as const)),
    'rematch',
    'dismiss',
  ]
}
