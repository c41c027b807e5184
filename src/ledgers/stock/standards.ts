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

/** A price has six places and an amount has two, so it is kept as the amount of ten thousand units. */
const quantityOfPrice = 10_000_000_000n

/** The standard that holds on a day; undefined before the first one. */
export const standardOn = (standards: Standards, day: CalendarDate): UnitCost | undefined =>
  standards.findLast((one) => one.from <= day)?.price

interface StoredStandard {
  readonly item: string
  readonly date: CalendarDate
  readonly price: string
}

const byItem = (rows: readonly StoredStandard[]): Map<string, Standards> =>
  new Map(
    [...Map.groupBy(rows, (row) => row.item)].map(([item, own]) => [
      item,
      own.map(({ date, price }) => ({ from: date, price: { amount: toMicros(price), quantity: quantityOfPrice } })),
    ]),
  )

/** The standards of items that have any. */
export const readStandards = async (work: Work, items: readonly string[]): Promise<Map<string, Standards>> =>
  byItem(
    await work.tx.rows<StoredStandard>(
      `select item, date, price::text from standard_price where company_id = $1 and item = any($2::uuid[]) order by date`,
      [work.company, [...new Set(items)]],
    ),
  )

/** The standards of the items that pools are of. */
export const readStandardsOfPools = async (work: Work, pools: readonly string[]): Promise<Map<string, Standards>> =>
  byItem(
    await work.tx.rows<StoredStandard>(
      `select s.item, s.date, s.price::text from standard_price s
       where s.company_id = $1 and s.item in (select item from cost_pool where company_id = $1 and pool = any($2::text[])) order by s.date`,
      [work.company, pools],
    ),
  )
