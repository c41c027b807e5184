import { daysInMonth, isoDate, shiftDate } from '../field/read-date.ts'

function parts(date: string): [year: number, month: number, day: number] {
  const [year = 1970, month = 1, day = 1] = date.split('-').map(Number)
  return [year, month, day]
}

export function monthStart(date: string): string {
  return `${date.slice(0, 7)}-01`
}

export function monthEnd(date: string): string {
  const [year, month] = parts(date)
  return isoDate(year, month, daysInMonth(year, month))
}

/** The Monday of the week. */
export function weekStart(date: string): string {
  const weekday = (new Date(`${date}T00:00:00Z`).getUTCDay() + 6) % 7
  return shiftDate(date, -weekday)
}

/** The same day some months away, or the last of a shorter month. */
export function addMonthsTo(date: string, months: number): string {
  const [year, month, day] = parts(date)
  const index = year * 12 + month - 1 + months
  const nextYear = Math.floor(index / 12)
  const nextMonth = (index % 12) + 1
  return isoDate(nextYear, nextMonth, Math.min(day, daysInMonth(nextYear, nextMonth)))
}
