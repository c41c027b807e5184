import { defineReportRun } from '../../../kernel/documents/installed.ts'
import { closeChecklist } from '../processes/close-checklist.ts'
import { periodIn } from '../processes/voucher-processes.ts'
import { closeChecklistReport } from './close-checklist.ts'

const noteOf = (period: string, open: number) =>
  open === 0 ? `${period} 可以结账` : `${period} 还有 ${open} 项必须处理`

export const closeChecklistRun = defineReportRun(closeChecklistReport, async (parameters, work) => {
  const period = periodIn(parameters.period)
  const items = await closeChecklist(work, period)
  const [row] = await work.tx.rows<{ state: string }>(`select state from period where company_id = $1 and code = $2`, [
    work.company,
    period,
  ])
  const closed = row?.state === 'closed'
  const open = items.filter((item) => item.blocking && !item.ok && !item.byClose).length
  return {
    rows: items.map((item) => ({ ...item, closed })),
    notes: [closed ? `${period} 已结账` : noteOf(period, open)],
  }
})
