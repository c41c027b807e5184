import { addMonths } from '../../../base/calendar-date.ts'
import type { CalendarDate } from '../../../base/calendar-date.ts'

export type Recurrence = 'month' | 'quarter' | 'year'

const months: Readonly<Record<Recurrence, number>> = { month: 1, quarter: 3, year: 12 }

/**
 * The days on which something recurs up to a day: from its first on, by whole months counted from that, so that one of the 31st
 * is on the last day of shorter months and on the 31st again after them.
 */
export const occurrences = (
  every: Recurrence,
  first: CalendarDate,
  through: CalendarDate,
): { readonly due: readonly CalendarDate[]; readonly next: CalendarDate } => {
  const due: CalendarDate[] = []
  let next = first
  for (let count = 1; next <= through && count <= 120; count += 1) {
    due.push(next)
    next = addMonths(first, months[every] * count)
  }
  return { due, next }
}
