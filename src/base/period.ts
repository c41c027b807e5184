import { addMonths, calendarDate, isCalendarDate, lastOfMonth, monthOf } from './calendar-date.ts'
import type { CalendarDate, Period } from './calendar-date.ts'

export type { Period } from './calendar-date.ts'

/** Whether the text is a month, 'YYYY-MM'. */
export function isPeriod(text: string): text is Period {
  return /^\d{4}-\d{2}$/.test(text) && isCalendarDate(`${text}-01`)
}

/** Reads a month; throws a RangeError when the text is not one. */
export function period(text: string): Period {
  if (!isPeriod(text)) throw new RangeError(`not a month (YYYY-MM): ${JSON.stringify(text)}`)
  return text
}

/** The month's first day. */
export function firstDay(month: Period): CalendarDate {
  return calendarDate(`${month}-01`)
}

/** The month's last day. */
export function lastDay(month: Period): CalendarDate {
  return lastOfMonth(firstDay(month))
}

/** The month so many months later; earlier when negative. */
export function addPeriods(month: Period, months: number): Period {
  return monthOf(addMonths(firstDay(month), months))
}

/** The month after. */
export function next(month: Period): Period {
  return addPeriods(month, 1)
}

/** The month before. */
export function previous(month: Period): Period {
  return addPeriods(month, -1)
}

/** Orders months, for sorting. */
export function compare(one: Period, other: Period): number {
  if (one === other) return 0
  return one < other ? -1 : 1
}

/** The calendar year, which is the fiscal year. */
export function yearOf(month: Period): number {
  return Number(month.slice(0, 4))
}

/** The month within its year, 1 to 12. */
export function monthNumber(month: Period): number {
  return Number(month.slice(5, 7))
}
