import type { CalendarDate } from '../../base/calendar-date.ts'
import { toMicros } from '../../base/fixed-point.ts'
import type { Work } from '../../kernel/posting/work.ts'
import type { UnitCost } from './costing/cost-method.ts'

/** The standard of an item, and the day from which it holds. */
export interface Standard {
  readonly from: CalendarDate
  readonly price: UnitCost
}

/** The standards of an item, earliest first. */
export type Standards = readonly Standard[]

/** As the database gives them: day and price per base unit. */
export type StoredStandards = readonly (readonly [CalendarDate, string])[] | null

/** A question for the standards of an item, to be asked together with another one of it. */
export const standardsSql = (item: string): string =>
  `(select json_agg(json_build_array(s.date, s.price::text) order by s.date) from standard_price s
    where s.company_id = $1 and s.item = ${item})`

/** A price has six places and an amount has two, so it is kept as the amount of ten thousand units. */
const quantityOfPrice = 10_000_000_000n

export const standardsFrom = (stored: StoredStandards): Standards =>
  (stored ?? []).map(([from, price]) => ({ from, price: { amount: toMicros(price), quantity: quantityOfPrice } }))

/** The standard that holds on a day; undefined before the first one. */
export const standardOn = (standards: Standards, day: CalendarDate): UnitCost | undefined =>
  standards.findLast((one) => one.from <= day)?.price

/** The standards of items. */
export const readStandards = async (work: Work, items: readonly string[]): Promise<Map<string, Standards>> => {
  const rows = await work.tx.rows<{ item: string; standards: StoredStandards }>(
    `select i.item, ${standardsSql('i.item')} as standards from unnest($2::uuid[]) as i(item)`,
    [work.company, [...new Set(items)]],
  )
  return new Map(rows.map((row) => [row.item, standardsFrom(row.standards)]))
}
