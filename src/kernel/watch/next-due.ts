import { addDays } from '../../base/calendar-date.ts'
import type { CalendarDate } from '../../base/calendar-date.ts'
import { dateIn, timeOfDayIn } from '../../base/clock.ts'

/** When something is sent: every day, on a day of the week (1 is Monday), on a day of the month (31 is its last). */
export interface Rhythm {
  readonly every: 'day' | 'week' | 'month'
  readonly day: number
  /** `08:00` in the company's zone. */
  readonly time: string
}

const weekday = (day: CalendarDate): number => new Date(`${day}T00:00:00Z`).getUTCDay() || 7
const dayOfMonth = (day: CalendarDate): number => Number(day.slice(8))
const isLastOfMonth = (day: CalendarDate): boolean => dayOfMonth(addDays(day, 1)) === 1

const fits = ({ every, day }: Rhythm, date: CalendarDate): boolean => {
  if (every === 'day') return true
  if (every === 'week') return weekday(date) === day
  return dayOfMonth(date) === day || (isLastOfMonth(date) && day > dayOfMonth(date))
}

/** The last day whose time has come, going by a rhythm; undefined where there was none in the month before. */
export const lastDueDay = (rhythm: Rhythm, now: Date, zone: string): CalendarDate | undefined => {
  const today = dateIn(now, zone)
  const first = timeOfDayIn(now, zone) >= rhythm.time ? 0 : 1
  for (let back = first; back <= 31; back += 1) {
    const day = addDays(today, -back)
    if (fits(rhythm, day)) return day
  }
  return undefined
}
