import { addDays } from './calendar-date.ts'
import type { CalendarDate } from './calendar-date.ts'
import { calendarDate } from './calendar-date.ts'

/** Stretches of days that go along with the calendar: what is asked of a report again and again is asked of these. */
export const daySpans = ['today', 'yesterday', 'last7', 'last30', 'thisMonth', 'lastMonth', 'thisYear'] as const
export type DaySpan = (typeof daySpans)[number]

export const isDaySpan = (value: unknown): value is DaySpan => daySpans.some((one) => one === value)

const firstOfMonth = (day: CalendarDate): CalendarDate => calendarDate(`${day.slice(0, 7)}-01`)
const lastOfMonth = (day: CalendarDate): CalendarDate => addDays(firstOfMonth(addDays(firstOfMonth(day), 32)), -1)

/** The first and the last day of a span, seen from a day. */
export const daysOf = (
  span: DaySpan,
  today: CalendarDate,
): { readonly from: CalendarDate; readonly to: CalendarDate } => {
  switch (span) {
    case 'today':
      return { from: today, to: today }
    case 'yesterday':
      return { from: addDays(today, -1), to: addDays(today, -1) }
    case 'last7':
      return { from: addDays(today, -6), to: today }
    case 'last30':
      return { from: addDays(today, -29), to: today }
    case 'thisMonth':
      return { from: firstOfMonth(today), to: lastOfMonth(today) }
    case 'lastMonth': {
      const last = addDays(firstOfMonth(today), -1)
      return { from: firstOfMonth(last), to: last }
    }
    default:
      return { from: calendarDate(`${today.slice(0, 4)}-01-01`), to: calendarDate(`${today.slice(0, 4)}-12-31`) }
  }
}
