import { addDays, firstOfMonth } from '../../base/calendar-date.ts'
import type { CalendarDate } from '../../base/calendar-date.ts'
import { toCents } from '../../base/fixed-point.ts'
import type { Json } from '../../base/json.ts'
import { closedThrough } from '../general/closed.ts'
import type { Work } from '../../kernel/posting/work.ts'
import { inOrder, loadChain, loadFollowers, loadMovements, portion } from './chain.ts'
import type { ChainMovement } from './chain.ts'
import type { Cents, CostSlice, Movement, Step } from './costing/cost-method.ts'
import type { Costing } from './costing/costing.ts'
import { forgetSnapshots, lockPools, savePools, snapshotBefore, walkMonths } from './pools.ts'
import type { PoolKey, PoolRow, PoolSnapshot } from './pools.ts'

/** What happens to one pool in this posting. */
export interface PoolWork {
  readonly row: PoolRow
  readonly fresh: ChainMovement[]
  /** The chain must be replayed from this day: something in the past came, went or changed. */
  replayFrom: CalendarDate | null
}

/** A change of an earlier movement's cost, found by replay. */
export interface CostDifference {
  readonly movement: ChainMovement
  readonly date: CalendarDate
  readonly amount: Cents
  /** The movement's new slices; none for a true-up, which belongs to the receipt that covers. */
  readonly slices: readonly CostSlice[] | null
  readonly coveredBy: string | null
}

export interface Settled {
  /** What each movement of this posting did, by entry. */
  readonly steps: ReadonlyMap<string, Step>
  readonly differences: readonly CostDifference[]
}

interface PoolResult {
  readonly steps: Map<string, Step>
  readonly differences: CostDifference[]
  readonly costing: Costing
  readonly snapshots: readonly PoolSnapshot[]
  readonly lastDate: CalendarDate | null
  /** The first day that was folded again; null where the movements came at the end. */
  readonly replayedFrom: CalendarDate | null
}

type StoredTrueUps = Map<string, Map<string, Cents>>

const loadTrueUps = async (work: Work, pool: string, after: CalendarDate | null): Promise<StoredTrueUps> => {
  const rows = await work.tx.rows<{ receipt: string; issue: string; amount: string }>(
    `select source_entry as receipt, corrects as issue, sum(amount) as amount from stock_entry
     where company_id = $1 and pool = $2 and kind = 'difference' and source_entry is not null and ($3::date is null or date > $3)
     group by 1, 2 having sum(amount) <> 0`,
    [work.company, pool, after],
  )
  const byReceipt: StoredTrueUps = new Map()
  for (const row of rows) {
    const issues = byReceipt.get(row.receipt) ?? new Map<string, Cents>()
    issues.set(row.issue, toCents(row.amount))
    byReceipt.set(row.receipt, issues)
  }
  return byReceipt
}

const positive = (value: bigint) => (value < 0n ? -value : value)

/** What the fold is told of a movement; a follower brings its source's slices as they are now. */
const asMovement = (m: ChainMovement, sourceSlices: (entry: string) => readonly CostSlice[] | undefined): Movement => {
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
      return {
        ...base,
        kind: 'takeIn',
        slices: slices === undefined ? m.slices : portion(slices, m.sourceOffset, positive(m.quantity)),
      }
    }
  }
}

/** Costs that were found by other means than the fold, as by the carry of a month. */
export interface GivenCosts {
  /** What each movement gives up now, by entry; their followers are told. */
  readonly slices: ReadonlyMap<string, readonly CostSlice[]>
  /** Movements whose own cost is among those found, so that the fold must leave their pools alone. */
  isFixed(follower: ChainMovement): boolean
}

const nothingGiven: GivenCosts = { slices: new Map(), isFixed: () => false }

