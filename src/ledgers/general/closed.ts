import { addDays } from '../../base/calendar-date.ts'
import type { CalendarDate } from '../../base/calendar-date.ts'
import type { Work } from '../../kernel/posting/work.ts'

const known = new WeakMap<Work, Promise<CalendarDate | null>>()

const read = async (work: Work): Promise<CalendarDate | null> => {
  const rows = await work.tx.rows<{ ends_on: CalendarDate | null }>(
    `select max(ends_on) as ends_on from period where company_id = $1 and state = 'closed'`,
    [work.company],
  )
  return rows[0]?.ends_on ?? null
}

/** The end of the last closed period; entries on or before it stand as they are. Read once a unit of work. */
export const closedThrough = (work: Work): Promise<CalendarDate | null> => {
  const found = known.get(work)
  if (found !== undefined) return found
  const reading = read(work)
  known.set(work, reading)
  return reading
}

/** The day a correction of `date` is entered: that day, or the first one after the closed periods. */
export const correctedDay = (closed: CalendarDate | null, date: CalendarDate): CalendarDate =>
  closed !== null && date <= closed ? addDays(closed, 1) : date
