import { lastOfMonth, monthOf } from '../../base/calendar-date.ts'
import type { CalendarDate } from '../../base/calendar-date.ts'
import { centsText, microsText } from '../../base/fixed-point.ts'
import type { Json } from '../../base/json.ts'
import type { Work } from '../../kernel/posting/work.ts'
import { isPooled, placeKinds } from '../dimensions/place.ts'
import type { CostHints, CostMethodName } from './costing/cost-method.ts'
import { startCosting } from './costing/costing.ts'
import type { Costing } from './costing/costing.ts'
import { monthlyAverage, openMonth } from './costing/monthly-average.ts'
import { openStandardMonth, standard } from './costing/standard.ts'
import { readStandardsOfPools, standardOn } from './standards.ts'
import type { Standards } from './standards.ts'

/** The end of a pool's chain, locked for this transaction. */
export interface PoolRow {
  readonly pool: string
  readonly item: string
  readonly method: CostMethodName
  /** The standards of the item, by the day from which they hold. */
  readonly standards: Standards
  /** The days on which goods of the item belong here, where the scope of its pools has changed: from the one on, before the other. */
  readonly scopeFrom: CalendarDate | null
  readonly scopeTo: CalendarDate | null
  nextSequence: number
  lastDate: CalendarDate | null
  state: Json | null
}

interface StoredPool {
  readonly pool: string
  readonly item: string
  readonly method: CostMethodName
  readonly scope_from: CalendarDate | null
  readonly scope_to: CalendarDate | null
  readonly next_sequence: number
  readonly last_date: CalendarDate | null
  readonly state: Json | null
}

export interface PoolKey {
  readonly pool: string
  readonly item: string
  /** The method of a new pool: that of the item's other pools, the item's own, its category's, unless the place has no choice. */
  readonly method: CostMethodName
  readonly fixed?: boolean
}

const holdSql = `select pool, item, method, scope_from, scope_to, next_sequence, last_date, state from cost_pool
  where company_id = $1 and pool = any($2::text[]) order by pool for update`

/**
 * Locks pools and reads the standards of their items. The standards are a question of their own, sent along with the lock: a
 * statement that had to wait sees what others did meanwhile to the rows that it locks, but to no other row.
 */
const holdPools = async (
  work: Work,
  pools: readonly string[],
  ifTaken: '' | ' skip locked' = '',
): Promise<PoolRow[]> => {
  const [rows, standards] = await Promise.all([
    work.tx.rows<StoredPool>(holdSql + ifTaken, [work.company, pools]),
    readStandardsOfPools(work, pools),
  ])
  return rows.map((row) => rowOf(row, standards.get(row.item) ?? []))
}

/** Goods in these places hold what they cost by layers, whatever the item's method. */
const otherPlaces = Object.keys(placeKinds).filter((place) => !isPooled(place))

/** Held first, by a statement of its own: who changes the method of an item holds the item, and what is read after the wait is as it left it. */
const makePools = (work: Work, keys: readonly PoolKey[]): void => {
  work.tx.send(`select 1 from item where company_id = $1 and id = any($2::uuid[]) order by id for share`, [
    work.company,
    [...new Set(keys.map((k) => k.item))],
  ])
  work.tx.send(
    `with recursive above as (
       select i.id as item, c.parent, c.cost_method, 0 as level from item i join item_category c on c.company_id = $1 and c.id = i.category
       where i.company_id = $1 and i.id = any($3::uuid[])
       union all select a.item, c.parent, c.cost_method, a.level + 1 from above a
       join item_category c on c.company_id = $1 and c.id = a.parent where a.cost_method is null and a.level < 20)
     insert into cost_pool (company_id, pool, item, method)
     select $1, r.pool, r.item, case when r.fixed then r.method else coalesce(
       (select o.method from cost_pool o where o.company_id = $1 and o.item = r.item and o.last_date is not null
          and not (o.pool = any($6::text[])) order by o.last_date desc limit 1),
       i.cost_method,
       (select a.cost_method from above a where a.item = r.item and a.cost_method is not null order by a.level limit 1),
       r.method) end
     from unnest($2::text[], $3::uuid[], $4::text[], $5::boolean[]) as r(pool, item, method, fixed)
     join item i on i.company_id = $1 and i.id = r.item
     on conflict do nothing`,
    [
      work.company,
      keys.map((k) => k.pool),
      keys.map((k) => k.item),
      keys.map((k) => k.method),
      keys.map((k) => k.fixed === true),
      keys.flatMap((k) => otherPlaces.map((place) => `${k.item}/${place}`)),
    ],
  )
}