/** Settles the pools that a posting touches, and every pool that depends on a cost which changed. */
export const settlePools = async (
  work: Work,
  pools: Map<string, PoolWork>,
  given: GivenCosts = nothingGiven,
): Promise<Settled> => {
  const results = new Map<string, PoolResult>()
  const sources = new Map(given.slices)
  const known = (entry: string) => sources.get(entry)
  for (const follower of await loadFollowers(work, [...given.slices.keys()])) {
    if (!given.isFixed(follower)) await reach(work, pools, follower)
  }
  const waiting = new Set(ordered(pools))
  // Each round settles a pool whose sources may have changed; costs that chase each other in a circle end by rounding.
  for (let round = 0; waiting.size > 0; round += 1) {
    if (round > pools.size * 12 + 40) throw new Error('costs that depend on each other did not settle')
    const [key] = waiting
    if (key === undefined) break
    waiting.delete(key)
    const pool = pools.get(key)
    if (pool === undefined) continue
    await loadSources(work, pool, sources)
    const result = pool.replayFrom === null ? append(pool, known) : await replay(work, pool, known)
    results.set(key, result)
    const changed = changedSources(result, sources)
    for (const follower of await followersOf(work, changed, pools)) {
      if (follower.pool === key || given.isFixed(follower)) continue
      await reach(work, pools, follower)
      waiting.add(follower.pool)
    }
  }
  forgetSnapshots(
    work,
    [...results].flatMap(([pool, { replayedFrom, snapshots }]) =>
      replayedFrom === null ? [] : [{ pool, from: replayedFrom, kept: snapshots.map((one) => one.through) }],
    ),
  )
  savePools(
    work,
    [...results].map(([key, result]) => {
      const row = (pools.get(key) as PoolWork).row
      row.lastDate = result.lastDate
      return { row, costing: result.costing }
    }),
    [...results.values()].flatMap((result) => result.snapshots),
  )
  return {
    steps: new Map([...results.values()].flatMap((result) => [...result.steps])),
    differences: [...results.values()].flatMap((result) => result.differences),
  }
}

/** Pools that others of the posting take from come first: the out of a transfer before its in. */
const ordered = (pools: ReadonlyMap<string, PoolWork>): string[] => {
  const home = new Map([...pools].flatMap(([key, pool]) => pool.fresh.map((m) => [m.entry, key] as const)))
  const done = new Set<string>()
  const visiting = new Set<string>()
  const visit = (key: string): void => {
    if (done.has(key) || visiting.has(key)) return
    visiting.add(key)
    for (const m of pools.get(key)?.fresh ?? []) {
      const from = m.source === null ? undefined : home.get(m.source)
      if (from !== undefined && from !== key) visit(from)
    }
    done.add(key)
  }
  for (const key of [...pools.keys()].toSorted()) visit(key)
  return [...done]
}

/** Movements that take the slices of another as they are now. */
const followsSlices = (m: ChainMovement) => m.kind === 'takeIn' || m.kind === 'takeBack'

const loadSources = async (work: Work, pool: PoolWork, sources: Map<string, readonly CostSlice[]>): Promise<void> => {
  const own = new Set(pool.fresh.map((m) => m.entry))
  const missing = pool.fresh.flatMap((m) =>
    followsSlices(m) && m.source !== null && !sources.has(m.source) && !own.has(m.source) ? [m.source] : [],
  )
  for (const source of await loadMovements(work, missing)) sources.set(source.entry, source.slices)
}

