import type { CalendarDate } from '../../base/calendar-date.ts'
import type { Work } from '../../kernel/posting/work.ts'

export interface PeriodRow {
  readonly id: string
  readonly code: string
  readonly starts_on: CalendarDate
  readonly ends_on: CalendarDate
  readonly state: 'open' | 'closed'
}

/**
 * Holds a period and all later ones alone, in order: postings hold theirs shared, and one of a later month may still
 * correct this one, so booking and closing wait for them and they for it.
 */
export const holdPeriodsFrom = (work: Work, period: string): Promise<PeriodRow[]> =>
  work.tx.rows<PeriodRow>(
    `select id, code, starts_on, ends_on, state from period where company_id = $1 and code >= $2 order by code for update`,
    [work.company, period],
  )
