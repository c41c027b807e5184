import type { CalendarDate } from '../../base/calendar-date.ts'
import type { Json } from '../../base/json.ts'
import type { Work } from '../../kernel/posting/work.ts'
import { loadMovements } from './chain.ts'
import type { ChainMovement, CostedMovement } from './chain.ts'
import type { CostMethodName, CostSlice } from './costing/cost-method.ts'
import { firstDayOfAll, foldChain } from './fold-chain.ts'
import type { FoldStart, PoolResult } from './fold-chain.ts'
import type { PoolKey } from './pools.ts'
import { readStandards } from './standards.ts'
import { loadCosts } from './stored-chains.ts'
import type { StoredChain } from './stored-chains.ts'

/** A stored pool, and the last month that was carried, behind which no fold looks. */
export interface StoredPool extends PoolKey {
  readonly carriedThrough: CalendarDate | null
}

/** The states that folds begin with, of the pools that were carried. */
const startsOf = async (work: Work, pools: readonly StoredPool[]): Promise<Map<string, FoldStart>> => {
  const carried = pools.filter((pool) => pool.carriedThrough !== null)
  if (carried.length === 0) return new Map()
  const rows = await work.tx.rows<{
    pool: string
    through: CalendarDate
    method: CostMethodName
    state: Json
    carried: boolean
  }>(
    `select s.pool, s.through, s.method, s.state, s.carried from unnest($2::text[], $3::date[]) as k(pool, through)
     join cost_snapshot s on s.company_id = $1 and s.pool = k.pool and s.through = k.through`,
    [work.company, carried.map((pool) => pool.pool), carried.map((pool) => pool.carriedThrough)],
  )
  return new Map(rows.map((row) => [row.pool, row]))
}

/** What the sources of goods give up, as it is stored, where the chains that were read do not say it. */
const sourcesOf = async (
  work: Work,
  chains: Iterable<StoredChain<CostedMovement>>,
): Promise<Map<string, ChainMovement>> => {
  const missing = new Set<string>()
  for (const { movements } of chains) {
    const own = new Set(movements.map((m) => m.entry))
    for (const m of movements)
      if (
        (m.kind === 'takeIn' || m.kind === 'carryIn' || m.kind === 'takeBack' || m.kind === 'revalue') &&
        m.source !== null &&
        !own.has(m.source)
      )
        missing.add(m.source)
  }
  return new Map((await loadMovements(work, [...missing])).map((m) => [m.entry, m]))
}

/** From the chain's own pool only what reversals took back is asked for; other goods that came back bring what they brought. */
const slicesIn = (
  sources: ReadonlyMap<string, ChainMovement>,
  pool: string,
  chain: StoredChain<CostedMovement>,
): ((entry: string) => readonly CostSlice[] | undefined) => {
  const takenBack = new Set(
    chain.movements.flatMap((m) =>
      (m.kind === 'takeBack' || m.kind === 'revalue') && m.source !== null ? [m.source] : [],
    ),
  )
  return (entry) => {
    const source = sources.get(entry)
    return source !== undefined && (source.pool !== pool || takenBack.has(entry)) ? source.slices : undefined
  }
}

/** Folds stored pools again from nothing, or from their last carried month, and tells what differs; changes nothing. */
export const replayPools = async (
  work: Work,
  pools: readonly StoredPool[],
): Promise<Map<string, Pick<PoolResult, 'differences' | 'costing'>>> => {
  const [starts, standards, chains] = await Promise.all([
    startsOf(work, pools),
    readStandards(
      work,
      pools.map((pool) => pool.item),
    ),
    loadCosts(
      work,
      pools.map(({ pool, carriedThrough }) => ({ pool, after: carriedThrough })),
    ),
  ])
  const sources = await sourcesOf(work, chains.values())
  return new Map(
    pools.map((row) => {
      const chain = chains.get(row.pool) ?? { movements: [], trueUps: new Map() }
      const known = slicesIn(sources, row.pool, chain)
      const from = row.carriedThrough ?? firstDayOfAll
      const walked = { ...row, standards: standards.get(row.item) ?? [] }
      return [
        row.pool,
        foldChain({ row: walked, chain, fresh: [], start: starts.get(row.pool), from, known, whole: () => null }),
      ]
    }),
  )
}
