import { daysBetween } from '../../../base/calendar-date.ts'
import type { CalendarDate } from '../../../base/calendar-date.ts'
import type { Decimal } from '../../../base/decimal.ts'
import { cents } from '../../../base/money.ts'

/** A year has 360 days for the discount of a bill. */
const daysOfYear = 360

/**
 * 贴现期: days from the discount to the maturity, counting the first and not the last (算头不算尾), and what a place
 * elsewhere adds (异地三天, paper bills only).
 */
export const discountDays = (from: CalendarDate, maturesOn: CalendarDate, extra: number): number =>
  Math.max(daysBetween(from, maturesOn), 0) + extra

/** 贴现利息 in yuan: face × yearly rate in percent ÷ 360 × days, to the cent. */
export const discountInterest = (face: Decimal, percentAYear: Decimal, days: number): Decimal =>
  cents(
    face
      .times(percentAYear)
      .times(days)
      .div(100 * daysOfYear),
  )
