import { defineFlow } from '../../../kernel/definition/flow.ts'
import { countAdjustment } from '../documents/count-adjustment.ts'
import { lossDisposition } from '../documents/loss-disposition.ts'

/** What a count found missing or too much is decided. */
export const adjustmentToDisposition = defineFlow({
  name: 'countAdjustmentToDisposition',
  label: '下推损溢处理单',
  english: 'Decide',
  from: countAdjustment,
  to: lossDisposition,
  measure: { quantity: 'adjustedQuantity', base: 'adjustedQuantity', of: 'item' },
  header: (adjustment) => ({ employee: adjustment.employee }),
  line: (line, open) => ({
    item: line.item,
    direction: line.direction,
    adjustedQuantity: open.quantity,
    remark: line.remark,
  }),
})
