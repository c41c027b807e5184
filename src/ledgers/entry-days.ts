import type { CalendarDate } from '../base/calendar-date.ts'
import type { Work } from '../kernel/posting/work.ts'

/** The days that a ledger's entries are dated. */
export interface EntryDays {
  readonly first: CalendarDate
  readonly middle: CalendarDate
  readonly last: CalendarDate
}

/**
 * The first and the last day of a ledger, and the one between: what stood on a day is quicker counted from the beginning
 * before the middle, and back from now after it. Nothing where the ledger is empty.
 */
export const entryDays = async (work: Work, ledger: 'stock' | 'party'): Promise<EntryDays | undefined> => {
  const [days] = await work.tx.rows<EntryDays>(
    `select first, first + (last - first) / 2 as middle, last from (
       select min(date) as first, max(date) as last from ${ledger}_entry where company_id = $1) days where last is not null`,
    [work.company],
  )
  return days
}
