import { defineProcessRun } from '../../../kernel/documents/installed.ts'
import { fieldProblem, invalid } from '../../../kernel/definition/problem.ts'
import type { Work } from '../../../kernel/posting/work.ts'
import { hasPlatform, platformOf } from '../platform/platform-settings.ts'
import { issueOne } from './issue-one.ts'
import { issueDigitalInvoices } from './issue-digital-invoices.ts'

const underWay = (work: Work): Promise<{ id: string }[]> =>
  work.tx.rows<{ id: string }>(
    `select id from digital_invoice where company_id = $1 and state = 'posted' and reverses is null
       and issue_state in ('waiting', 'issuing', 'confirming') order by date, number limit 500`,
    [work.company],
  )

/** One that failed is tried again as it is: the credit was raised, the other side has confirmed. */
const again = async (work: Work, number: string): Promise<{ id: string }[]> => {
  const rows = await work.tx.rows<{ id: string }>(
    `update digital_invoice set issue_state = case issue_state when 'failed' then 'waiting' else issue_state end
     where company_id = $1 and number = $2 and state = 'posted' and issue_state in ('waiting', 'issuing', 'confirming', 'failed')
     returning id`,
    [work.company, number],
  )
  if (rows.length > 0) return rows
  throw invalid('不能开具', 'It cannot be issued', [
    fieldProblem('invoice', `${number} 未审核，或者已经开具`, 'is not posted, or is issued already'),
  ])
}

export const runIssueDigitalInvoices = defineProcessRun(issueDigitalInvoices, async ({ invoice }, inWork, progress) => {
  const { platform, ids } = await inWork(async (work) => ({
    platform: (await hasPlatform(work)) ? await platformOf(work) : undefined,
    ids: invoice ? await again(work, invoice) : await underWay(work),
  }))
  const counts: Record<string, number> = { issued: 0, failed: 0, confirming: 0, issuing: 0 }
  for (const [index, { id }] of ids.entries()) {
    if (platform === undefined || (await progress.cancelled())) break
    const state = await issueOne(platform, id, inWork)
    counts[state] = (counts[state] ?? 0) + 1
    await progress.report(index + 1, ids.length)
  }
  return platform === undefined ? { ...counts, note: '还没有开票通道' } : counts
})
