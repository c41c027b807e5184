import { decimal, zero } from '../../../base/decimal.ts'
import type { Decimal } from '../../../base/decimal.ts'
import type { Id } from '../../../base/id.ts'
import { fieldProblem } from '../../../kernel/definition/problem.ts'
import type { FieldProblem } from '../../../kernel/definition/problem.ts'
import type { LineBase, LineSource } from '../../../kernel/definition/record.ts'
import { defineCheck } from '../../../kernel/documents/installed.ts'
import type { PostingInput } from '../../../kernel/posting/proposal.ts'
import type { Work } from '../../../kernel/posting/work.ts'
import { dropshipOrder } from '../../purchasing/index.ts'
import { orderOfLine } from './order-of-line.ts'
import type { salesDelivery } from './sales-delivery.ts'
import { salesInvoice } from './sales-invoice.ts'
import { salesOrder } from './sales-order.ts'

interface OrderLineRow {
  readonly line: string
  readonly open: string
  readonly ahead: string
  readonly numbers: string | null
}

/** What of order lines has not left, and what of that is invoiced already, by invoices other than this document. */
const orderLines = (work: Work, lines: readonly string[], except: Id<'document'>) =>
  work.tx.rows<OrderLineRow>(
    `select o.source_line as line, o.whole - o.drawn as open, coalesce(sum(a.whole - a.drawn), 0) as ahead,
       string_agg(distinct h.number, '、') as numbers
     from flow_open o
     left join sales_invoice_line l on l.company_id = $1 and l.source_line = o.source_line and l.owner_id <> $3
     left join flow_open a on a.company_id = $1 and a.pool = 'salesInvoiceToDelivery' and a.source_line = l.id and a.drawn < a.whole
     left join sales_invoice h on h.company_id = $1 and h.id = a.source_document
     where o.company_id = $1 and o.pool = 'salesOrderToDelivery' and o.source_line = any($2::uuid[]) group by 1, o.whole, o.drawn`,
    [work.company, lines, except],
  )

interface Wanted {
  readonly index: number
  /** The order line that it takes from. */
  readonly of: string
  readonly quantity: Decimal
}

const beyond = async (
  work: Work,
  wanted: readonly Wanted[],
  except: Id<'document'>,
  refuse: (path: string, left: Decimal, numbers: string) => FieldProblem,
): Promise<FieldProblem[]> => {
  if (wanted.length === 0) return []
  const rows = await orderLines(
    work,
    wanted.map((each) => each.of),
    except,
  )
  const left = new Map(rows.map((row) => [row.line, decimal(row.open).minus(row.ahead)]))
  const numbers = new Map(rows.map((row) => [row.line, row.numbers ?? '']))
  return wanted.flatMap(({ index, of, quantity }) => {
    const free = left.get(of)
    if (free === undefined) return []
    left.set(of, free.minus(quantity))
    return quantity.lte(free)
      ? []
      : [refuse(`lines.${index}.quantity`, free.isNegative() ? zero : free, numbers.get(of) ?? '')]
  })
}

interface Goods {
  readonly header: { readonly id: Id<'document'> }
  readonly lines: readonly (LineBase & { readonly quantity: Decimal; readonly baseQuantity: Decimal | null })[]
}

const wantedOf = ({ lines }: Goods, sourceOf: (line: LineBase) => LineSource | null | undefined): Wanted[] =>
  lines.flatMap((line, index) => {
    const source = sourceOf(line)
    return source?.type === salesOrder.name
      ? [{ index, of: source.line, quantity: line.baseQuantity ?? line.quantity }]
      : []
  })

const leavesWithInvoice = (path: string, left: Decimal, numbers: string) =>
  numbers === ''
    ? fieldProblem(path, `超出订单未发数量，最多还可 ${left.toString()}`, `only ${left.toString()} are open`)
    : fieldProblem(
        path,
        `已先开票（${numbers}），请从发票下推出库；未开票的最多还可 ${left.toString()}`,
        `was invoiced ahead by ${numbers}: deliver it from there; ${left.toString()} are not invoiced`,
      )

/** Goods that were invoiced ahead leave from their invoice, alone, and at what it said. */
export const aheadOfDelivery = async (
  input: PostingInput<typeof salesDelivery>,
  work: Work,
): Promise<FieldProblem[]> => {
  const { lines, header, source, drawn } = input
  const ofInvoice = (line: LineBase) => source(salesInvoice, line)?.header
  const mixed = lines.flatMap((line, index) => {
    const isAhead = ofInvoice(line) !== undefined
    return isAhead === (header.invoicedOn !== null)
      ? []
      : [
          fieldProblem(
            `lines.${index}.source`,
            '先开票的商品请从发票下推、单独出库',
            'what was invoiced ahead is delivered from its invoice, on a sheet of its own',
          ),
        ]
  })
  const strange = lines.flatMap((line, index) => {
    const share = ofInvoice(line) === undefined ? undefined : drawn(line)
    const difference = share === undefined ? zero : (line.gross ?? zero).minus(share.amount).abs()
    // A part of a line may differ by the rounding of its own price.
    return difference.lte('0.05')
      ? []
      : [
          fieldProblem(
            `lines.${index}.price`,
            '已按发票金额开票，出库不能改价；价格有变请先红冲发票',
            'was invoiced at another price; reverse the invoice first',
          ),
        ]
  })
  const orderLine = (line: LineBase) => (ofInvoice(line) === undefined ? orderOfLine(input, line) : null)
  return [...mixed, ...strange, ...(await beyond(work, wantedOf(input, orderLine), header.id, leavesWithInvoice))]
}

/** No more is invoiced ahead than has neither left nor been invoiced. */
export const aheadOfOrder = (input: PostingInput<typeof salesInvoice>, work: Work): Promise<FieldProblem[]> =>
  beyond(
    work,
    wantedOf(input, (line) => line.source),
    input.header.id,
    (path, left) =>
      fieldProblem(
        path,
        `订单未发货且未开票的只有 ${left.toString()}；已发货的请从出库单开票`,
        `only ${left.toString()} have neither left nor been invoiced`,
      ),
  )

/** What a supplier ships straight cannot be what was invoiced ahead from our own stock. */
export const checkAheadOfDropship = defineCheck(dropshipOrder, (input, work) =>
  beyond(
    work,
    wantedOf(input, (line) => line.source),
    input.header.id,
    leavesWithInvoice,
  ),
)
