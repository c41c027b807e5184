import type { CalendarDate } from '../../base/calendar-date.ts'
import type { Work } from '../../kernel/posting/work.ts'
import { leftBehind } from './fold-movement.ts'
import type { PoolRow } from './pools.ts'
import type { StockSession } from './stock-session.ts'

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
