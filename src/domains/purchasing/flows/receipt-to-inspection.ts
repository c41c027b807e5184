import { defineFlow, goodsMeasure } from '../../../kernel/definition/flow.ts'
import { carryTracked } from '../../../ledgers/tracked-lines.ts'
import { incomingInspection } from '../documents/incoming-inspection.ts'
import { purchaseReceipt } from '../documents/purchase-receipt.ts'

/** What waits for its inspection is inspected. */
export const receiptToInspection = defineFlow({
  name: 'purchaseReceiptToInspection',
  label: '下推检验单',
  english: 'Inspect',
  from: purchaseReceipt,
  to: incomingInspection,
  measure: goodsMeasure,
  opens: (line) => line.needsInspection === true,
  header: (receipt) => ({ supplier: receipt.supplier, warehouse: receipt.warehouse }),
  line: (line, open) => ({ item: line.item, unit: line.unit, quantity: open.quantity, ...carryTracked(line, open) }),
})
