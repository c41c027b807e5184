import type { CalendarDate } from '../../../base/calendar-date.ts'
import { addPeriods, firstDay, lastDay } from '../../../base/period.ts'
import type { Period } from '../../../base/period.ts'

export interface TaxSpan {
  readonly from: CalendarDate
  readonly to: CalendarDate
  readonly months: 1 | 3
}

/** Whether a month ends a quarter. */
export const endsQuarter = (month: Period): boolean => Number(month.slice(5)) % 3 === 0

export const monthSpan = (month: Period): TaxSpan => ({ from: firstDay(month), to: lastDay(month), months: 1 })

/** The quarter that a month ends. */
export const quarterSpan = (month: Period): TaxSpan => ({
  from: firstDay(addPeriods(month, -2)),
  to: lastDay(month),
  months: 3,
})
