import { addMonths, daysBetween, firstOfMonth } from '../../../base/calendar-date.ts'
import type { CalendarDate } from '../../../base/calendar-date.ts'
import type { Work } from '../../../kernel/posting/work.ts'
import { isSale } from '../../inventory/server.ts'

/** One month of an item: what was sold, what of it under a promotion, and for which part of its days there was stock. */
export interface SoldMonth {
  /** Its first day. */
  readonly month: CalendarDate
  readonly sold: number
  readonly promoted: number
  /** From 0 to 1. */
  readonly inStock: number
}

export interface HistoryAsked {
  readonly items: readonly string[] | null
  readonly category?: string | null
  readonly warehouse?: string | null
  /** How many whole months before the current one. */
  readonly months: number
}

const asked = `($2::uuid[] is null or e.item = any($2)) and ($3::uuid is null or e.warehouse = $3)
  and ($4::uuid is null or e.item in (select i.id from item i where i.company_id = $1 and i.category = $4))`

const soldSql = `
  select e.item, date_trunc('month', e.date)::date as month, -sum(e.quantity) as quantity from stock_entry e
  where e.company_id = $1 and ${asked} and e.date >= $5 and e.date < $6 and ${isSale}
  group by 1, 2`

// Days on which nothing is left, each with the day on which something comes again.
const emptySql = `
  select item, date as since, next as until from (
    select d.item, d.date, sum(d.quantity) over (partition by d.item order by d.date) as left_over,
      lead(d.date) over (partition by d.item order by d.date) as next
    from (select e.item, e.date, sum(e.quantity) as quantity from stock_entry e
      where e.company_id = $1 and ${asked} and e.place = 'onHand' and e.quantity <> 0 and e.date < $6 group by 1, 2) d) r
  where left_over <= 0 and coalesce(next, $6::date) > greatest(date, $5::date - 1) + 1`

const promotedSql = ['sales_delivery', 'retail_sale']
  .map(
    (table) => `
  select l.item, date_trunc('month', h.date)::date as month, sum(l.base_quantity) as quantity
  from ${table} h join ${table}_line l on l.company_id = $1 and l.owner_id = h.id and l.promotion is not null
  where h.company_id = $1 and h.state in ('posted', 'closed') and h.reverses is null and h.date >= $4 and h.date < $5
    and ($2::uuid[] is null or l.item = any($2)) and ($3::uuid is null or h.warehouse = $3)
  group by 1, 2`,
  )
  .join(' union all ')

interface MonthRow {
  readonly item: string
  readonly month: CalendarDate
  readonly quantity: string
}

interface EmptyRow {
  readonly item: string
  readonly since: CalendarDate
  readonly until: CalendarDate | null
}

const afresh = { named: false }

const later = (one: CalendarDate, other: CalendarDate) => (one > other ? one : other)
const earlier = (one: CalendarDate, other: CalendarDate) => (one < other ? one : other)

/** Days of a month between an empty shelf and the next delivery; the days themselves had something. */
const emptyDays = (gaps: readonly EmptyRow[], first: CalendarDate, end: CalendarDate): number =>
  gaps.reduce((days, { since, until }) => {
    const from = later(since, first)
    const to = earlier(until ?? end, end)
    const between = daysBetween(from, to) - (since >= first ? 1 : 0)
    return days + Math.max(0, between)
  }, 0)

const byItem = <Row extends { readonly item: string }>(rows: readonly Row[]) => Map.groupBy(rows, (row) => row.item)

/** Quantities of months become numbers here: what follows are estimates. */
const sumOf = (rows: readonly MonthRow[] | undefined, month: CalendarDate): number =>
  (rows ?? []).reduce((sum, row) => (row.month === month ? sum + Number(row.quantity) : sum), 0)

/** The months of a history, the last of them the one before the current. */
export const historyMonths = (today: CalendarDate, months: number): CalendarDate[] =>
  Array.from({ length: months }, (_one, index) => addMonths(firstOfMonth(today), index - months))

/** What items sold month by month, those alone that sold anything. */
export const readSalesHistory = async (
  work: Work,
  today: CalendarDate,
  history: HistoryAsked,
): Promise<Map<string, readonly SoldMonth[]>> => {
  const months = historyMonths(today, history.months)
  const [first = today] = months
  const end = firstOfMonth(today)
  const items = [history.items, history.warehouse ?? null] as const
  const values = [work.company, ...items, history.category ?? null, first, end]
  const [sold, empty, promoted] = await Promise.all([
    work.tx.rows<MonthRow>(soldSql, values, afresh),
    work.tx.rows<EmptyRow>(emptySql, values, afresh),
    work.tx.rows<MonthRow>(promotedSql, [work.company, ...items, first, end], afresh),
  ])
  const [gapsOf, promotedOf] = [byItem(empty), byItem(promoted)]
  return new Map(
    [...byItem(sold)].map(([item, rows]) => [
      item,
      months.map((month): SoldMonth => {
        const next = addMonths(month, 1)
        const days = daysBetween(month, next)
        const out = emptyDays(gapsOf.get(item) ?? [], month, next)
        return {
          month,
          sold: sumOf(rows, month),
          promoted: sumOf(promotedOf.get(item), month),
          inStock: (days - out) / days,
        }
      }),
    ]),
  )
}