const rowOf = (stored: StoredPool, standards: Standards): PoolRow => ({
  pool: stored.pool,
  item: stored.item,
  method: stored.method,
  standards,
  scopeFrom: stored.scope_from,
  scopeTo: stored.scope_to,
  nextSequence: stored.next_sequence,
  lastDate: stored.last_date,
  state: stored.state,
})

const needed = 'costPool:'

/** The pools that an earlier attempt of this work found it needs beside those that it knew of when it began. */
const neededPools = (work: Work): string[] =>
  [...work.tx.needs].flatMap((need) => (need.startsWith(needed) ? [need.slice(needed.length)] : []))

/**
 * Locks further pools, that are there, while others are locked. One that someone else holds is not waited for, since its
 * holder may be waiting for ours: the work begins again and locks it in its place.
 */
export const lockMorePools = async (work: Work, pools: readonly string[]): Promise<Map<string, PoolRow>> => {
  const rows = await holdPools(work, pools, ' skip locked')
  const held = new Set(rows.map((row) => row.pool))
  const missing = pools.filter((pool) => !held.has(pool))
  if (missing.length > 0) work.tx.beginAgain(missing.map((pool) => `${needed}${pool}`))
  return new Map(rows.map((row) => [row.pool, row]))
}

/**
 * Locks pools in ascending order, with those that an earlier attempt found it needs, and makes those that are not there yet:
 * only then is there a second wait.
 */
export const lockPools = async (work: Work, keys: readonly PoolKey[]): Promise<Map<string, PoolRow>> =>
  (await lockPoolsReading(work, keys, () => Promise.resolve())).pools

/** The same, with what is read behind the lock that holds them all: it cannot change until this transaction ends. */
export const lockPoolsReading = async <Found>(
  work: Work,
  keys: readonly PoolKey[],
  read: () => Promise<Found>,
): Promise<{ readonly pools: Map<string, PoolRow>; readonly found: Found | undefined }> => {
  if (keys.length === 0) return { pools: new Map(), found: undefined }
  const sorted = keys.toSorted((a, b) => (a.pool < b.pool ? -1 : 1))
  const wanted = new Set(sorted.map((key) => key.pool))
  let [rows, found] = await Promise.all([holdPools(work, [...wanted, ...neededPools(work)]), read()])
  const held = new Set(rows.map((row) => row.pool))
  if (sorted.some((key) => !held.has(key.pool))) {
    makePools(
      work,
      sorted.filter((key) => !held.has(key.pool)),
    )
    ;[rows, found] = await Promise.all([holdPools(work, [...wanted]), read()])
  }
  return { pools: new Map(rows.flatMap((row) => (wanted.has(row.pool) ? [[row.pool, row]] : []))), found }
}

/**
 * Locks every pool of some items, and the items themselves: what their pools hold cannot change any more, and no pool of theirs
 * can come to be, since who makes one holds the item as well. Lines that name the items are no hindrance: who writes one may
 * be waiting for these very pools.
 */
export const holdPoolsOf = async (work: Work, items: readonly string[]): Promise<void> => {
  if (items.length === 0) return
  const rows = await work.tx.rows<{ pool: string }>(
    `select pool from cost_pool where company_id = $1 and (item = any($2::uuid[]) or pool = any($3::text[])) order by pool for update`,
    [work.company, items, neededPools(work)],
  )
  await work.tx.query(
    `select 1 from item where company_id = $1 and id = any($2::uuid[]) order by id for no key update`,
    [work.company, items],
  )
  const all = await work.tx.rows<{ pool: string }>(
    `select pool from cost_pool where company_id = $1 and item = any($2::uuid[])`,
    [work.company, items],
  )
  const held = new Set(rows.map((row) => row.pool))
  const fresh = all.flatMap(({ pool }) => (held.has(pool) ? [] : [pool]))
  if (fresh.length > 0) await lockMorePools(work, fresh)
}

/** A pool's state at the end of a month. */
export interface PoolSnapshot {
  readonly pool: string
  readonly through: CalendarDate
  readonly method: CostMethodName
  readonly quantity: string
  readonly amount: string
  readonly state: Json
}

/** The last snapshot before the month of a day: replays start from there. */
export const snapshotBefore = async (work: Work, pool: string, day: CalendarDate) => {
  const rows = await work.tx.rows<{ through: CalendarDate; state: Json; method: CostMethodName; carried: boolean }>(
    `select through, state, method, carried from cost_snapshot where company_id = $1 and pool = $2 and through < $3 order by through desc limit 1`,
    [work.company, pool, day],
  )
  return rows[0]
}

/**
 * Forgets the snapshots of months that a replay passed no more: nothing has moved since, and the next movement would find a
 * state that is not so.
 */
