import type { CalendarDate } from '../../base/calendar-date.ts'
import type { PostingRecord } from '../../kernel/posting/book.ts'
import type { Effect } from '../../kernel/posting/proposal.ts'
import type { Work } from '../../kernel/posting/work.ts'
import type { Accounts } from '../general/accounts.ts'
import { isPooled } from '../dimensions/place.ts'
import { correctedDay } from '../general/closed.ts'
import { settingsOf } from '../settings.ts'
import type { ChainMovement } from './chain.ts'
import { lockMorePools, lockPools } from './pools.ts'
import type { PoolKey } from './pools.ts'
import type { PoolWork } from './fold-chain.ts'
import type { TakenShare } from './source-shares.ts'
import { moveOf } from './stock-balance.ts'
import type { QuantityMove, Standing } from './stock-balance.ts'
import { poolIn } from './cost-scope.ts'
import type { StockContext } from './stock-context.ts'
import type { StockRow } from './stock-rows.ts'
import type { SerialBook } from './tracking/serial-book.ts'
import type { StockProposal } from './stock.ts'

/** Everything the stock ledger has read and locked for one posting. */
export interface StockSession {
  context: StockContext
  /** The cost pool that goods in a place belong to. */
  poolOf(item: string, warehouse: string, place: string): string
  /** Takes further items and warehouses into view. */
  extend(work: Work, items: readonly string[], warehouses: readonly string[]): Promise<void>
  /** Movements that mirror earlier ones in a reversal, with what they stand for. */
  readonly mirrored: Map<string, StockProposal>
  readonly accounts: Accounts
  readonly closed: CalendarDate | null
  readonly pools: Map<string, PoolWork>
  /** Movements of the source lines, by line. */
  readonly sources: ReadonlyMap<string, readonly ChainMovement[]>
  /** The shares of each source movement that followers took. */
  readonly taken: Map<string, readonly TakenShare[]>
  /** The places in the order of what is being amended, by pool and line: what stands in its stead takes them. */
  readonly places: Map<string, number[]>
  readonly rows: StockRow[]
  readonly moves: QuantityMove[]
  /** What lay in the places of the posting's goods when their pools were locked. */
  readonly standing: Standing
  readonly effects: Effect[]
  /** The units with serial numbers that move. */
  readonly serials: SerialBook
  /** The units that source movements moved, by entry. */
  readonly sourceSerials: Map<string, readonly string[]>
  backdated: boolean
}

/** Under which a line's places in a pool are kept; what belongs to no line has places of its own. */
export const placeKey = (pool: string, line: string | null): string => `${pool}/${line ?? ''}`

const sessions = new WeakMap<PostingRecord, Promise<StockSession>>()

/** Begins a posting's session; the books' later steps find it by the posting. */
export const beginSession = (posting: PostingRecord, session: Promise<StockSession>): Promise<StockSession> => {
  sessions.set(posting, session)
  return session
}

export const sessionOf = async (posting: PostingRecord): Promise<StockSession> => {
  const session = sessions.get(posting)
  if (session === undefined) throw new Error('the stock ledger was not prepared')
  return session
}

interface GoodsPlace {
  readonly item: string
  readonly warehouse: string
  readonly place: string
  /** The pool in which they are, where that is known. */
  readonly pool?: string
}

/** The pools of goods, each once, with the method of one that is new. */
export const poolKeys = (work: Work, { costScope }: StockContext, goods: readonly GoodsPlace[]): PoolKey[] => {
  const { costMethod } = settingsOf(work.settings)
  const keys = goods.map(({ item, warehouse, place, pool: known }): PoolKey => {
    const pool = known ?? poolIn(costScope(item), item, warehouse, place)
    // Goods elsewhere than on hand hold the cost of what came there, first in first out.
    return isPooled(place) ? { pool, item, method: costMethod } : { pool, item, method: 'fifo', fixed: true }
  })
  return [...new Map(keys.map((key) => [key.pool, key])).values()]
}

/** Locks the pools of goods that are there, those not locked yet. */
export const joinPools = async (work: Work, session: StockSession, goods: readonly GoodsPlace[]): Promise<void> => {
  const missing = poolKeys(work, session.context, goods).filter((key) => !session.pools.has(key.pool))
  if (missing.length === 0) return
  const rows =
    session.pools.size === 0
      ? await lockPools(work, missing)
      : await lockMorePools(
          work,
          missing.map((key) => key.pool),
        )
  for (const [pool, row] of rows) session.pools.set(pool, { row, fresh: [], replayFrom: null })
}

/** Makes a pool's chain be replayed from a day, or from an earlier one that was said before. */
export const replayFrom = (pool: PoolWork, date: CalendarDate) => {
  if (pool.replayFrom === null || date < pool.replayFrom) pool.replayFrom = date
}

/** Puts a movement into its pool's chain; one that is not the last makes the chain be replayed from its day. */
export const addMovement = (session: StockSession, m: ChainMovement): void => {
  const pool = session.pools.get(m.pool)
  if (pool === undefined) throw new Error(`cost pool ${m.pool} is not locked`)
  pool.fresh.push(m)
  const { lastDate, nextSequence } = pool.row
  if (lastDate !== null && (m.date < lastDate || (m.date === lastDate && m.sequence < nextSequence - 1))) {
    replayFrom(pool, m.date)
  }
  if (lastDate !== null && m.date < lastDate) session.backdated = true
  if (m.quantity !== 0n) session.moves.push(moveOf(m))
}

/** The day a correction of `date` is entered: that day, or the first one after the closed periods. */
export const correctionDay = (session: StockSession, date: CalendarDate): CalendarDate =>
  correctedDay(session.closed, date)
