declare const dateBrand: unique symbol
declare const periodBrand: unique symbol

/** A day of the calendar, 'YYYY-MM-DD', without time or zone. Compares as text. */
export type CalendarDate = string & { readonly [dateBrand]: true }
/** A month of the calendar, 'YYYY-MM'; its functions are in `period.ts`. Compares as text. */
export type Period = string & { readonly [periodBrand]: true }

const datePattern = /^(\d{4})-(\d{2})-(\d{2})$/

function isLeap(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0
}

/** How many days the month (1 to 12) has in the year. */
export function daysInMonth(year: number, month: number): number {
  if (month === 2) return isLeap(year) ? 29 : 28
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31
}

/** Whether the text is a day that exists, written 'YYYY-MM-DD'; the year 0000 does not exist. */
export function isCalendarDate(text: string): text is CalendarDate {
  const match = datePattern.exec(text)
  if (match === null) return false
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])]
  return year >= 1 && month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month)
}

/** Reads a day; throws a RangeError when the text is not one. */
export function calendarDate(text: string): CalendarDate {
  if (!isCalendarDate(text)) throw new RangeError(`not a date (YYYY-MM-DD): ${JSON.stringify(text)}`)
  return text
}

interface DateParts {
  readonly year: number
  readonly month: number
  readonly day: number
}

function partsOf(date: CalendarDate): DateParts {
  return { year: Number(date.slice(0, 4)), month: Number(date.slice(5, 7)), day: Number(date.slice(8, 10)) }
}

function fromParts(year: number, month: number, day: number): CalendarDate {
  const text = `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
  return calendarDate(text)
}

/** Days since 1970-01-01 in the proleptic Gregorian calendar; years are counted from March, so that leap days come last. */
export function dayNumber(date: CalendarDate): number {
  const { year, month, day } = partsOf(date)
  const marchYear = month <= 2 ? year - 1 : year
  const era = Math.floor(marchYear / 400)
  const yearOfEra = marchYear - era * 400
  const dayOfYear = Math.floor((153 * ((month + 9) % 12) + 2) / 5) + day - 1
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear
  return era * 146_097 + dayOfEra - 719_468
}

/** The day of a number from {@link dayNumber}; throws a RangeError outside the years 1 to 9999. */
export function dateOfDayNumber(number: number): CalendarDate {
  const shifted = number + 719_468
  const era = Math.floor(shifted / 146_097)
  const dayOfEra = shifted - era * 146_097
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365,
  )
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100))
  const marchMonth = Math.floor((5 * dayOfYear + 2) / 153)
  const day = dayOfYear - Math.floor((153 * marchMonth + 2) / 5) + 1
  const month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9
  return fromParts(yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day)
}

/** The day so many days later; earlier when negative. */
export function addDays(date: CalendarDate, days: number): CalendarDate {
  return dateOfDayNumber(dayNumber(date) + days)
}

/** The same day so many months later; the last day of the month where the month is shorter: 01-31 + 1 is 02-28. */
export function addMonths(date: CalendarDate, months: number): CalendarDate {
  const { year, month, day } = partsOf(date)
  const index = year * 12 + month - 1 + months
  const newYear = Math.floor(index / 12)
  const newMonth = index - newYear * 12 + 1
  return fromParts(newYear, newMonth, Math.min(day, daysInMonth(newYear, newMonth)))
}

/** How many days from the first to the second; negative when the second is earlier. */
export function daysBetween(from: CalendarDate, to: CalendarDate): number {
  return dayNumber(to) - dayNumber(from)
}

/** The first day of the date's month. */
export function firstOfMonth(date: CalendarDate): CalendarDate {
  const { year, month } = partsOf(date)
  return fromParts(year, month, 1)
}

/** The last day of the date's month. */
export function lastOfMonth(date: CalendarDate): CalendarDate {
  const { year, month } = partsOf(date)
  return fromParts(year, month, daysInMonth(year, month))
}

/** The month the day lies in. */
export function monthOf(date: CalendarDate): Period {
  return date.slice(0, 7) as Period
}

/** The day of the week, 1 for Monday to 7 for Sunday. */
export function weekdayOf(date: CalendarDate): number {
  return ((((dayNumber(date) + 3) % 7) + 7) % 7) + 1
}

/** Orders days, for sorting. */
export function compareDates(one: CalendarDate, other: CalendarDate): number {
  if (one === other) return 0
  return one < other ? -1 : 1
}
