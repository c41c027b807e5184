import { addMonths } from '../../../base/calendar-date.ts'
import type { CalendarDate } from '../../../base/calendar-date.ts'
import { audit } from '../../../kernel/audit/audit.ts'
import { fieldProblem, invalid } from '../../../kernel/definition/problem.ts'
import { defineProcessRun } from '../../../kernel/documents/installed.ts'
import { loadRecords } from '../../../kernel/documents/load.ts'
import { indexDocuments } from '../../../kernel/documents/search-text.ts'
import type { Work } from '../../../kernel/posting/work.ts'
import { lead } from '../documents/lead.ts'
import { retainPersonalDataProcess } from './retain-personal-data.ts'

const usualMonths = 36

/** Leads that came to nothing: who was asked for is forgotten, what they wanted and from where stays for the figures. */
const forgetLeads = async (work: Work, before: CalendarDate): Promise<number> => {
  const rows = await work.tx.rows<{ id: string; number: string }>(
    `update lead set contact = null, phone = null, address = null
     where company_id = $1 and date < $2 and state in ('void', 'closed') and customer is null
       and (contact is not null or phone is not null or address is not null)
     returning id, number`,
    [work.company, before],
  )
  if (rows.length === 0) return 0
  const records = await loadRecords(
    work.tx,
    work.company,
    lead,
    rows.map((row) => row.id),
  )
  indexDocuments(work, lead, [...records.values()])
  for (const { id, number } of rows) audit(work, { action: 'forget', type: 'lead', record: id, label: number })
  return rows.length
}

/** What was sent to whom is of no use to anyone after so long. */
const forgetMessages = async (work: Work, before: CalendarDate): Promise<number> => {
  const done = await Promise.all(
    ['notice_delivery', 'webhook_delivery'].map((table) =>
      work.tx.query(
        `delete from ${table} where company_id = $1 and at < $2::date and state not in ('waiting', 'sending')`,
        [work.company, before],
      ),
    ),
  )
  return done.reduce((sum, { rowCount }) => sum + (rowCount ?? 0), 0)
}

const monthsOf = (work: Work, asked: number | null | undefined): number => {
  const kept = Number(work.settings['keepPersonalMonths'] ?? usualMonths)
  const months = asked ?? (Number.isInteger(kept) && kept > 0 ? kept : usualMonths)
  if (months < 1)
    throw invalid('保存月数有误', 'The months are wrong', [fieldProblem('months', '至少 1 个月', 'must be 1 at least')])
  return months
}

export const runRetainPersonalData = defineProcessRun(
  retainPersonalDataProcess,
  async ({ months }, inWork, progress) => {
    await progress.report(0, 1)
    const done = await inWork(async (work) => {
      const today = work.clock.today(String(work.settings['zone'] ?? 'Asia/Shanghai'))
      const before = addMonths(today, -monthsOf(work, months))
      const [leads, messages] = [await forgetLeads(work, before), await forgetMessages(work, before)]
      return { leads, messages, before }
    })
    await progress.report(1, 1)
    return done
  },
)
