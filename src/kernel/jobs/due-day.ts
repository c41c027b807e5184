import { addDays } from '../../base/calendar-date.ts'
import type { CalendarDate } from '../../base/calendar-date.ts'
import { dateIn, timeOfDayIn } from '../../base/clock.ts'

/** The last day whose time has come: today, or yesterday while it is still early. */
export const dueDay = (now: Date, zone: string, daily: string): CalendarDate => {
  const today = dateIn(now, zone)
  return timeOfDayIn(now, zone) >= daily ? today : addDays(today, -1)
}
