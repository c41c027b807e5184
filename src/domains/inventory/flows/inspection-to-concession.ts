import { defineFlow } from '../../../kernel/definition/flow.ts'
import { carryTracked } from '../../../ledgers/tracked-lines.ts'
import { incomingInspection } from '../../purchasing/index.ts'
import { stockStatusChange } from '../documents/stock-status-change.ts'

/** 让步接收: what was rejected is taken all the same, as it is. */
export const inspectionToConcession = defineFlow({
  name: 'incomingInspectionToConcession',
  label: '让步接收',
  english: 'Accept by concession',
  from: incomingInspection,
  to: stockStatusChange,
  measure: {
    quantity: 'rejected',
    base: 'rejectedBase',
    of: 'item',
    into: { quantity: 'quantity', base: 'baseQuantity' },
  },
  exceptional: true,
  opens: (line) => line.rejectedBase !== null && !line.rejectedBase.isZero(),
  header: (inspection) => ({ warehouse: inspection.warehouse, reason: '让步接收', employee: inspection.inspector }),
  line: (line, open) => ({
    item: line.item,
    unit: line.unit,
    quantity: open.quantity,
    ...carryTracked(line, open),
    serials: line.rejectedSerials,
    fromState: 'rejected' as const,
    toState: 'onHand' as const,
    remark: line.defect,
  }),
})
