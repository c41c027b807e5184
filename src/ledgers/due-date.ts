import { addDays, isCalendarDate } from '../base/calendar-date.ts'
import type { CalendarDate } from '../base/calendar-date.ts'

/** 到期日 = 单据日期 + 账期; without 账期 the day itself (货到即付). Undefined while the day is not known. */
export const dueDate = (day: unknown, paymentDays: number | null | undefined): CalendarDate | undefined =>
  typeof day === 'string' && isCalendarDate(day) ? addDays(day, paymentDays ?? 0) : undefined
