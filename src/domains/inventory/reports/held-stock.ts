import type { CalendarDate } from '../../../base/calendar-date.ts'
import { toCents, toMicros } from '../../../base/fixed-point.ts'
import type { Work } from '../../../kernel/posting/work.ts'
import { pooledPlacesSql } from '../../../ledgers/dimensions/place.ts'
import { entryDays } from '../../../ledgers/entry-days.ts'

/** What one warehouse holds of one item, with what is known of the item. */
export interface HeldStock {
  readonly item: string
  readonly warehouse: string
  readonly code: string
  readonly name: string
  readonly spec: string | null
  readonly unit: string
  readonly safety: string | null
  /** In millionths of the base unit. */
  readonly quantity: bigint
  /** What of it is not free to use: to be inspected, or found bad. */
  readonly held: bigint
  /** The value of the warehouse's own cost pool, in cents. */
  readonly own: bigint
  /** The value of the cost pool that all warehouses share; the same on each row of an item. */
  readonly shared: bigint
  /** What stands beside each of both in the accounts: internal mark-up, or the difference to the standard. */
  readonly ownMarkup: bigint
  readonly sharedMarkup: bigint
}

export interface HeldQuestion {
  readonly item?: string | null
  readonly items: readonly string[] | null
  readonly category?: string | null
  readonly asOf?: CalendarDate | null
  readonly knownAt?: Date | null
  /** Also what was there once and is no more. */
  readonly withZero?: boolean | null
}

interface Sums {
  readonly quantity: string
  readonly held: string
  readonly own: string
  readonly shared: string
  readonly own_markup: string
  readonly shared_markup: string
}

type SumRow = Pick<HeldStock, 'item' | 'warehouse'> & Sums

type ItemRow = Omit<HeldStock, keyof Sums | 'ownMarkup' | 'sharedMarkup'>

/** The value of the pools that goods are in, and what stands beside it. */
type Worth = Pick<HeldStock, 'own' | 'shared' | 'ownMarkup' | 'sharedMarkup'>

const heldOf = (row: ItemRow, [quantity, held]: readonly [bigint, bigint], worth: Worth): HeldStock => ({
  item: row.item,
  warehouse: row.warehouse,
  code: row.code,
  name: row.name,
  spec: row.spec,
  unit: row.unit,
  safety: row.safety,
  quantity,
  held,
  ...worth,
})

const nothing: Worth = { own: 0n, shared: 0n, ownMarkup: 0n, sharedMarkup: 0n }

const worthOf = (row: Sums): Worth => ({
  own: toCents(row.own),
  shared: toCents(row.shared),
  ownMarkup: toCents(row.own_markup),
  sharedMarkup: toCents(row.shared_markup),
})

const valuesOf = (work: Work, asked: HeldQuestion) => [
  work.company,
  asked.item ?? null,
  asked.items,
  asked.category ?? null,
]

const wanted = (item: string) => `($2::uuid is null or ${item} = $2) and ($3::uuid[] is null or ${item} = any($3))`

const itemColumns = 'i.code, i.name, i.spec, i.unit, i.safety_stock as safety'
const ofCategory = '($4::uuid is null or i.category = $4)'

// Pools of goods on hand are named by item, or by item and warehouse. They are put beside the balances here and not by the
// database: its guess of how many there are was once so wrong that the join took minutes.
const poolsSql = `select pool, amount, markup from cost_pool where company_id = $1 and length(pool) in (36, 73) and ${wanted('item')}`

const presentSql = `
  select b.item, b.warehouse, ${itemColumns}, b.quantity, b.place from stock_balance b
  join item i on i.company_id = b.company_id and i.id = b.item
  where b.company_id = $1 and b.place in (${pooledPlacesSql}) and ${wanted('b.item')} and ${ofCategory}
  order by i.code, b.warehouse`

const sumsSql = `select e.item, e.warehouse, sum(e.quantity) as quantity, coalesce(sum(e.quantity) filter (where e.place <> 'onHand'), 0) as held,
    coalesce(sum(e.amount) filter (where length(e.pool) > 36), 0) as own, coalesce(sum(e.amount) filter (where length(e.pool) = 36), 0) as shared,
    coalesce(sum(e.markup) filter (where length(e.pool) > 36), 0) as own_markup,
    coalesce(sum(e.markup) filter (where length(e.pool) = 36), 0) as shared_markup
  from stock_entry e where e.company_id = $1 and e.place in (${pooledPlacesSql}) and ${wanted('e.item')}`

const entriesSql = `
  select e.item, e.warehouse, ${itemColumns}, e.quantity, e.held, e.own, sum(e.shared) over (partition by e.item) as shared, e.own_markup,
    sum(e.shared_markup) over (partition by e.item) as shared_markup
  from (${sumsSql} and ($5::date is null or e.date <= $5) and ($6::timestamptz is null or e.recorded_at <= $6) group by 1, 2) e
  join item i on i.company_id = $1 and i.id = e.item and ${ofCategory}
  order by i.code`

const laterSql = `${sumsSql} and ($4::uuid is null or e.item in (select i.id from item i where i.company_id = $1 and i.category = $4))
  and e.date > $5 group by 1, 2`

