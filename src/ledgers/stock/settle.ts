import { firstOfMonth } from '../../base/calendar-date.ts'
import type { CalendarDate } from '../../base/calendar-date.ts'
import { closedThrough } from '../general/closed.ts'
import type { Work } from '../../kernel/posting/work.ts'
import type { ChainMovement } from './chain.ts'
import type { CostDifference } from './cost-difference.ts'
import type { CostSlice, Step } from './costing/cost-method.ts'
import { appendToChain, foldChain, sameSlices } from './fold-chain.ts'
import type { FoldStart, PoolResult, PoolWork } from './fold-chain.ts'
import type { SlicesOf } from './fold-movement.ts'
import { forgetSnapshots, lockMorePools, savePools } from './pools.ts'
import { storedCosts } from './stored-costs.ts'
import type { StoredCosts } from './stored-costs.ts'

/** What settling found: of the posting's own movements, and of those that stand already. */
export interface Settled {
  /** What each movement of this posting did, by entry. */
  readonly steps: ReadonlyMap<string, Step>
  readonly differences: readonly CostDifference[]
  /** Movements that take more of a lot or serial number than is there, where each is valued by itself. */
  readonly short: readonly ChainMovement[]
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
  const stored = storedCosts(work)
  for (const follower of await stored.followers([...given.slices.keys()])) {
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
    await loadSources(stored, pool, sources)
    const result = pool.replayFrom === null ? appendToChain(pool, known) : await replay(work, stored, pool, known)
    results.set(key, result)
    const changed = changedSources(result, sources)
    for (const follower of await followersOf(stored, changed, pools)) {
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
    short: [...results.values()].flatMap((result) => result.short),
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

/** Movements that take the slices of another as they are now; a change of value asks whose goods it is meant for. */
const followsSlices = (m: ChainMovement) =>
  m.kind === 'takeIn' || m.kind === 'carryIn' || m.kind === 'takeBack' || m.kind === 'revalue'

const loadSources = async (
  stored: StoredCosts,
  pool: PoolWork,
  sources: Map<string, readonly CostSlice[]>,
): Promise<void> => {
  const own = new Set(pool.fresh.map((m) => m.entry))
  const missing = pool.fresh.flatMap((m) =>
    followsSlices(m) && m.source !== null && !sources.has(m.source) && !own.has(m.source) ? [m.source] : [],
  )
  for (const source of await stored.movements(missing)) sources.set(source.entry, source.slices)
  // What another pool of the posting gives up is not known before that pool is settled: this one is settled again then.
  for (const entry of missing) if (!sources.has(entry)) sources.set(entry, [])
}

/** What reversals in a chain took back and changes of value are meant for, where that came before the chain begins. */
const slicesBefore = async (
  stored: StoredCosts,
  chain: readonly ChainMovement[],
  known: SlicesOf,
): Promise<ReadonlyMap<string, readonly CostSlice[]>> => {
  const own = new Set(chain.map((m) => m.entry))
  const missing = chain.flatMap((m) =>
    (m.kind === 'takeBack' || m.kind === 'revalue') &&
    m.source !== null &&
    !own.has(m.source) &&
    known(m.source) === undefined
      ? [m.source]
      : [],
  )
  return new Map((await stored.movements(missing)).map((m) => [m.entry, m.slices]))
}

/** Something in the past changed: the chain is folded again from the last snapshot, and compared with what is stored. */
const replay = async (work: Work, stored: StoredCosts, pool: PoolWork, known: SlicesOf): Promise<PoolResult> => {
  const from = pool.replayFrom as CalendarDate
  const start = await stored.snapshotBefore(pool.row.pool, firstOfMonth(from))
  return replayFrom(work, stored, pool, start, known, from)
}

const replayFrom = async (
  work: Work,
  stored: StoredCosts,
  pool: PoolWork,
  start: FoldStart | undefined,
  known: SlicesOf,
  from: CalendarDate,
  method = pool.row.method,
): Promise<PoolResult> => {
  const last = start?.through
  const chain = await stored.chain(pool.row.pool, last ?? null)
  const isEmpty = chain.movements.length + pool.fresh.length === 0
  if (
    isEmpty &&
    start !== undefined &&
    last !== undefined &&
    !start.carried &&
    last > ((await closedThrough(work)) ?? '')
  ) {
    // Nothing has moved since: the chain ends in an earlier month, whose state is not that of a month that opened after it.
    const earlier = await stored.snapshotBefore(pool.row.pool, firstOfMonth(last))
    return replayFrom(work, stored, pool, earlier, known, from, start.method)
  }
  const before = await slicesBefore(stored, chain.movements, known)
  return foldChain({
    row: { ...pool.row, method },
    chain,
    fresh: pool.fresh,
    start,
    from,
    known: (entry) => known(entry) ?? before.get(entry),
    whole: (m) => m,
  })
}

/** Remembers what the movements give up now, and tells whose followers must be told. */
const changedSources = (result: PoolResult, sources: Map<string, readonly CostSlice[]>): string[] => {
  const changed: string[] = []
  const different = new Set(result.differences.filter((d) => d.coveredBy === null).map((d) => d.entry))
  for (const [entry, step] of result.steps) {
    const before = sources.get(entry)
    // In later rounds what counts is the round before: pools that take from each other would never come to rest.
    if (before === undefined ? different.has(entry) : !sameSlices(before, step.slices)) changed.push(entry)
    sources.set(entry, step.slices)
  }
  return changed
}

const followersOf = async (
  stored: StoredCosts,
  changed: readonly string[],
  pools: ReadonlyMap<string, PoolWork>,
): Promise<ChainMovement[]> => {
  const set = new Set(changed)
  const fresh = [...pools.values()].flatMap((pool) => pool.fresh.filter((m) => m.source !== null && set.has(m.source)))
  return [...(await stored.followers(changed)), ...fresh]
}

/** A pool that depends on a changed cost joins, locked, and is replayed from the first movement that changed. */
const reach = async (work: Work, pools: Map<string, PoolWork>, follower: ChainMovement): Promise<void> => {
  let pool = pools.get(follower.pool)
  if (pool === undefined) {
    const rows = await lockMorePools(work, [follower.pool])
    const row = rows.get(follower.pool)
    if (row === undefined) throw new Error(`cost pool ${follower.pool} is gone`)
    pool = { row, fresh: [], replayFrom: null }
    pools.set(follower.pool, pool)
  }
  const isFresh = pool.fresh.some((m) => m.entry === follower.entry)
  if (isFresh && pool.replayFrom === null) return
  if (pool.replayFrom === null || follower.date < pool.replayFrom) pool.replayFrom = follower.date
}
