import type { CalendarDate } from '../../base/calendar-date.ts'

import { fromMicros, microsText, toMicros } from '../../base/fixed-point.ts'
import { isPooled } from '../dimensions/place.ts'
import { Problem, fieldProblem } from '../../kernel/definition/problem.ts'
import type { Work } from '../../kernel/posting/work.ts'
import type { ChainMovement } from './chain.ts'
import type { StockContext } from './stock-context.ts'

/** A change of quantity in one place, with the line that makes it. */
export interface QuantityMove {
  readonly item: string
  readonly warehouse: string
  readonly place: string
  readonly quantity: bigint
  readonly date: CalendarDate
  readonly lineNo: number
}

export const moveOf = (m: ChainMovement): QuantityMove => ({
  item: m.item,
  warehouse: m.warehouse,
  place: m.place,
  quantity: m.quantity,
  date: m.date,
  lineNo: m.lineNo,
})

const keyOf = (move: { readonly item: string; readonly warehouse: string; readonly place: string }) =>
  `${move.item}/${move.warehouse}/${move.place}`

const shortage = (context: StockContext, move: QuantityMove, left: bigint, day: string | null) => {
  const item = context.item(move.item)
  const warehouse = context.warehouse(move.warehouse)
  const missing = fromMicros(-left).toString()
  const when = day === null ? '' : `，${day} 起`
  return new Problem(
    'invalid',
    {
      zh: `库存不足：${item.code} ${item.name} 在${warehouse.name}${when}缺 ${missing}`,
      en: `Not enough stock: ${item.code} ${item.name} in ${warehouse.name} is short of ${missing}${day === null ? '' : ` from ${day}`}`,
    },
    [
      fieldProblem(
        `lines.${Math.max(move.lineNo - 1, 0)}.quantity`,
        `${item.code} ${item.name} 在${warehouse.name}${when}缺 ${missing}`,
        `${item.code} is short of ${missing} in ${warehouse.name}`,
      ),
    ],
  )
}

/** The lowest the stock of a place falls on any day from the move's on. */
const lowestFrom = async (work: Work, move: QuantityMove): Promise<{ lowest: bigint; day: string } | undefined> => {
  const rows = await work.tx.rows<{ running: string; date: string }>(
    `with days as (
       select date, sum(sum(quantity)) over (order by date) as running from stock_entry
       where company_id = $1 and item = $2 and warehouse = $3 and place = $4 group by date)
     select running, date from days where date > $5
     union all
     select coalesce((select running from days where date <= $5 order by date desc limit 1), 0), $5::date
     order by running limit 1`,
    [work.company, move.item, move.warehouse, move.place, move.date],
  )
  const row = rows[0]
  return row === undefined ? undefined : { lowest: toMicros(row.running), day: row.date }
}

interface PlaceTotal {
  readonly move: QuantityMove
  /** The move that takes most: the line to blame. */
  readonly worst: QuantityMove
  readonly quantity: bigint
}

/** The moves summed by place, in ascending order of place. */
const totalsOf = (moves: readonly QuantityMove[]): PlaceTotal[] =>
  [...Map.groupBy(moves, keyOf)]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([, [first, ...rest]]) =>
      first === undefined
        ? []
        : [
            {
              move: first,
              worst: rest.reduce((worst, m) => (m.quantity < worst.quantity ? m : worst), first),
              quantity: rest.reduce((total, m) => total + m.quantity, first.quantity),
            },
          ],
    )

/** What waits for its inspection or was rejected is never promised ahead: it cannot fall below nothing, whatever the policy. */
const isCounted = (place: string) => isPooled(place) && place !== 'onHand'

const mayRunShort = (context: StockContext, total: PlaceTotal) =>
  total.quantity >= 0n ||
  (!isCounted(total.move.place) && context.negativeStock(total.move.item, total.move.warehouse) !== 'forbid')

/** Moves the balances, in ascending order of place, and refuses what would go below zero where that is forbidden. */
export const moveBalances = async (
  work: Work,
  context: StockContext,
  moves: readonly QuantityMove[],
): Promise<void> => {
  const totals = totalsOf(moves)
  if (totals.length === 0) return
  const rows = await work.tx.rows<{ item: string; warehouse: string; place: string; quantity: string }>(
    `insert into stock_balance as b (company_id, item, warehouse, place, quantity)
     select $1, r.item, r.warehouse, r.place, r.quantity
     from unnest($2::uuid[], $3::uuid[], $4::text[], $5::numeric[]) as r(item, warehouse, place, quantity)
     on conflict (company_id, item, warehouse, place) do update set quantity = b.quantity + excluded.quantity
     returning item, warehouse, place, quantity`,
    [
      work.company,
      totals.map((t) => t.move.item),
      totals.map((t) => t.move.warehouse),
      totals.map((t) => t.move.place),
      totals.map((t) => microsText(t.quantity)),
    ],
  )
  const after = new Map(rows.map((row) => [keyOf(row), toMicros(row.quantity)]))
  for (const total of totals) {
    const left = after.get(keyOf(total.move)) ?? 0n
    if (left < 0n && !mayRunShort(context, total)) throw shortage(context, total.worst, left, null)
  }
}

/** Refuses what is dated in the past and would leave less than nothing on any day since; called when all is appended. */
export const checkPast = async (work: Work, context: StockContext, moves: readonly QuantityMove[]): Promise<void> => {
  const totals = totalsOf(moves).filter((total) => !mayRunShort(context, total))
  const found = await Promise.all(totals.map((total) => lowestFrom(work, total.worst)))
  found.forEach((lowest, index) => {
    const total = totals[index]
    if (lowest === undefined || total === undefined || lowest.lowest >= 0n) return
    throw shortage(context, total.worst, lowest.lowest, lowest.day)
  })
}
