import { defineProcessRun } from '../../../kernel/documents/installed.ts'
import { refreshAlerts } from '../alerts/refresh-alerts.ts'
import { checkStockAlerts } from './check-stock-alerts.ts'

export const runCheckStockAlerts = defineProcessRun(checkStockAlerts, async (_parameters, inWork, progress) => {
  const found = await inWork((work) => refreshAlerts(work, null))
  await progress.report(1, 1)
  return found
})
