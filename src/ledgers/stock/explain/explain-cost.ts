import { firstOfMonth } from '../../../base/calendar-date.ts'
import type { CalendarDate } from '../../../base/calendar-date.ts'
import type { Work } from '../../../kernel/posting/work.ts'
import { inOrder, loadMovements } from '../chain.ts'
import type { ChainMovement } from '../chain.ts'
import type { Cents, CostMethodName, CostSlice, Micros, Step } from '../costing/cost-method.ts'
import { firstMethod } from '../fold-chain.ts'
import { stepOf } from '../fold-movement.ts'
import { snapshotBefore, walkMonths } from '../pools.ts'
import { readStandards } from '../standards.ts'
import { loadChain } from '../stored-chains.ts'

/** What a pool holds. */
export interface PoolBalance {
  readonly quantity: Micros
  readonly amount: Cents
}

/** A movement as the fold took it, with what the pool held after it. */
export interface ExplainedStep {
  readonly movement: ChainMovement
  readonly step: Step
  readonly after: PoolBalance
}

/** How the cost of one movement came about. */
export interface CostWorking {
  readonly method: CostMethodName
  readonly movement: ChainMovement
  readonly step: Step
  readonly before: PoolBalance
  readonly after: PoolBalance
  /** What the pool began the chain with: the state at the end of an earlier month, or nothing. */
  readonly start: (PoolBalance & { readonly through: CalendarDate }) | null
  /** The movements just before it, oldest first. */
  readonly previous: readonly ExplainedStep[]
  /** How many more lie between the start and those. */
  readonly skipped: number
  /** Where its goods came from: the entries that brought the layers it takes, and its own source. */
  readonly sources: ReadonlyMap<string, ChainMovement>
}

/** So many movements before the one that is asked about are told. */
const told = 12

const sourcesIn = (m: ChainMovement, slices: readonly CostSlice[]): string[] => [
  ...new Set([...slices.map((slice) => slice.source), ...(m.source === null ? [] : [m.source])]),
]

/** The slices of sources outside the chain, as they are stored. */
const outside = async (work: Work, movements: readonly ChainMovement[]) => {
  const own = new Set(movements.map((m) => m.entry))
  const missing = movements.flatMap((m) => (m.source === null || own.has(m.source) ? [] : [m.source]))
  return new Map((await loadMovements(work, [...new Set(missing)])).map((m) => [m.entry, m.slices]))
}

/**
 * Folds the chain of an entry's pool again up to the entry, and tells what it met. Nothing for what is no movement of a
 * chain: corrections, transfers inside a pool, what was taken back.
 */
export const explainCost = async (work: Work, entry: string): Promise<CostWorking | undefined> => {
  const [movement] = await loadMovements(work, [entry])
  if (movement === undefined) return undefined
  const start = await snapshotBefore(work, movement.pool, firstOfMonth(movement.date))
  const chain = await loadChain(work, movement.pool, start?.through ?? null)
  const movements = chain.movements.filter((m) => inOrder(m, movement) <= 0)
  const known = await outside(work, movements)
  const walker = walkMonths(
    { pool: movement.pool, standards: (await readStandards(work, [movement.item])).get(movement.item) ?? [] },
    start?.method ?? firstMethod(chain.movements) ?? (await methodNow(work, movement.pool)),
    start?.state ?? null,
    start?.through ?? null,
  )
  const balance = (): PoolBalance => ({ quantity: walker.costing.quantity(), amount: walker.costing.amount() })
  const began = balance()
  const slices = new Map<string, readonly CostSlice[]>()
  const steps: ExplainedStep[] = []
  for (const m of movements) {
    const step = stepOf(walker, m, (source) => slices.get(source) ?? known.get(source))
    slices.set(m.entry, step.slices)
    steps.push({ movement: m, step, after: balance() })
  }
  const last = steps.findLast((one) => one.movement.entry === entry)
  if (last === undefined) return undefined
  const before = steps.slice(0, steps.indexOf(last))
  const sources = await loadMovements(work, sourcesIn(last.movement, last.step.slices))
  return {
    method: walker.costing.method,
    movement: last.movement,
    step: last.step,
    before: before.at(-1)?.after ?? began,
    after: last.after,
    start: start === undefined ? null : { ...began, through: start.through },
    previous: before.slice(-told),
    skipped: Math.max(before.length - told, 0),
    sources: new Map(sources.map((m) => [m.entry, m])),
  }
}

const methodNow = async (work: Work, pool: string): Promise<CostMethodName> => {
  const rows = await work.tx.rows<{ method: CostMethodName }>(
    `select method from cost_pool where company_id = $1 and pool = $2`,
    [work.company, pool],
  )
  return rows[0]?.method ?? 'movingAverage'
}