/** The usual case: the movements come at the end of the chain, and the fold goes on from the cached state. */
const append = (pool: PoolWork, known: (entry: string) => readonly CostSlice[] | undefined): PoolResult => {
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

/** True-ups name short issues by entry; their movements are filled in before the rows are written. */
const pendingTrueUps = (m: ChainMovement, step: Step, differences: CostDifference[]) => {
  for (const more of step.trueUps) {
    differences.push({
      movement: { ...m, entry: more.entry },
      date: m.date,
      amount: -more.amount,
      slices: null,
      coveredBy: m.entry,
    })
  }
}

/** Something in the past changed: the chain is folded again from the last snapshot, and compared with what is stored. */
const replay = async (
  work: Work,
  pool: PoolWork,
  known: (entry: string) => readonly CostSlice[] | undefined,
): Promise<PoolResult> => {
  const from = pool.replayFrom as CalendarDate
  const snapshot = await snapshotBefore(work, pool.row.pool, firstOfMonth(from))
  return foldAgain(work, pool, snapshot, known, from)
}

/** Where a fold begins: the state at the end of a month. */
interface FoldStart {
  readonly through: CalendarDate
  readonly state: Json
  /** Made final by the carry of monthly weighted average: a fact, which no fold looks behind. */
  readonly carried: boolean
}

/** What reversals in a chain took back, where that came before the chain begins. */
const slicesBefore = async (
  work: Work,
  chain: readonly ChainMovement[],
  known: (entry: string) => readonly CostSlice[] | undefined,
): Promise<ReadonlyMap<string, readonly CostSlice[]>> => {
  const own = new Set(chain.map((m) => m.entry))
  const missing = chain.flatMap((m) =>
    m.kind === 'takeBack' && m.source !== null && !own.has(m.source) && known(m.source) === undefined ? [m.source] : [],
  )
  return new Map((await loadMovements(work, missing)).map((m) => [m.entry, m.slices]))
}

const foldAgain = async (
  work: Work,
  pool: Pick<PoolWork, 'fresh'> & { readonly row: PoolKey },
  snapshot: FoldStart | undefined,
  known: (entry: string) => readonly CostSlice[] | undefined,
  from: CalendarDate,
): Promise<PoolResult> => {
  const after = snapshot?.through ?? null
  const [stored, trueUps] = await Promise.all([
    loadChain(work, pool.row.pool, after),
    loadTrueUps(work, pool.row.pool, after),
  ])
  const last = snapshot?.through
  const isEmpty = stored.length + pool.fresh.length === 0
  if (isEmpty && last !== undefined && snapshot?.carried !== true && last > ((await closedThrough(work)) ?? '')) {
    // Nothing has moved since: the chain ends in an earlier month, whose state is not that of a month that opened after it.
    const earlier = await snapshotBefore(work, pool.row.pool, firstOfMonth(last))
    return foldAgain(work, pool, earlier, known, from)
  }
  const fresh = new Set(pool.fresh.map((m) => m.entry))
  const walker = walkMonths(pool.row.pool, pool.row.method, snapshot?.state ?? null, after)
  const steps = new Map<string, Step>()
  const differences: CostDifference[] = []
  const before = await slicesBefore(work, stored, known)
  const here = (entry: string) => steps.get(entry)?.slices ?? known(entry) ?? before.get(entry)
  let lastDate: CalendarDate | null = null
  for (const m of [...stored, ...pool.fresh].toSorted(inOrder)) {
    const step = walker.on(m.date).apply(asMovement(m, here))
    steps.set(m.entry, step)
    if (lastDate === null || m.date > lastDate) lastDate = m.date
    const more = step.amount - m.stored
    // Which layers a movement took is stored too: who follows it later takes them from there.
    if (!fresh.has(m.entry) && (more !== 0n || !sameSlices(m.slices, step.slices))) {
      differences.push({ movement: m, date: m.date, amount: more, slices: step.slices, coveredBy: null })
    }
    compareTrueUps(m, step, trueUps, differences)
  }
  undoTrueUps(stored, trueUps, differences, from)
  return {
    steps,
    differences,
    costing: walker.costing,
    snapshots: walker.snapshots,
    lastDate: lastDate ?? snapshot?.through ?? null,
    replayedFrom: after === null ? firstDayOfAll : addDays(after, 1),
  }
}

/** Folds a stored pool again, from nothing or from the snapshot of a day, and tells what differs; changes nothing. */
export const replayPool = async (
  work: Work,
  row: PoolKey,
  through: CalendarDate | null,
): Promise<Pick<PoolResult, 'differences' | 'costing'>> => {
  const snapshot = through === null ? undefined : await snapshotBefore(work, row.pool, addDays(through, 1))
  const stored = await loadSourcesOfPool(work, row.pool)
  return foldAgain(work, { row, fresh: [] }, snapshot, (entry) => stored.get(entry), through ?? firstDayOfAll)
}

const firstDayOfAll = '0001-01-01' as CalendarDate

/** What the sources of goods that came from other pools give up, as it is stored. */
const loadSourcesOfPool = async (work: Work, pool: string): Promise<Map<string, readonly CostSlice[]>> => {
  const rows = await work.tx.rows<{ id: string }>(
    `select distinct m.source_entry as id from stock_entry m join stock_entry s on s.company_id = $1 and s.id = m.source_entry and s.pool <> m.pool
     where m.company_id = $1 and m.pool = $2 and m.kind = 'takeIn'`,
    [work.company, pool],
  )
  const sources = await loadMovements(
    work,
    rows.map((row) => row.id),
  )
  return new Map(sources.map((m) => [m.entry, m.slices]))
}

const compareTrueUps = (m: ChainMovement, step: Step, stored: StoredTrueUps, differences: CostDifference[]) => {
  const before = stored.get(m.entry)
  stored.delete(m.entry)
  if (before === undefined && step.trueUps.length === 0) return
  const wanted = new Map<string, Cents>()
  for (const [issue, amount] of before ?? []) wanted.set(issue, -amount)
  for (const more of step.trueUps) wanted.set(more.entry, (wanted.get(more.entry) ?? 0n) - more.amount)
  for (const [issue, amount] of wanted) {
    if (amount === 0n) continue
    differences.push({ movement: { ...m, entry: issue }, date: m.date, amount, slices: null, coveredBy: m.entry })
  }
}

/** True-ups of receipts that are no longer in the chain are taken back. */
const undoTrueUps = (
  chain: readonly ChainMovement[],
  left: StoredTrueUps,
  differences: CostDifference[],
  day: CalendarDate,
) => {
  for (const [receipt, issues] of left) {
    for (const [issue, amount] of issues) {
      const movement = chain.find((m) => m.entry === issue) ?? chain[0]
      if (movement === undefined) continue
      differences.push({
        movement: { ...movement, entry: issue },
        date: day,
        amount: -amount,
        slices: null,
        coveredBy: receipt,
      })
    }
  }
}

const sameSlices = (a: readonly CostSlice[], b: readonly CostSlice[]) =>
  a.length === b.length &&
  a.every(
    (slice, i) =>
      slice.quantity === b[i]?.quantity &&
      slice.amount === b[i]?.amount &&
      slice.layerDate === b[i]?.layerDate &&
      slice.source === b[i]?.source,
  )

/** Remembers what the movements give up now, and tells whose followers must be told. */
const changedSources = (result: PoolResult, sources: Map<string, readonly CostSlice[]>): string[] => {
  const changed: string[] = []
  const different = new Set(result.differences.filter((d) => d.coveredBy === null).map((d) => d.movement.entry))
  for (const [entry, step] of result.steps) {
    const before = sources.get(entry)
    // In later rounds what counts is the round before: pools that take from each other would never come to rest.
    if (before === undefined ? different.has(entry) : !sameSlices(before, step.slices)) changed.push(entry)
    sources.set(entry, step.slices)
  }
  return changed
}

const followersOf = async (
  work: Work,
  changed: readonly string[],
  pools: ReadonlyMap<string, PoolWork>,
): Promise<ChainMovement[]> => {
  const set = new Set(changed)
  const fresh = [...pools.values()].flatMap((pool) => pool.fresh.filter((m) => m.source !== null && set.has(m.source)))
  return [...(await loadFollowers(work, changed)), ...fresh]
}

/** A pool that depends on a changed cost joins, locked, and is replayed from the first movement that changed. */
const reach = async (work: Work, pools: Map<string, PoolWork>, follower: ChainMovement): Promise<void> => {
  let pool = pools.get(follower.pool)
  if (pool === undefined) {
    const rows = await lockPools(work, [{ pool: follower.pool, item: follower.item, method: 'movingAverage' }])
    const row = rows.get(follower.pool)
    if (row === undefined) throw new Error(`cost pool ${follower.pool} is gone`)
    pool = { row, fresh: [], replayFrom: null }
    pools.set(follower.pool, pool)
  }
  const isFresh = pool.fresh.some((m) => m.entry === follower.entry)
  if (isFresh && pool.replayFrom === null) return
  if (pool.replayFrom === null || follower.date < pool.replayFrom) pool.replayFrom = follower.date
}
