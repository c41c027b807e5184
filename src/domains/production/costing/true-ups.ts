import { decimal, round, sum, zero } from '../../../base/decimal.ts'
import type { Decimal } from '../../../base/decimal.ts'
import { allocate } from '../../../base/money.ts'
import { firstDay, lastDay } from '../../../base/period.ts'
import type { Period } from '../../../base/period.ts'
import type { JsonObject } from '../../../kernel/documents/draft.ts'
import type { Work } from '../../../kernel/posting/work.ts'
import type { OrderCosting } from './due-costings.ts'
import { standing } from './work-in-progress.ts'

interface ReceiptLine {
  readonly order_id: string
  readonly number: string
  readonly line: string
  readonly item: string
  readonly warehouse: string
  readonly quantity: string
  readonly share: string
  readonly now: boolean
}

/** Lines by which orders were completed; by-products keep the value that they came in at. */
const readLines = (work: Work, orders: readonly string[], period: Period): Promise<ReceiptLine[]> =>
  work.tx.rows<ReceiptLine>(
    `select d.work_order_id as order_id, d.number, l.id as line, l.item, d.warehouse, coalesce(l.base_quantity, l.quantity) as quantity,
       coalesce(l.cost_share, 1) as share, d.date >= $3 as now
     from production_receipt d join production_receipt_line l on l.company_id = $1 and l.owner_id = d.id
     where ${standing('production_receipt', 'd')} and d.work_order_id = any($2::uuid[]) and d.date <= $4
       and l.kind <> 'byProduct' and l.quantity > 0 order by d.date, d.number, l.line_no`,
    [work.company, orders, firstDay(period), lastDay(period)],
  )

const linesOf = ({ order, trueUp }: OrderCosting, lines: readonly ReceiptLine[]): JsonObject[] => {
  const own = lines.filter((line) => line.order_id === order.id)
  const now = own.filter((line) => line.now)
  const taking = now.length > 0 ? now : own
  const weights = taking.map((line) => round(decimal(line.quantity).times(line.share), 6))
  if (taking.length === 0 || sum(weights).isZero()) return []
  return allocate(trueUp, weights).flatMap((amount, index) => {
    const line = taking[index]
    if (line === undefined || amount.isZero()) return []
    return [
      {
        workOrder: order.number,
        receipt: line.number,
        receiptLine: line.line,
        item: line.item,
        warehouse: line.warehouse,
        quantity: line.quantity,
        amount: amount.toString(),
      },
    ]
  })
}

/** True-ups by order: over the completions of the month, else over all of the order's. */
export const trueUpsOf = async (
  work: Work,
  costings: readonly OrderCosting[],
  period: Period,
): Promise<Map<string, JsonObject[]>> => {
  const due = costings.filter((one) => !one.trueUp.isZero())
  const lines =
    due.length === 0
      ? []
      : await readLines(
          work,
          due.map((one) => one.order.id),
          period,
        )
  return new Map(due.map((one) => [one.order.id, linesOf(one, lines)]))
}

/** What nothing came of: an order that is done without a single good unit. */
export const lossOf = ({ order, trueUp }: OrderCosting, lines: readonly JsonObject[] | undefined): Decimal =>
  order.isDone && (lines ?? []).length === 0 ? trueUp : zero
