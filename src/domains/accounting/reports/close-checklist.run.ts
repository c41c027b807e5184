import { defineReportRun } from '../../../kernel/documents/installed.ts'
import { closeChecklist } from '../processes/close-checklist.ts'
import { periodIn } from '../processes/voucher-processes.ts'
import { closeChecklistReport } from './close-checklist.ts'

export const closeChecklistRun = defineReportRun(closeChecklistReport, async (parameters, work) => {
  const period = periodIn(parameters.period)
  const items = await closeChecklist(work, period)
  const open = items.filter((item) => item.blocking && !item.ok && !item.byClose).length
  return {
    rows: items.map((item) => ({ ...item })),
    notes: [open === 0 ? `${period} 可以结账` : `${period} 还有 ${open} 项必须处理`],
  }
})