export const forgetSnapshots = (
  work: Work,
  replayed: readonly { readonly pool: string; readonly from: CalendarDate; readonly kept: readonly CalendarDate[] }[],
): void => {
  for (const { pool, from, kept } of replayed) {
    work.tx.send(
      `delete from cost_snapshot where company_id = $1 and pool = $2 and through >= $3 and not (through = any($4::date[]))`,
      [work.company, pool, from, kept],
    )
  }
}

/** Walks a pool through its months: closes one into a snapshot when a movement of a later one comes. */
export interface MonthWalker {
  readonly costing: Costing
  readonly snapshots: PoolSnapshot[]
  /** The costing to apply a movement of this day to. */
  on(day: CalendarDate): Costing
  /** What is known of the costs of a day beside the pool. */
  hintsOn(day: CalendarDate): CostHints
  /** Goes on by another method, of an empty pool. */
  begin(method: CostMethodName): Costing
}

const reopenedStandard = (costing: Costing): Costing => {
  const { standard: worth, price } = standard.thaw(costing.freeze())
  const month = openStandardMonth(costing.quantity(), costing.amount(), { standard: worth, price })
  return startCosting('standard', standard.freeze(month))
}

const reopened = (costing: Costing): Costing => {
  if (costing.method === 'standard') return reopenedStandard(costing)
  if (costing.method !== 'monthlyAverage') return costing
  const [quantity, amount] = [costing.quantity(), costing.amount()]
  const unit = quantity > 0n ? { amount, quantity } : costing.unitCost()
  return startCosting('monthlyAverage', monthlyAverage.freeze(openMonth(quantity, amount, unit)))
}

/** A pool to walk through, with the standards of its item. */
export interface WalkedPool {
  readonly pool: string
  readonly standards: Standards
}

/** Starts a walk from a state that ends on `last` (or from nothing). */
export const walkMonths = (
  { pool, standards }: WalkedPool,
  method: CostMethodName,
  state: Json | null,
  last: CalendarDate | null,
): MonthWalker => {
  let costing = startCosting(method, state ?? undefined)
  let at = last
  const snapshots: PoolSnapshot[] = []
  return {
    get costing() {
      return costing
    },
    snapshots,
    hintsOn: (day) => ({ standard: standardOn(standards, day) }),
    on: (day) => {
      if (at !== null && monthOf(day) > monthOf(at)) {
        costing = reopened(costing)
        snapshots.push({
          pool,
          through: lastOfMonth(at),
          method: costing.method,
          quantity: microsText(costing.quantity()),
          amount: centsText(costing.amount()),
          state: costing.freeze(),
        })
      }
      if (at === null || day > at) at = day
      return costing
    },
    begin: (next) => {
      if (next !== costing.method) costing = startCosting(next)
      return costing
    },
  }
}

/** Writes where the chains end now, and the snapshots passed on the way. */
export const savePools = (
  work: Work,
  ends: readonly { readonly row: PoolRow; readonly costing: Costing }[],
  snapshots: readonly PoolSnapshot[],
): void => {
  work.tx.send(
    `update cost_pool p set next_sequence = r.next_sequence, last_date = r.last_date, quantity = r.quantity, amount = r.amount,
         markup = r.markup, state = r.state, method = r.method
       from unnest($2::text[], $3::integer[], $4::date[], $5::numeric[], $6::numeric[], $7::numeric[], $8::jsonb[], $9::text[])
         as r(pool, next_sequence, last_date, quantity, amount, markup, state, method)
       where p.company_id = $1 and p.pool = r.pool`,
    [
      work.company,
      ends.map((e) => e.row.pool),
      ends.map((e) => e.row.nextSequence),
      ends.map((e) => e.row.lastDate),
      ends.map((e) => microsText(e.costing.quantity())),
      ends.map((e) => centsText(e.costing.amount())),
      ends.map((e) => centsText(e.costing.markup())),
      ends.map((e) => JSON.stringify(e.costing.freeze())),
      ends.map((e) => e.costing.method),
    ],
  )
  if (snapshots.length === 0) return
  work.tx.send(
    `insert into cost_snapshot (company_id, pool, through, method, quantity, amount, state)
           select $1, r.pool, r.through, r.method, r.quantity, r.amount, r.state
           from unnest($2::text[], $3::date[], $4::text[], $5::numeric[], $6::numeric[], $7::jsonb[]) as r(pool, through, method, quantity, amount, state)
           on conflict (company_id, pool, through) do update
           set method = excluded.method, quantity = excluded.quantity, amount = excluded.amount, state = excluded.state,
             carried = cost_snapshot.carried and cost_snapshot.state = excluded.state`,
    [
      work.company,
      snapshots.map((s) => s.pool),
      snapshots.map((s) => s.through),
      snapshots.map((s) => s.method),
      snapshots.map((s) => s.quantity),
      snapshots.map((s) => s.amount),
      snapshots.map((s) => JSON.stringify(s.state)),
    ],
  )
}
