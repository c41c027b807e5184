import { addDays, daysBetween } from '../../../base/calendar-date.ts'
import type { CalendarDate } from '../../../base/calendar-date.ts'
import type { Work } from '../../../kernel/posting/work.ts'

/** What a company is for: practice, a trial, or real work. */
export type CompanyUse = 'practice' | 'trial' | 'ended' | 'live'

/** 15 天试用, the first day included. */
export const trialDays = 15

export interface UseRow {
  readonly use: CompanyUse
  readonly industry: string
  readonly opened_at: Date | string
  readonly ends_on: CalendarDate | null
}

/** What the company is for; a company of which nothing is said works in earnest. */
export const purposeOf = async (work: Work): Promise<UseRow | undefined> => {
  const [row] = await work.tx.rows<UseRow>(
    `select use, industry, opened_at, ends_on from company_use where company_id = $1`,
    [work.company],
  )
  return row
}

const todayOf = (work: Work): CalendarDate => work.clock.today(String(work.settings['zone'] ?? 'Asia/Shanghai'))

/** Says what a company is for from now on; a trial ends on the fifteenth day. */
export const setUse = async (work: Work, use: CompanyUse, industry: string): Promise<void> => {
  const endsOn = use === 'trial' ? addDays(todayOf(work), trialDays - 1) : null
  await work.tx.query(
    `insert into company_use (company_id, use, industry, opened_at, ends_on) values ($1, $2, $3, $4, $5)
     on conflict (company_id) do update set use = $2, ends_on = $5`,
    [work.company, use, industry, work.clock.now(), endsOn],
  )
}

/** Days of the trial that are left, today included; negative ones are over. */
export const daysLeft = (work: Work, { ends_on }: UseRow): number | null =>
  ends_on === null ? null : daysBetween(todayOf(work), ends_on) + 1
