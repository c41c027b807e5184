import { defineFlow, goodsMeasure } from '../../../kernel/definition/flow.ts'
import { carryTracked } from '../../../ledgers/tracked-lines.ts'
import { transferIn } from '../documents/transfer-in.ts'
import { transferOut } from '../documents/transfer-out.ts'

/** What is on the way arrives, in one go or in parts. */
export const transferOutToIn = defineFlow({
  name: 'transferOutToIn',
  label: '下推分步调入',
  english: 'Take in',
  from: transferOut,
  to: transferIn,
  measure: goodsMeasure,
  header: (sent) => ({ toWarehouse: sent.toWarehouse, employee: sent.employee }),
  line: (line, open) => ({
    item: line.item,
    unit: line.unit,
    quantity: open.quantity,
    outcome: 'arrived' as const,
    ...carryTracked(line, open),
  }),
})
