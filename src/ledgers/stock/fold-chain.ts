import { addDays } from '../../base/calendar-date.ts'
import type { CalendarDate } from '../../base/calendar-date.ts'
import type { Json } from '../../base/json.ts'
import { inOrder } from './chain.ts'
import type { ChainMovement, CostedMovement } from './chain.ts'
import type { CostDifference } from './cost-difference.ts'
import { isSpecific } from './costing/cost-method.ts'
import type { Cents, CostMethodName, CostSlice, Step } from './costing/cost-method.ts'
import type { Costing } from './costing/costing.ts'
import { varianceIn, varianceRole } from './costing/standard.ts'
import { stepOf } from './fold-movement.ts'
import type { SlicesOf } from './fold-movement.ts'
import { walkMonths } from './pools.ts'
import type { PoolKey, PoolRow, PoolSnapshot, WalkedPool } from './pools.ts'
import type { StoredChain } from './stored-chains.ts'
import { compareTrueUps, pendingTrueUps, undoTrueUps } from './true-ups.ts'

/** What happens to one pool in this posting. */
export interface PoolWork {
  readonly row: PoolRow
  readonly fresh: ChainMovement[]
  /** The chain must be replayed from this day: something in the past came, went or changed. */
  replayFrom: CalendarDate | null
}

/** What a fold found of a pool. */
export interface PoolResult<M extends CostedMovement = ChainMovement> {
  readonly steps: Map<string, Step>
  readonly differences: CostDifference[]
  /** Under the specific methods: movements that take more of a lot than is there. */
  readonly short: readonly M[]
  readonly costing: Costing
  readonly snapshots: readonly PoolSnapshot[]
  readonly lastDate: CalendarDate | null
  /** The first day that was folded again; null where the movements came at the end. */
  readonly replayedFrom: CalendarDate | null
}

const shortIn = <M extends CostedMovement>(
  costing: Costing,
  movements: readonly M[],
  steps: ReadonlyMap<string, Step>,
) => (isSpecific(costing.method) ? movements.filter((m) => steps.get(m.entry)?.flag !== undefined) : [])

/** The usual case: the movements come at the end of the chain, and the fold goes on from the cached state. */
export const appendToChain = (pool: PoolWork, known: SlicesOf): PoolResult => {
  const walker = walkMonths(pool.row, pool.row.method, pool.row.state, pool.row.lastDate)
  const steps = new Map<string, Step>()
  const differences: CostDifference[] = []
  let lastDate = pool.row.lastDate
  const here = (entry: string) => steps.get(entry)?.slices ?? known(entry)
  for (const m of pool.fresh.toSorted(inOrder)) {
    const step = stepOf(walker, m, here)
    steps.set(m.entry, step)
    pendingTrueUps(m, step, walker.costing.method, differences)
    if (lastDate === null || m.date > lastDate) lastDate = m.date
  }
  const { costing, snapshots } = walker
  const short = shortIn(costing, pool.fresh, steps)
  return { steps, differences, short, costing, snapshots, lastDate, replayedFrom: null }
}

/** Where a fold begins: the state at the end of a month. */
export interface FoldStart {
  readonly through: CalendarDate
  readonly method: CostMethodName
  readonly state: Json
  /** Made final by the carry of monthly weighted average: a fact, which no fold looks behind. */
  readonly carried: boolean
}

/** A chain to be folded again: what is stored of it from a day on, and what comes to it. */
export interface ChainFold<M extends CostedMovement = ChainMovement> {
  readonly row: WalkedPool & Pick<PoolKey, 'method'>
  readonly chain: StoredChain<M>
  readonly fresh: readonly M[]
  readonly start: FoldStart | undefined
  /** The first day that changed. */
  readonly from: CalendarDate
  readonly known: SlicesOf
  /** The movement with all that the books must know of it; null where that is read once it is found to differ. */
  readonly whole: (m: M) => ChainMovement | null
}

/** The day before which nothing can be dated. */
export const firstDayOfAll = '0001-01-01' as CalendarDate

/** Whether two lists of slices are the same goods at the same cost. */
export const sameSlices = (a: readonly CostSlice[], b: readonly CostSlice[]) =>
  a.length === b.length &&
  a.every(
    (slice, i) =>
      slice.quantity === b[i]?.quantity &&
      slice.amount === b[i]?.amount &&
      slice.layerDate === b[i]?.layerDate &&
      slice.source === b[i]?.source &&
      (slice.markup ?? 0n) === (b[i]?.markup ?? 0n),
  )

/** A pool whose method has changed began by the one that its goods were first carried out of. */
export const firstMethod = (movements: readonly CostedMovement[]): CostMethodName | null | undefined =>
  movements.find((m) => m.kind === 'carryOut' && m.costMethod !== null)?.costMethod

type Change = Pick<CostDifference, 'amount' | 'markup' | 'markupRole'>

/** What of a movement is to be corrected, as rows of the ledger: at least one, which says the layers. */
const changesOf = (amount: Cents, markup: Cents, variance: Cents): readonly [Change, ...Change[]] => {
  const beside: Change = { amount: 0n, markup: variance, markupRole: varianceRole }
  if (variance === 0n) return [{ amount, markup }]
  return amount === 0n && markup === 0n ? [beside] : [{ amount, markup }, beside]
}

/** Folds a chain from a state on, and compares what each movement costs with what is stored; changes nothing. */
export const foldChain = <M extends CostedMovement>(fold: ChainFold<M>): PoolResult<M> => {
  const { row, chain, fresh: coming, start, from, known, whole } = fold
  const after = start?.through ?? null
  const fresh = new Set(coming.map((m) => m.entry))
  const movements = [...chain.movements, ...coming].toSorted(inOrder)
  const walker = walkMonths(row, start?.method ?? firstMethod(movements) ?? row.method, start?.state ?? null, after)
  const steps = new Map<string, Step>()
  const differences: CostDifference[] = []
  const here: SlicesOf = (entry) => steps.get(entry)?.slices ?? known(entry)
  const trueUps = new Map(chain.trueUps)
  let lastDate: CalendarDate | null = null
  for (const m of movements) {
    const step = stepOf(walker, m, here)
    steps.set(m.entry, step)
    if (lastDate === null || m.date > lastDate) lastDate = m.date
    const more = step.amount - m.stored
    // Under another method what stands beside the cost is of another kind: the one goes, and the other comes.
    const variance = varianceIn(step.markup ?? 0n, step.markupRole) - m.variance
    const markup = (step.markup ?? 0n) - m.markup - variance
    const changed = more !== 0n || markup !== 0n || variance !== 0n
    // Which layers a movement took is stored too: who follows it later takes them from there.
    if (!fresh.has(m.entry) && (changed || !sameSlices(m.slices, step.slices))) {
      const base = { entry: m.entry, movement: whole(m), date: m.date, coveredBy: null }
      const [first, ...others] = changesOf(more, markup, variance)
      differences.push({ ...base, ...first, slices: step.slices })
      for (const other of others) differences.push({ ...base, ...other, slices: null })
    }
    compareTrueUps(m, step, walker.costing.method, trueUps, differences)
  }
  undoTrueUps(trueUps, differences, from)
  return {
    steps,
    differences,
    short: shortIn(walker.costing, movements, steps),
    costing: walker.costing,
    snapshots: walker.snapshots,
    lastDate: lastDate ?? after,
    replayedFrom: after === null ? firstDayOfAll : addDays(after, 1),
  }
}
