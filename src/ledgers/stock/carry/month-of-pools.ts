import type { CalendarDate } from '../../../base/calendar-date.ts'
import { toCents } from '../../../base/fixed-point.ts'
import type { Json } from '../../../base/json.ts'
import type { Work } from '../../../kernel/posting/work.ts'
import { loadMovements, portion } from '../chain.ts'
import type { ChainMovement } from '../chain.ts'
import { loadDays } from '../stored-chains.ts'
import type { Cents, CostMethodName, CostSlice } from '../costing/cost-method.ts'
import { startCosting } from '../costing/costing.ts'
import type { MonthMovement, OpeningPool } from '../costing/month-flows.ts'

/** A true-up of a short issue that the fold wrote in the month, at the cost of the receipt that covered it. */
interface StoredTrueUp {
  readonly pool: string
  readonly issue: string
  readonly receipt: string
  readonly amount: Cents
}

/** Methods by which a month is carried. */
export type CarriedMethod = 'monthlyAverage' | 'standard'

/** What a pool has as the month begins, and what the account holds for it: its standard, where it has one. */
export interface OpenedPool extends OpeningPool {
  readonly worth: Cents
}

/** All that the carry of a month works on. */
export interface MonthOfPools {
  readonly from: CalendarDate
  readonly to: CalendarDate
  readonly methods: ReadonlyMap<string, CarriedMethod>
  readonly openings: readonly OpenedPool[]
  readonly movements: readonly ChainMovement[]
  readonly trueUps: readonly StoredTrueUp[]
  /** Slices of sources that lie outside: earlier months, places, pools under another method. */
  readonly outside: ReadonlyMap<string, readonly CostSlice[]>
}

/**
 * Pools by monthly weighted average and at standard cost in which something moved in a range of days. One whose method has
 * changed since was by the method that its goods were first carried out of afterwards.
 */
export const monthlyPools = (work: Work, from: CalendarDate, to: CalendarDate) =>
  work.tx.rows<{ pool: string; item: string; method: CarriedMethod }>(
    `select pool, item, method from (select p.pool, p.item, coalesce((
         select o.cost_method from stock_entry o where o.company_id = $1 and o.pool = p.pool and o.kind = 'carryOut' and o.date > $3
           and o.cost_method is not null and o.negates is null
           and not exists (select 1 from stock_entry n where n.company_id = $1 and n.negates = o.id)
         order by o.date, o.line_no limit 1), p.method) as method from cost_pool p where p.company_id = $1 and exists (
       select 1 from stock_entry e where e.company_id = $1 and e.pool = p.pool and e.date between $2 and $3)) as used
     where method in ('monthlyAverage', 'standard') order by pool`,
    [work.company, from, to],
  )

const openingsOf = async (work: Work, pools: readonly string[], from: CalendarDate): Promise<OpenedPool[]> => {
  const rows = await work.tx.rows<{ pool: string; method: CostMethodName; state: Json }>(
    `select distinct on (pool) pool, method, state from cost_snapshot
     where company_id = $1 and pool = any($2::text[]) and through < $3 order by pool, through desc`,
    [work.company, pools, from],
  )
  const states = new Map(rows.map((row) => [row.pool, startCosting(row.method, row.state)]))
  return pools.map((pool) => {
    const costing = states.get(pool)
    return {
      pool,
      worth: (costing?.amount() ?? 0n) + (costing?.markup() ?? 0n),
      quantity: costing?.quantity() ?? 0n,
      amount: costing?.amount() ?? 0n,
      lastUnit: costing?.unitCost(),
    }
  })
}

const trueUpsOf = async (work: Work, pools: readonly string[], from: CalendarDate, to: CalendarDate) => {
  const rows = await work.tx.rows<{ pool: string; issue: string; receipt: string; amount: string }>(
    `select pool, corrects as issue, source_entry as receipt, sum(amount) as amount from stock_entry
     where company_id = $1 and pool = any($2::text[]) and kind = 'difference' and source_entry is not null and date between $3 and $4
     group by 1, 2, 3 having sum(amount) <> 0 order by 1, 2, 3`,
    [work.company, pools, from, to],
  )
  return rows.map((row): StoredTrueUp => ({ ...row, amount: toCents(row.amount) }))
}