// Made up by what is asked, so they are planned for it each time: a plan for any question is bad for most.
const afresh = { named: false }

const placeOf = (row: Pick<HeldStock, 'item' | 'warehouse'>) => `${row.item}/${row.warehouse}`

type PlaceRow = ItemRow & { readonly quantity: string; readonly place: string }

/** Now: from the balances, which every posting moves in its own transaction. */
const heldNow = async (work: Work, asked: HeldQuestion): Promise<HeldStock[]> => {
  const [rows, pools] = await Promise.all([
    work.tx.rows<PlaceRow>(presentSql, valuesOf(work, asked), afresh),
    work.tx.rows<{ pool: string; amount: string; markup: string }>(poolsSql, valuesOf(work, asked).slice(0, 3), afresh),
  ])
  const amounts = new Map(pools.map((row) => [row.pool, { amount: toCents(row.amount), markup: toCents(row.markup) }]))
  const held: HeldStock[] = []
  for (const row of rows) {
    const last = held.at(-1)
    // Places of one warehouse that share a pool stand one after the other, and are one.
    const before = last?.item === row.item && last.warehouse === row.warehouse ? held.pop() : undefined
    const quantity = toMicros(row.quantity)
    const sums = [
      quantity + (before?.quantity ?? 0n),
      (row.place === 'onHand' ? 0n : quantity) + (before?.held ?? 0n),
    ] as const
    const [own, shared] = [amounts.get(placeOf(row)), amounts.get(row.item)]
    held.push(
      heldOf(row, sums, {
        own: own?.amount ?? 0n,
        shared: shared?.amount ?? 0n,
        ownMarkup: own?.markup ?? 0n,
        sharedMarkup: shared?.markup ?? 0n,
      }),
    )
  }
  return held
}

/** From the entries themselves up to a day, and as they were known at a moment. */
const heldByEntries = async (work: Work, asked: HeldQuestion): Promise<HeldStock[]> => {
  const values = [...valuesOf(work, asked), asked.asOf ?? null, asked.knownAt ?? null]
  const rows = await work.tx.rows<ItemRow & Sums>(entriesSql, values, afresh)
  return rows.map((row) => heldOf(row, [toMicros(row.quantity), toMicros(row.held)], worthOf(row)))
}

/** What is there now, less what has come since. */
const heldBefore = async (work: Work, asked: HeldQuestion): Promise<HeldStock[]> => {
  const [present, later] = await Promise.all([
    heldNow(work, asked),
    work.tx.rows<SumRow>(laterSql, [...valuesOf(work, asked), asked.asOf], afresh),
  ])
  const places = new Map(later.map((row) => [placeOf(row), row]))
  const shared = new Map<string, readonly [amount: bigint, markup: bigint]>()
  for (const row of later) {
    const [amount, markup] = shared.get(row.item) ?? [0n, 0n]
    shared.set(row.item, [amount + toCents(row.shared), markup + toCents(row.shared_markup)])
  }
  return present.map((row) => {
    const since = places.get(placeOf(row))
    return heldOf(row, [row.quantity - toMicros(since?.quantity ?? '0'), row.held - toMicros(since?.held ?? '0')], {
      own: row.own - toCents(since?.own ?? '0'),
      shared: row.shared - (shared.get(row.item)?.[0] ?? 0n),
      ownMarkup: row.ownMarkup - toCents(since?.own_markup ?? '0'),
      sharedMarkup: row.sharedMarkup - (shared.get(row.item)?.[1] ?? 0n),
    })
  })
}

/** Goods on hand by item and warehouse, in the order of the items' codes: now, on a day, or as it was known at a moment. */
export const heldStock = async (work: Work, asked: HeldQuestion): Promise<HeldStock[]> => {
  if (asked.knownAt) return heldByEntries(work, asked)
  if (!asked.asOf) return heldNow(work, asked)
  const days = await entryDays(work, 'stock')
  if (days === undefined || asked.asOf >= days.last) return heldNow(work, asked)
  // Whichever half of the entries is the smaller one is added up.
  return asked.asOf >= days.middle && asked.withZero !== true ? heldBefore(work, asked) : heldByEntries(work, asked)
}

/** What is held, and with it items of which nothing lies anywhere but that are looked for all the same, by code. */
export const withUnheld = async (
  work: Work,
  asked: HeldQuestion,
  held: readonly HeldStock[],
  lookedFor: readonly string[],
): Promise<readonly HeldStock[]> => {
  const known = new Set(held.map((row) => row.item))
  const missing = lookedFor.filter((one) => !known.has(one))
  if (missing.length === 0) return held
  const rows = await work.tx.rows<ItemRow>(
    `select i.id as item, '' as warehouse, ${itemColumns} from item i
     where i.company_id = $1 and i.id = any($2::uuid[]) and ($3::uuid is null or i.category = $3)`,
    [work.company, missing, asked.category ?? null],
  )
  const unheld = rows.map((row) => heldOf(row, [0n, 0n], nothing))
  return [...held, ...unheld].toSorted((one, other) => (one.code < other.code ? -1 : one.code > other.code ? 1 : 0))
}
