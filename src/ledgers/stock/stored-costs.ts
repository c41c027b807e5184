import type { CalendarDate } from '../../base/calendar-date.ts'
import type { Work } from '../../kernel/posting/work.ts'
import { loadFollowers, loadMovements } from './chain.ts'
import type { ChainMovement } from './chain.ts'
import type { FoldStart } from './fold-chain.ts'
import { snapshotBefore } from './pools.ts'
import { loadChain } from './stored-chains.ts'
import type { StoredChain } from './stored-chains.ts'

/**
 * What the ledger holds of pools and movements, each read once for a settlement. Pools that give each other goods are folded
 * many times until they rest; what is stored of them does not change meanwhile, since they are held.
 */
export interface StoredCosts {
  snapshotBefore(pool: string, day: CalendarDate): Promise<FoldStart | undefined>
  chain(pool: string, after: CalendarDate | null): Promise<StoredChain>
  movements(entries: readonly string[]): Promise<ChainMovement[]>
  /** The movements that take their slices from these. */
  followers(sources: readonly string[]): Promise<ChainMovement[]>
}

/** Remembers what was read by each key, and reads only what is missing. */
const readOnce = (load: (keys: readonly string[]) => Promise<ChainMovement[]>, keyOf: (m: ChainMovement) => string) => {
  const known = new Map<string, ChainMovement[]>()
  return async (keys: readonly string[]): Promise<ChainMovement[]> => {
    const missing = [...new Set(keys)].filter((key) => !known.has(key))
    for (const key of missing) known.set(key, [])
    for (const m of await load(missing)) known.get(keyOf(m))?.push(m)
    return [...new Set(keys)].flatMap((key) => known.get(key) ?? [])
  }
}

const remembered = <Value>(load: (key: string, day: CalendarDate | null) => Promise<Value>) => {
  const known = new Map<string, Promise<Value>>()
  return (key: string, day: CalendarDate | null): Promise<Value> => {
    const found = known.get(`${key} ${day}`) ?? load(key, day)
    known.set(`${key} ${day}`, found)
    return found
  }
}

/** Opens the reading of a settlement. */
export const storedCosts = (work: Work): StoredCosts => {
  const start = remembered((pool, day) => (day === null ? Promise.resolve(undefined) : snapshotBefore(work, pool, day)))
  return {
    snapshotBefore: start,
    chain: remembered((pool, after) => loadChain(work, pool, after)),
    movements: readOnce(
      (entries) => loadMovements(work, entries),
      (m) => m.entry,
    ),
    followers: readOnce(
      (sources) => loadFollowers(work, sources),
      (m) => m.source ?? '',
    ),
  }
}
