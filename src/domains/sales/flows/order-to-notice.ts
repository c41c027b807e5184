import { defineFlow, goodsMeasure } from '../../../kernel/definition/flow.ts'
import { carryPriced } from '../../../ledgers/priced-lines.ts'
import { deliveryNotice } from '../documents/delivery-notice.ts'
import { salesOrder } from '../documents/sales-order.ts'
import { carryHead } from './carry-head.ts'

/** What is to be shipped of an order is told to the warehouse; the order stays open until it leaves. */
export const orderToNotice = defineFlow({
  name: 'salesOrderToNotice',
  label: '下推发货通知',
  english: 'Notify the warehouse',
  from: salesOrder,
  to: deliveryNotice,
  measure: goodsMeasure,
  exceptional: true,
  header: (order) => ({
    ...carryHead(order),
    warehouse: order.warehouse,
    shipOn: order.promisedOn,
    contractPaymentOn: order.contractPaymentOn,
    address: order.address,
  }),
  line: (line, open) => ({ ...carryPriced(line, open), remark: line.remark }),
})
