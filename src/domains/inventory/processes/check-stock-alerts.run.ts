import { defineProcessRun } from '../../../kernel/documents/installed.ts'
import { refreshAlerts, wakeAlerts } from '../alerts/refresh-alerts.ts'
import { checkStockAlerts } from './check-stock-alerts.ts'

export const runCheckStockAlerts = defineProcessRun(checkStockAlerts, async (_parameters, inWork, progress) => {
  const found = await inWork(async (work) => {
    const changed = await refreshAlerts(work, null)
    return { ...changed, woken: await wakeAlerts(work) }
  })
  await progress.report(1, 1)
  return found
})
