import { defineFlow, goodsMeasure } from '../../../kernel/definition/flow.ts'
import { carryPriced } from '../../../ledgers/priced-lines.ts'
import { purchaseInvoice } from '../documents/purchase-invoice.ts'
import { purchaseOrder } from '../documents/purchase-order.ts'
import { carryHead } from './carry-head.ts'
import { orderToReceipt } from './order-to-receipt.ts'

/** The invoice comes before the goods:票到货未到. They are then received from the invoice, not from the order. */
export const orderToInvoice = defineFlow({
  name: 'purchaseOrderToInvoice',
  label: '下推发票（货未到）',
  english: 'Invoice before goods',
  from: purchaseOrder,
  to: purchaseInvoice,
  measure: goodsMeasure,
  sharesOpenWith: orderToReceipt,
  header: (order) => carryHead(order),
  line: (line, open) => ({ ...carryPriced(line, open), remark: line.remark }),
})
