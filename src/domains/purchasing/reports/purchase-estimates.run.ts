import { daysBetween } from '../../../base/calendar-date.ts'
import { decimal, sum } from '../../../base/decimal.ts'
import { defineReportRun } from '../../../kernel/documents/installed.ts'
import { openEstimates } from './open-estimates.ts'
import { purchaseEstimates } from './purchase-estimates.ts'

export const runPurchaseEstimates = defineReportRun(purchaseEstimates, async (parameters, work) => {
  const asOf = parameters.asOf ?? work.clock.today(String(work.settings['zone'] ?? 'Asia/Shanghai'))
  const found = await openEstimates(work, asOf, parameters.supplier ?? null)
  return {
    rows: found.map((row) => ({
      supplier: row.supplier_name,
      number: row.number,
      documentType: row.document_type,
      documentId: row.document_id,
      date: row.date,
      days: daysBetween(row.date, asOf),
      item: row.item_name,
      received: row.received === null ? null : decimal(row.received).toString(),
      invoiced: row.received === null ? null : decimal(row.invoiced ?? 0).toString(),
      amount: row.amount,
    })),
    totals: { supplier: '合计', amount: sum(found.map((row) => row.amount)).toString() },
    notes: [`截至 ${asOf}，共 ${found.length} 笔`],
  }
})
