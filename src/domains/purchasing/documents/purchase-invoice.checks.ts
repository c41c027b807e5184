import { fieldProblem } from '../../../kernel/definition/problem.ts'
import type { FieldProblem } from '../../../kernel/definition/problem.ts'
import { defineCheck } from '../../../kernel/documents/installed.ts'
import type { PostingInput } from '../../../kernel/posting/proposal.ts'
import type { Work } from '../../../kernel/posting/work.ts'
import { claimInvoices } from '../../../ledgers/invoices/used-invoices.ts'
import { dropshipOrder } from './dropship-order.ts'
import { purchaseInvoice } from './purchase-invoice.ts'
import { purchaseOrder } from './purchase-order.ts'
import { purchaseReceipt } from './purchase-receipt.ts'
import { purchaseReturn } from './purchase-return.ts'

type Input = PostingInput<typeof purchaseInvoice>

/** A red invoice credits returns, a blue one charges what came or will come; never both on one sheet. */
export const mixedColours = ({ header, lines }: Input): FieldProblem[] =>
  lines.flatMap((line, index) => {
    if (line.source === null || (line.source.type === purchaseReturn.name) === (header.isRed === true)) return []
    return [
      header.isRed
        ? fieldProblem(`lines.${index}.source`, '红字发票只能来自采购退货单', 'a red invoice comes from returns only')
        : fieldProblem(`lines.${index}.source`, '退货请开红字发票', 'a return takes a red invoice'),
    ]
  })

/** Whose goods are invoiced is who invoices them. */
export const strangersGoods = ({ header, lines, source }: Input): FieldProblem[] =>
  lines.flatMap((line, index) => {
    const from =
      source(purchaseReceipt, line) ??
      source(purchaseReturn, line) ??
      source(purchaseOrder, line) ??
      source(dropshipOrder, line)
    return from === undefined || from.header.supplier === header.supplier
      ? []
      : [fieldProblem(`lines.${index}.source`, '来源单据是另一供应商的', 'comes from a document of another supplier')]
  })

const unpricedLines = ({ lines }: Input): FieldProblem[] =>
  lines.flatMap((line, index) =>
    line.gross === null
      ? [fieldProblem(`lines.${index}.price`, '请填写单价或价税合计', 'needs a price or a gross amount')]
      : [],
  )

/** One invoice is entered once, here or anywhere else. */
const claimed = ({ header }: Input, work: Work): Promise<FieldProblem[]> =>
  claimInvoices(
    work,
    { type: purchaseInvoice.name, id: header.id, number: header.number },
    header.invoiceNumber === null
      ? []
      : [{ path: 'invoiceNumber', number: header.invoiceNumber, party: header.supplier }],
  )

/** Prices, sources and the number of the supplier's invoice. */
export const checkPurchaseInvoice = defineCheck(purchaseInvoice, async (input, work) => [
  ...unpricedLines(input),
  ...mixedColours(input),
  ...strangersGoods(input),
  ...(await claimed(input, work)),
])
