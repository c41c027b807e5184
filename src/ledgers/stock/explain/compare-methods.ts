import { lastOfMonth, monthOf } from '../../../base/calendar-date.ts'
import type { CalendarDate } from '../../../base/calendar-date.ts'
import { firstDay } from '../../../base/period.ts'
import type { Work } from '../../../kernel/posting/work.ts'
import { averaged, finalAmounts } from '../carry/carry-differences.ts'
import { monthMovements } from '../carry/month-of-pools.ts'
import type { MonthOfPools, OpenedPool } from '../carry/month-of-pools.ts'
import { inOrder, loadMovements } from '../chain.ts'
import type { ChainMovement } from '../chain.ts'
import type { Cents, CostMethodName, CostSlice, Micros } from '../costing/cost-method.ts'
import { monthlyCarry } from '../costing/monthly-carry.ts'
import { stepOf } from '../fold-movement.ts'
import { walkMonths } from '../pools.ts'
import { readStandards } from '../standards.ts'
import { loadChains } from '../stored-chains.ts'

/** What an item's goods would have come to by one method, at the end of a period and in it. */
export interface ComparedCost {
  readonly method: CostMethodName
  readonly quantity: Micros
  readonly amount: Cents
  /** What was sold in the period cost, less what came back. */
  readonly costOfSales: Cents
}

interface Days {
  readonly from: CalendarDate
  readonly to: CalendarDate
}

type Slices = Map<string, readonly CostSlice[]>

const isSold = (m: ChainMovement) => m.against.some((line) => line.role === 'costOfSales')

const inPeriod = (m: ChainMovement, { from, to }: Days) => m.date >= from && m.date <= to

/** Folds all pools of an item together, day by day; goods that come from another pool of it wait until they have left there. */
const foldAll = (
  chains: ReadonlyMap<string, readonly ChainMovement[]>,
  method: CostMethodName,
  known: ReadonlyMap<string, readonly CostSlice[]>,
  days: Days,
): ComparedCost => {
  const walkers = new Map(
    [...chains.keys()].map((pool) => [pool, walkMonths({ pool, standards: [] }, method, null, null)]),
  )
  const waiting = new Map([...chains].map(([pool, movements]) => [pool, { movements, next: 0 }]))
  const own = new Map([...chains.values()].flat().map((m) => [m.entry, m]))
  const slices: Slices = new Map()
  let costOfSales = 0n
  const apply = (pool: string): boolean => {
    const queue = waiting.get(pool)
    const walker = walkers.get(pool)
    const m = queue?.movements[queue.next]
    if (queue === undefined || walker === undefined || m === undefined) return false
    const step = stepOf(walker, m, (entry) => slices.get(entry) ?? (own.has(entry) ? undefined : known.get(entry)))
    queue.next += 1
    slices.set(m.entry, step.slices)
    if (isSold(m) && inPeriod(m, days)) costOfSales -= step.amount
    for (const { entry, amount } of step.trueUps) {
      const issue = own.get(entry)
      if (issue !== undefined && isSold(issue) && inPeriod(m, days)) costOfSales += amount
    }
    return true
  }
  const head = (pool: string): ChainMovement | undefined => {
    const queue = waiting.get(pool)
    return queue?.movements[queue.next]
  }
  const isReady = (m: ChainMovement) => m.source === null || !own.has(m.source) || slices.has(m.source)
  for (;;) {
    const heads = [...chains.keys()].flatMap((pool) => head(pool) ?? []).toSorted((a, b) => (a.date < b.date ? -1 : 1))
    const next = heads.find(isReady) ?? heads[0]
    if (next === undefined || !apply(next.pool)) break
  }
  let [quantity, amount] = [0n, 0n]
  for (const { costing } of walkers.values()) {
    quantity += costing.quantity()
    amount += costing.amount()
  }
  return { method, quantity, amount, costOfSales }
}

/** What a change of the method or of the standard put into the chain. */
const besides: ReadonlySet<ChainMovement['kind']> = new Set(['carryOut', 'carryIn', 'reprice'])

/** What a movement brings by itself: under another method stock might have carried another part of it. */
const asGiven = (m: ChainMovement): ChainMovement => (m.kind === 'giveBack' ? { ...m, stored: m.given } : m)

/** The same by monthly weighted average, carried month by month. */
const carryAll = (
  chains: ReadonlyMap<string, readonly ChainMovement[]>,
  known: ReadonlyMap<string, readonly CostSlice[]>,
  days: Days,
): ComparedCost => {
  const all = [...chains.values()].flat().map(asGiven).toSorted(inOrder)
  const slices: Slices = new Map(known)
  let openings: OpenedPool[] = [...chains.keys()].map((pool) => ({ pool, quantity: 0n, amount: 0n, worth: 0n }))
  let costOfSales = 0n
  for (const [period, movements] of Map.groupBy(all, (m) => monthOf(m.date))) {
    const from = firstDay(period)
    const month: MonthOfPools = {
      from,
      to: lastOfMonth(from),
      methods: new Map(),
      openings,
      movements,
      trueUps: [],
      outside: slices,
    }
    const carry = monthlyCarry(openings, monthMovements(month))
    const final = finalAmounts(month, carry)
    for (const m of movements) {
      const amount = final.get(m.entry) ?? m.stored
      slices.set(m.entry, [averaged(m, amount)])
      if (isSold(m) && inPeriod(m, days)) costOfSales -= amount
    }
    openings = carry.pools.map(({ pool, quantity, amount, unit }) => ({
      pool,
      quantity,
      amount,
      lastUnit: unit,
      worth: amount,
    }))
  }
  const sum = (figure: 'quantity' | 'amount') => openings.reduce((total, pool) => total + pool[figure], 0n)
  return { method: 'monthlyAverage', quantity: sum('quantity'), amount: sum('amount'), costOfSales }
}

/**
 * Runs the methods over the movements of an item as they are stored, from the first one to a day, and changes nothing. Goods
 * of other items and places come in at what they cost in the books.
 */
export const compareMethods = async (work: Work, item: string, days: Days): Promise<ComparedCost[]> => {
  const pools = await work.tx.rows<{ pool: string }>(
    `select pool from cost_pool where company_id = $1 and item = $2 and pool !~ '/[a-zA-Z]+$' order by pool`,
    [work.company, item],
  )
  const stored = await loadChains(
    work,
    pools.map(({ pool }) => ({ pool, after: null })),
  )
  const chains = new Map(
    [...stored].map(([pool, { movements }]) => [
      pool,
      movements.filter((m) => m.date <= days.to && !besides.has(m.kind)),
    ]),
  )
  const all = [...chains.values()].flat()
  const own = new Set(all.map((m) => m.entry))
  const elsewhere = all.flatMap((m) => (m.source === null || own.has(m.source) ? [] : [m.source]))
  const known = new Map((await loadMovements(work, [...new Set(elsewhere)])).map((m) => [m.entry, m.slices]))
  const methods: readonly CostMethodName[] = all.every((m) => m.lot !== null)
    ? ['movingAverage', 'fifo', 'specificLot']
    : ['movingAverage', 'fifo']
  const monthly = carryAll(chains, known, days)
  const standards = (await readStandards(work, [item])).get(item) ?? []
  return [
    ...methods.map((method) => foldAll(chains, method, known, days)),
    monthly,
    // Of one item the month's rate over its standard is the month's weighted average.
    ...(standards.length === 0 ? [] : [{ ...monthly, method: 'standard' as const }]),
  ]
}
