import { addDays, calendarDate } from '../base/calendar-date.ts'
import type { CalendarDate } from '../base/calendar-date.ts'
import { fieldProblem } from '../kernel/definition/problem.ts'
import type { FieldProblem } from '../kernel/definition/problem.ts'
import type { Work } from '../kernel/posting/work.ts'
import { settingsOf } from './settings.ts'

/** The day before the first month. */
export const openingDay = (startMonth: string): CalendarDate => addDays(calendarDate(`${startMonth}-01`), -1)

export const isOpeningDay = (startMonth: string | null | undefined, date: CalendarDate): boolean =>
  startMonth !== null && startMonth !== undefined && startMonth !== '' && openingDay(startMonth) === date

/** The first day of the year that the books begin in, by their opening day. */
export const firstOfOpeningYear = (opening: CalendarDate): CalendarDate =>
  calendarDate(`${addDays(opening, 1).slice(0, 4)}-01-01`)

/** The last day of the year before the books begin; the opening day itself where they begin in January. */
export const eveOfYear = (opening: CalendarDate): CalendarDate => addDays(firstOfOpeningYear(opening), -1)

/** Openings stand on the day before the first month, where that is known. */
export const wrongOpeningDay = (date: CalendarDate, work: Work): FieldProblem[] => {
  const { startMonth } = settingsOf(work.settings)
  if (startMonth === null || startMonth === '') return []
  const day = openingDay(startMonth)
  return date === day
    ? []
    : [
        fieldProblem(
          'date',
          `期初余额的日期应为启用月份前一天 ${day}`,
          `must be ${day}, the day before the first month`,
        ),
      ]
}
