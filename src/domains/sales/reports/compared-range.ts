import { addDays, addMonths, daysBetween, firstOfMonth, lastOfMonth } from '../../../base/calendar-date.ts'
import type { CalendarDate } from '../../../base/calendar-date.ts'

export interface Range {
  readonly from: CalendarDate
  readonly to: CalendarDate
}

/** The days that a range is compared with, and the SQL interval that brings them onto it. */
export interface Compared extends Range {
  readonly shift: string
}

const months = ({ from, to }: Range): number =>
  (Number(to.slice(0, 4)) - Number(from.slice(0, 4))) * 12 + Number(to.slice(5, 7)) - Number(from.slice(5, 7)) + 1

/** 同期: the same days a year before. */
export const yearBefore = ({ from, to }: Range): Compared => ({
  from: addMonths(from, -12),
  to: to === lastOfMonth(to) ? lastOfMonth(addMonths(firstOfMonth(to), -12)) : addMonths(to, -12),
  shift: '1 year',
})

/** 上期: as many months before, where whole months are asked for, else as many days before. */
export const justBefore = (range: Range): Compared => {
  const { from, to } = range
  if (from === firstOfMonth(from) && to === lastOfMonth(to)) {
    return { from: addMonths(from, -months(range)), to: addDays(from, -1), shift: `${months(range)} months` }
  }
  const days = daysBetween(from, to) + 1
  return { from: addDays(from, -days), to: addDays(from, -1), shift: `${days} days` }
}
