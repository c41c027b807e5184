import { addDays, daysBetween } from '../../../base/calendar-date.ts'
import type { CalendarDate } from '../../../base/calendar-date.ts'
import { conflict } from '../../../kernel/definition/problem.ts'
import { changeShared, sharedReading } from '../../../kernel/documents/shared-records.ts'
import type { PostingBar, Work } from '../../../kernel/posting/work.ts'

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
  changeShared(work, 'company')
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

/** As {@link purposeOf}, read again only when the company has changed: every document that is posted asks. */
const knownPurpose = sharedReading(['company'], purposeOf)

/** Nothing is posted once a trial is over, until it is kept, nor in one that another company has replaced; all of it can still be read. */
export const barOfUse: PostingBar = async (work) => {
  const found = await knownPurpose(work)
  if (found?.use === 'ended')
    return conflict(
      '这家试用公司已由新公司接替，仅供查阅；请在右上角切换到新公司开单',
      'Another company has taken the place of this trial, which is kept to be read; switch to that one',
    )
  const left = found?.use === 'trial' ? daysLeft(work, found) : null
  if (left === null || left > 0) return undefined
  return conflict(
    `试用已于 ${String(found?.ends_on)} 到期，不能再审核单据；请管理员点页面上方的“转为正式”，资料、单据和账都还在`,
    `The trial ended on ${String(found?.ends_on)}, and nothing more is posted: let an administrator press “Go on in earnest” at the top; all data is still there`,
  )
}
