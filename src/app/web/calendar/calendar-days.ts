import { addDays, calendarDate, firstOfMonth, lastOfMonth } from '../../../base/calendar-date.ts'
import type { CalendarDate } from '../../../base/calendar-date.ts'
import type { ReportRow } from '../../../kernel/definition/report.ts'
import { cell } from '../report/report-answer.ts'

/** A day of the grid with what is due in and out on it. */
export type DueDay = {
  readonly day: CalendarDate
  readonly inMonth: boolean
  readonly receivable: string
  readonly payable: string
}

/** What was due before the month and is not paid yet. */
export type Earlier = { readonly receivable: string; readonly payable: string; readonly to: string }

/** The weeks of a month, Monday first, with the days of others that fill them. */
export function weeksOf(month: CalendarDate, rows: readonly ReportRow[]): readonly (readonly DueDay[])[] {
  const byDay = new Map(rows.map((row) => [cell(row, 'date'), row]))
  const first = firstOfMonth(month)
  const weekday = (new Date(`${first}T00:00:00Z`).getUTCDay() + 6) % 7
  const weeks: DueDay[][] = []
  for (let from = addDays(first, -weekday); from <= lastOfMonth(month); from = addDays(from, 7)) {
    weeks.push(
      Array.from({ length: 7 }, (_, index) => {
        const day = addDays(from, index)
        const row = byDay.get(day)
        return {
          day,
          inMonth: firstOfMonth(day) === first,
          receivable: cell(row, 'receivable'),
          payable: cell(row, 'payable'),
        }
      }),
    )
  }
  return weeks
}

/** The row of what is overdue from before the month; null where nothing is. */
export function earlierOf(month: CalendarDate, rows: readonly ReportRow[]): Earlier | null {
  const row = rows.find((one) => cell(one, 'from') === '')
  return row === undefined
    ? null
    : { receivable: cell(row, 'receivable'), payable: cell(row, 'payable'), to: addDays(firstOfMonth(month), -1) }
}

/** The month of an address, else the one of today. */
export const monthIn = (text: string | null, today: string): CalendarDate =>
  firstOfMonth(calendarDate(/^\d{4}-(0[1-9]|1[0-2])$/.test(text ?? '') ? `${text}-01` : today))
