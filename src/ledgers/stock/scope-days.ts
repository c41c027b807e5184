import type { CalendarDate } from '../../base/calendar-date.ts'
import type { Work } from '../../kernel/posting/work.ts'
import type { ChainMovement } from './chain.ts'
import { leftBehind } from './fold-movement.ts'
import type { PoolRow } from './pools.ts'
import type { StockSession } from './stock-session.ts'
import type { StockProposal } from './stock.ts'

/** Who waited for a pool while the scope of the item's pools changed begins again, and finds the pools that hold now. */
export const refuseStale = (work: Work, session: StockSession, day: CalendarDate): void => {
  const stale = [...session.pools.values()].some(
    ({ row }) => row.scopeTo !== null && day >= row.scopeTo && session.context.costScope(row.item) === scopeOfPool(row),
  )
  if (stale) work.tx.beginAgain([])
}

const scopeOfPool = ({ pool, item }: PoolRow) => (pool === item ? 'company' : 'warehouse')

/** What moves inside a pool has no movement in its chain that would tell: where goods lay as the scope changed stays as it was. */
export const refuseBeforeScope = (row: PoolRow | undefined, day: CalendarDate): void => {
  if (row !== undefined && row.scopeFrom !== null && day < row.scopeFrom) throw leftBehind(row.scopeFrom)
}

/** What comes of a closed period comes before the movements of its day: before the scope of the item's pools changed on it, too. */
export const poolOfCorrection = (
  session: StockSession,
  p: StockProposal,
  date: CalendarDate,
  source: ChainMovement | undefined,
): string => {
  const last = source === undefined ? null : (session.pools.get(source.pool)?.row.scopeTo ?? null)
  return source !== undefined && last !== null && date <= last
    ? source.pool
    : session.poolOf(p.item, p.warehouse, p.place)
}
