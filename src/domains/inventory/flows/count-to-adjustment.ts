import { defineFlow } from '../../../kernel/definition/flow.ts'
import { countAdjustment } from '../documents/count-adjustment.ts'
import { stockCount } from '../documents/stock-count.ts'

/** What was counted otherwise than the books say becomes gains and losses. */
export const countToAdjustment = defineFlow({
  name: 'stockCountToAdjustment',
  label: '下推盘盈盘亏单',
  english: 'Adjust',
  from: stockCount,
  to: countAdjustment,
  measure: { quantity: 'adjustedQuantity', base: 'adjustedQuantity' },
  opens: (line) => line.adjustedQuantity?.isZero() === false,
  header: (count) => ({ warehouse: count.warehouse, employee: count.employee }),
  line: (line, open) => ({
    item: line.item,
    direction: line.difference?.isNegative() ? ('loss' as const) : ('gain' as const),
    lot: line.lot,
    bin: line.bin,
    adjustedQuantity: open.quantity,
    unitCost: line.difference?.isNegative() ? null : line.unitCost,
    remark: line.remark,
  }),
})
