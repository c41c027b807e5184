import { defineFlow, goodsMeasure } from '../../../kernel/definition/flow.ts'
import { salesInvoice } from '../documents/sales-invoice.ts'
import { salesOrder } from '../documents/sales-order.ts'
import { deliveryToInvoice } from './delivery-to-invoice.ts'

/** An order is invoiced by what was delivered of it, of all its deliveries at once. */
export const orderToInvoice = defineFlow({
  name: 'salesOrderToInvoice',
  label: '下推发票（已发货）',
  english: 'Invoice what was shipped',
  from: salesOrder,
  to: salesInvoice,
  measure: goodsMeasure,
  collects: deliveryToInvoice,
  exceptional: true,
  header: () => ({}),
  line: () => ({}),
})
