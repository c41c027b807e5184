import { defineFlow } from '../../../kernel/definition/flow.ts'
import { carryTracked } from '../../../ledgers/tracked-lines.ts'
import { incomingInspection } from '../documents/incoming-inspection.ts'
import { purchaseExchange } from '../documents/purchase-exchange.ts'
import { purchaseReturn } from '../documents/purchase-return.ts'

const rejectedMeasure = { quantity: 'rejected', base: 'rejectedBase' } as const

/** What was rejected goes back; it is returned from its receipt, at the receipt's cost. */
export const inspectionToReturn = defineFlow({
  name: 'incomingInspectionToReturn',
  label: '不合格退货',
  english: 'Return what was rejected',
  from: incomingInspection,
  to: purchaseReturn,
  measure: rejectedMeasure,
  keepsSource: true,
  header: (inspection) => ({ supplier: inspection.supplier, warehouse: inspection.warehouse }),
  line: (line, open) => ({
    item: line.item,
    unit: line.unit,
    quantity: open.quantity,
    ...carryTracked(line, open),
    fromState: 'rejected' as const,
    remark: line.defect,
  }),
})

/** What was rejected is exchanged for good ones. */
export const inspectionToExchange = defineFlow({
  name: 'incomingInspectionToExchange',
  label: '不合格换货',
  english: 'Exchange what was rejected',
  from: incomingInspection,
  to: purchaseExchange,
  measure: rejectedMeasure,
  keepsSource: true,
  header: (inspection) => ({ supplier: inspection.supplier, warehouse: inspection.warehouse }),
  line: (line, open) => ({
    item: line.item,
    unit: line.unit,
    quantity: open.quantity,
    fromState: 'rejected' as const,
    remark: line.defect,
  }),
})
