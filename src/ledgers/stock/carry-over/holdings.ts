import type { CalendarDate } from '../../../base/calendar-date.ts'
import { toMicros } from '../../../base/fixed-point.ts'
import { conflict } from '../../../kernel/definition/problem.ts'
import type { Work } from '../../../kernel/posting/work.ts'
import type { PlaceKind } from '../../dimensions/place.ts'
import { isPooled } from '../../dimensions/place.ts'
import type { Micros } from '../costing/cost-method.ts'

/** The goods of a pool as a day begins, lot by lot; empty ones of a pool that has a past, so that its method is known. */
export interface Holding {
  readonly pool: string
  /** The pool that they go on in: the same, unless the scope of the item's pools changes. */
  readonly into: string
  readonly item: string
  readonly warehouse: string
  readonly place: PlaceKind
  readonly lot: string | null
  readonly quantity: Micros
}

interface HoldingRow {
  readonly warehouse: string
  readonly place: PlaceKind
  readonly lot: string | null
  readonly quantity: string
}

const merged = (holdings: readonly Holding[]): Holding[] => {
  const byKey = Map.groupBy(holdings, (one) => `${one.pool}\n${one.into}\n${one.lot ?? ''}`)
  return [...byKey.values()].flatMap((same) => {
    const [first] = same.toSorted((a, b) => (a.quantity > b.quantity ? -1 : 1))
    return first === undefined ? [] : [{ ...first, quantity: same.reduce((sum, one) => sum + one.quantity, 0n) }]
  })
}

/** The pools of a place, before and after. */
export type PoolsOf = (warehouse: string, place: PlaceKind) => Pick<Holding, 'pool' | 'into'>

/** What an item's pools hold as a day begins. Refuses while something is short: its cost is not known yet. */
export const holdingsBefore = async (
  work: Work,
  item: string,
  day: CalendarDate,
  places: 'pooled' | 'all',
  poolsOf: PoolsOf,
): Promise<Holding[]> => {
  const rows = await work.tx.rows<HoldingRow>(
    `select warehouse, place, lot, coalesce(sum(quantity) filter (where date < $3), 0) as quantity from stock_entry
     where company_id = $1 and item = $2 and place <> 'held' group by 1, 2, 3 order by 1, 2, 3`,
    [work.company, item, day],
  )
  const holdings = merged(
    rows
      .filter((row) => places === 'all' || isPooled(row.place))
      .map((row) => ({
        ...row,
        item,
        ...poolsOf(row.warehouse, row.place),
        quantity: toMicros(row.quantity),
      })),
  )
  if (holdings.some((one) => one.quantity < 0n)) {
    throw conflict('该商品有负库存，补足后才能变更', 'Some of the item is short; cover that before the change')
  }
  const some = new Set(holdings.flatMap((one) => (one.quantity === 0n ? [] : [one.pool])))
  return holdings.filter((one) => one.quantity > 0n || !some.has(one.pool))
}
