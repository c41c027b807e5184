import { defineFlow, goodsMeasure } from '../../../kernel/definition/flow.ts'
import { carryPriced } from '../../../ledgers/priced-lines.ts'
import { purchaseOrder } from '../documents/purchase-order.ts'
import { purchaseReceipt } from '../documents/purchase-receipt.ts'
import { carryHead } from './carry-head.ts'

/** What was ordered arrives. */
export const orderToReceipt = defineFlow({
  name: 'purchaseOrderToReceipt',
  label: '下推入库单',
  english: 'Receive',
  from: purchaseOrder,
  to: purchaseReceipt,
  measure: goodsMeasure,
  fulfilsPlan: 'supply',
  mayOverdraw: true,
  header: (order) => ({ ...carryHead(order), warehouse: order.warehouse }),
  line: (line, open) => ({ ...carryPriced(line, open), remark: line.remark }),
})