/** Reads the month of the pools that are given; the caller holds them. */
export const readMonth = async (
  work: Work,
  carried: readonly { readonly pool: string; readonly method: CarriedMethod }[],
  from: CalendarDate,
  to: CalendarDate,
): Promise<MonthOfPools> => {
  const methods = new Map(carried.map((one) => [one.pool, one.method]))
  const pools = [...methods.keys()]
  const [openings, movements, trueUps] = await Promise.all([
    openingsOf(work, pools, from),
    loadDays(work, pools, from, to),
    trueUpsOf(work, pools, from, to),
  ])
  const own = new Set(movements.map((m) => m.entry))
  const sources = movements.flatMap((m) =>
    m.kind === 'takeIn' && m.source !== null && !own.has(m.source) ? [m.source] : [],
  )
  const outside = await loadMovements(work, [...new Set(sources)])
  return { from, to, methods, openings, movements, trueUps, outside: new Map(outside.map((m) => [m.entry, m.slices])) }
}

const size = (m: ChainMovement) => (m.quantity < 0n ? -m.quantity : m.quantity)

/** The part of an issue that came in again in another pool of the same month: its own line of a conversion. */
export const partOfIssue = (issue: string, takenIn: string): string => `${issue}>${takenIn}`

const amountOf = (slices: readonly CostSlice[]): Cents => slices.reduce((sum, slice) => sum + slice.amount, 0n)

/**
 * The month as the carry wants it: returns of the month's own issues are negative issues, goods taken in from another
 * pool of the carry are conversions, everything else that came in or went back is given.
 */
export const monthMovements = (month: MonthOfPools): MonthMovement[] => {
  const own = new Map(month.movements.map((m) => [m.entry, m]))
  const passedOn = new Map<string, bigint>()
  const result: MonthMovement[] = []
  for (const m of month.movements) {
    const given = givenAmountIn(month, own, m)
    if (given !== undefined) {
      result.push({ kind: 'given', pool: m.pool, entry: m.entry, quantity: m.quantity, amount: given })
      continue
    }
    const source = m.kind === 'takeIn' && m.source !== null ? own.get(m.source) : undefined
    if (source === undefined) continue
    if (source.pool === m.pool) {
      result.push({ kind: 'issue', pool: m.pool, entry: m.entry, quantity: -size(m) })
      continue
    }
    passedOn.set(source.entry, (passedOn.get(source.entry) ?? 0n) + size(m))
    result.push({
      kind: 'conversion',
      from: [{ pool: source.pool, entry: partOfIssue(source.entry, m.entry), quantity: size(m) }],
      to: [{ pool: m.pool, entry: m.entry, quantity: size(m), share: 1n }],
      added: 0n,
    })
  }
  for (const m of month.movements) {
    const left = size(m) - (passedOn.get(m.entry) ?? 0n)
    if (m.kind === 'issue' && left > 0n) result.push({ kind: 'issue', pool: m.pool, entry: m.entry, quantity: left })
  }
  return result
}

/** What a movement brings at a cost that the month does not decide; undefined where it does. */
export const givenAmountIn = (
  month: MonthOfPools,
  own: ReadonlyMap<string, ChainMovement>,
  m: ChainMovement,
): Cents | undefined => {
  if (m.kind === 'issue' || (m.kind === 'takeIn' && m.source !== null && own.has(m.source))) return undefined
  if (m.kind !== 'takeIn' || m.source === null) return m.stored
  const slices = month.outside.get(m.source)
  return slices === undefined ? m.stored : amountOf(portion(slices, m.sourceOffset, size(m)))
}

/** What the account holds for the pools as the month ends: of goods at standard, their standard, which the carry does not change. */
export const worthAtEnd = (month: MonthOfPools): Map<string, Cents> => {
  const worth = new Map(month.openings.map((opening) => [opening.pool, opening.worth]))
  for (const m of month.movements) worth.set(m.pool, (worth.get(m.pool) ?? 0n) + m.stored + m.markup)
  return worth
}
