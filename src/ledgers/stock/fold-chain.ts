import { addDays } from '../../base/calendar-date.ts'
import type { CalendarDate } from '../../base/calendar-date.ts'
import type { Json } from '../../base/json.ts'
import { inOrder, portion } from './chain.ts'
import type { ChainMovement } from './chain.ts'
import type { CostDifference } from './cost-difference.ts'
import type { CostSlice, Movement, Step } from './costing/cost-method.ts'
import type { Costing } from './costing/costing.ts'
import { atWorth } from './costing/markup.ts'
import { walkMonths } from './pools.ts'
import type { PoolKey, PoolRow, PoolSnapshot } from './pools.ts'
import type { StoredChain } from './stored-chains.ts'
import { compareTrueUps, pendingTrueUps, undoTrueUps } from './true-ups.ts'

/** What happens to one pool in this posting. */
export interface PoolWork {
  readonly row: PoolRow
  readonly fresh: ChainMovement[]
  /** The chain must be replayed from this day: something in the past came, went or changed. */
  replayFrom: CalendarDate | null
}

/** What a movement gives up now, by its entry. */
export type SlicesOf = (entry: string) => readonly CostSlice[] | undefined

/** What a fold found of a pool. */
export interface PoolResult {
  readonly steps: Map<string, Step>
  readonly differences: CostDifference[]
  readonly costing: Costing
  readonly snapshots: readonly PoolSnapshot[]
  readonly lastDate: CalendarDate | null
  /** The first day that was folded again; null where the movements came at the end. */
  readonly replayedFrom: CalendarDate | null
}

const positive = (value: bigint) => (value < 0n ? -value : value)

/** Goods that pools of one posting give each other both ways, before their cost is found. */
const notYetKnown = (m: ChainMovement): CostSlice => ({
  layerDate: m.date,
  quantity: positive(m.quantity),
  amount: 0n,
  source: m.entry,
})

/** What the fold is told of a movement; a follower brings its source's slices as they are now. */
const asMovement = (m: ChainMovement, sourceSlices: SlicesOf): Movement => {
  const base = { entry: m.entry, date: m.date, quantity: positive(m.quantity) }
  switch (m.kind) {
    case 'receive':
      return { ...base, kind: 'receive', amount: m.given }
    case 'issue':
      return { ...base, kind: 'issue' }
    case 'giveBack':
      return { ...base, kind: 'giveBack', amount: -m.given, receipt: m.source ?? '' }
    case 'takeBack':
      // What it brought is asked for again; what could be taken of it is another matter, and kept in its own slices.
      return { ...base, kind: 'takeBack', slices: (m.source === null ? undefined : sourceSlices(m.source)) ?? m.slices }
    case 'revalue':
      return {
        ...base,
        kind: 'revalue',
        amount: m.given,
        ...(m.source === null ? {} : { receipt: m.source, quantity: m.sourceOffset }),
      }
    default: {
      const slices = m.source === null ? undefined : sourceSlices(m.source)
      const known = slices === undefined ? m.slices : portion(slices, m.sourceOffset, positive(m.quantity))
      const brought = known.length === 0 ? [notYetKnown(m)] : known
      return { ...base, kind: 'takeIn', slices: m.worth === null ? brought : atWorth(brought, m.worth) }
    }
  }
}

/** The usual case: the movements come at the end of the chain, and the fold goes on from the cached state. */
export const appendToChain = (pool: PoolWork, known: SlicesOf): PoolResult => {
  const walker = walkMonths(pool.row.pool, pool.row.method, pool.row.state, pool.row.lastDate)
  const steps = new Map<string, Step>()
  const differences: CostDifference[] = []
  let lastDate = pool.row.lastDate
  const here = (entry: string) => steps.get(entry)?.slices ?? known(entry)
  for (const m of pool.fresh.toSorted(inOrder)) {
    const step = walker.on(m.date).apply(asMovement(m, here))
    steps.set(m.entry, step)
    pendingTrueUps(m, step, differences)
    if (lastDate === null || m.date > lastDate) lastDate = m.date
  }
  const { costing, snapshots } = walker
  return { steps, differences, costing, snapshots, lastDate, replayedFrom: null }
}

/** Where a fold begins: the state at the end of a month. */
export interface FoldStart {
  readonly through: CalendarDate
  readonly state: Json
  /** Made final by the carry of monthly weighted average: a fact, which no fold looks behind. */
  readonly carried: boolean
}

/** A chain to be folded again: what is stored of it from a day on, and what comes to it. */
export interface ChainFold {
  readonly row: Pick<PoolKey, 'pool' | 'method'>
  readonly chain: StoredChain
  readonly fresh: readonly ChainMovement[]
  readonly start: FoldStart | undefined
  /** The first day that changed. */
  readonly from: CalendarDate
  readonly known: SlicesOf
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

/** Folds a chain from a state on, and compares what each movement costs with what is stored; changes nothing. */
export const foldChain = ({ row, chain, fresh: coming, start, from, known }: ChainFold): PoolResult => {
  const after = start?.through ?? null
  const fresh = new Set(coming.map((m) => m.entry))
  const walker = walkMonths(row.pool, row.method, start?.state ?? null, after)
  const steps = new Map<string, Step>()
  const differences: CostDifference[] = []
  const here: SlicesOf = (entry) => steps.get(entry)?.slices ?? known(entry)
  const trueUps = new Map(chain.trueUps)
  let lastDate: CalendarDate | null = null
  for (const m of [...chain.movements, ...coming].toSorted(inOrder)) {
    const step = walker.on(m.date).apply(asMovement(m, here))
    steps.set(m.entry, step)
    if (lastDate === null || m.date > lastDate) lastDate = m.date
    const more = step.amount - m.stored
    const markup = (step.markup ?? 0n) - m.markup
    // Which layers a movement took is stored too: who follows it later takes them from there.
    if (!fresh.has(m.entry) && (more !== 0n || markup !== 0n || !sameSlices(m.slices, step.slices))) {
      differences.push({ movement: m, date: m.date, amount: more, markup, slices: step.slices, coveredBy: null })
    }
    compareTrueUps(m, step, trueUps, differences)
  }
  undoTrueUps(chain.movements, trueUps, differences, from)
  return {
    steps,
    differences,
    costing: walker.costing,
    snapshots: walker.snapshots,
    lastDate: lastDate ?? after,
    replayedFrom: after === null ? firstDayOfAll : addDays(after, 1),
  }
}
