import { fieldProblem } from '../../../kernel/definition/problem.ts'
import type { FieldProblem } from '../../../kernel/definition/problem.ts'
import { defineCheck } from '../../../kernel/documents/installed.ts'
import type { PostingInput } from '../../../kernel/posting/proposal.ts'
import type { Work } from '../../../kernel/posting/work.ts'
import { dropshipOrder } from '../../purchasing/index.ts'
import { item } from '../../../ledgers/dimensions/item.ts'
import { consignmentSettlement } from './consignment-settlement.ts'
import { salesDelivery } from './sales-delivery.ts'
import { aheadOfOrder } from './invoiced-ahead.checks.ts'
import { salesInvoice } from './sales-invoice.ts'
import { salesOrder } from './sales-order.ts'
import { salesReturn } from './sales-return.ts'
import { unpricedLines } from './sellable.checks.ts'

type Input = PostingInput<typeof salesInvoice>

/** A red invoice credits returns, a blue one charges deliveries; goods are invoiced from what moved them. */
export const misplacedLines = ({ header, lines, lookup }: Input): FieldProblem[] =>
  lines.flatMap((line, index) => {
    const path = `lines.${index}.source`
    if (line.source === null) {
      return lookup(item, line.item)?.isService
        ? []
        : [
            fieldProblem(
              path,
              '商品请从出库单、退货单开票，或从订单先开票',
              'goods are invoiced from their delivery, return or order',
            ),
          ]
    }
    if ((line.source.type === salesReturn.name) === (header.isRed === true)) return []
    return header.isRed
      ? [fieldProblem(path, '红字发票只能来自销售退货单', 'a red invoice comes from returns only')]
      : [fieldProblem(path, '退货请开红字发票', 'a return takes a red invoice')]
  })

/** Whose goods are invoiced is who is charged; goods that came back before their invoice need no red one. */
export const strangeSources = ({ header, lines, source }: Input): FieldProblem[] =>
  lines.flatMap((line, index) => {
    const path = `lines.${index}.source`
    const returned = source(salesReturn, line)?.header
    const from =
      source(salesOrder, line)?.header ??
      source(salesDelivery, line)?.header ??
      source(consignmentSettlement, line)?.header ??
      source(dropshipOrder, line)?.header ??
      returned
    if (from !== undefined && from.customer !== header.customer) {
      return [fieldProblem(path, '来源单据是另一客户的', 'comes from a document of another customer')]
    }
    return returned?.receivableBasis === 'invoice'
      ? [fieldProblem(path, '收入按开票确认，退货不用开红字发票；已开票的请先红冲发票', 'reverse the invoice instead')]
      : []
  })

const repeatedNumber = async ({ header }: Input, work: Work): Promise<FieldProblem[]> => {
  if (header.invoiceNumber === null) return []
  const rows = await work.tx.rows<{ number: string }>(
    `select number from sales_invoice where company_id = $1 and invoice_number = $2 and id <> $3
     and state in ('posted', 'closed') and reverses is null limit 1`,
    [work.company, header.invoiceNumber, header.id],
  )
  const other = rows[0]?.number
  return other === undefined
    ? []
    : [fieldProblem('invoiceNumber', `发票号码已用于 ${other}`, `this number was used by ${other}`)]
}

/** Prices, sources and the number of the invoice. */
export const checkSalesInvoice = defineCheck(salesInvoice, async (input, work) => [
  ...unpricedLines(input),
  ...misplacedLines(input),
  ...strangeSources(input),
  ...(await aheadOfOrder(input, work)),
  ...(await repeatedNumber(input, work)),
])
