import type { CalendarDate } from '../../../base/calendar-date.ts'

/** A figure of the law, from a day on, with where it stands and when that was read. */
export interface Effective<T> {
  readonly from: CalendarDate
  /** The last day, where the law names one. */
  readonly to?: CalendarDate
  readonly value: T
  readonly source: string
  /** When the source was read: what is marked so can be corrected by an update. */
  readonly read: CalendarDate
}

/** What is in force on a day; undefined where nothing is. Of two that overlap the later one holds. */
export const inForce = <T>(entries: readonly Effective<T>[], day: CalendarDate): Effective<T> | undefined =>
  entries
    .filter((entry) => entry.from <= day && (entry.to === undefined || day <= entry.to))
    .toSorted((one, other) => (one.from < other.from ? 1 : -1))[0]
