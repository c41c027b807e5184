import { updateEntity } from '../../../kernel/documents/entities.ts'
import { defineProcessRun } from '../../../kernel/documents/installed.ts'
import { item } from '../../../ledgers/dimensions/item.ts'
import { refreshAlerts } from '../alerts/refresh-alerts.ts'
import { readSafetyStock } from '../reports/read-safety-stock.ts'
import { takeSafetyStock } from './take-safety-stock.ts'

/** Item by item, so that the history of each says where its figure came from. */
export const runTakeSafetyStock = defineProcessRun(takeSafetyStock, async (parameters, inWork, progress) => {
  const found = await inWork((work) => readSafetyStock(work, parameters))
  const changed = found.filter((one) => one.current === null || !one.current.eq(one.proposed))
  for (const [index, one] of changed.entries()) {
    await inWork((work) => updateEntity(work, item, one.id, { safetyStock: one.proposed.toString() }))
    await progress.report(index + 1, changed.length)
  }
  await inWork((work) =>
    refreshAlerts(
      work,
      changed.map((one) => one.id),
    ),
  )
  return { items: changed.length }
})
