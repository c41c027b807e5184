import { addDays } from '../../../base/calendar-date.ts'
import type { CalendarDate } from '../../../base/calendar-date.ts'

/** The first of January of a day's year. */
export const firstOfYear = (day: CalendarDate): CalendarDate => `${day.slice(0, 4)}-01-01` as CalendarDate

/** The last day of the year before. */
export const endOfLastYear = (day: CalendarDate): CalendarDate => addDays(firstOfYear(day), -1)
