import { defineFlow, goodsMeasure } from '../../../kernel/definition/flow.ts'
import { carryPriced } from '../../../ledgers/priced-lines.ts'
import { salesDelivery } from '../documents/sales-delivery.ts'
import { salesOrder } from '../documents/sales-order.ts'
import { carryHead } from './carry-head.ts'

/** What was ordered of us leaves. */
export const orderToDelivery = defineFlow({
  name: 'salesOrderToDelivery',
  label: '下推出库单',
  english: 'Deliver',
  from: salesOrder,
  to: salesDelivery,
  measure: goodsMeasure,
  fulfilsPlan: 'demand',
  header: (order) => ({
    ...carryHead(order),
    warehouse: order.warehouse,
    contractPaymentOn: order.contractPaymentOn,
    address: order.address,
  }),
  line: (line, open) => ({ ...carryPriced(line, open), remark: line.remark }),
})
