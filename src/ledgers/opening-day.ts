import { addDays, calendarDate } from '../base/calendar-date.ts'
import type { CalendarDate } from '../base/calendar-date.ts'
import { fieldProblem } from '../kernel/definition/problem.ts'
import type { FieldProblem } from '../kernel/definition/problem.ts'
import type { Work } from '../kernel/posting/work.ts'
import { settingsOf } from './settings.ts'

/** Openings stand on the day before the first month, where that is known. */
export const wrongOpeningDay = (date: CalendarDate, work: Work): FieldProblem[] => {
  const { startMonth } = settingsOf(work.settings)
  if (startMonth === null || startMonth === '') return []
  const day = addDays(calendarDate(`${startMonth}-01`), -1)
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
