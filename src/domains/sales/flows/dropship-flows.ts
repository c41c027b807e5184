import { defineFlow, goodsMeasure } from '../../../kernel/definition/flow.ts'
import { carryPriced } from '../../../ledgers/priced-lines.ts'
import { dropshipOrder } from '../../purchasing/index.ts'
import { salesInvoice } from '../documents/sales-invoice.ts'
import { salesOrder } from '../documents/sales-order.ts'
import { carryHead } from './carry-head.ts'
import { orderToDelivery } from './order-to-delivery.ts'

/** What was ordered of us goes straight from a supplier to the customer; both ways share what is open. */
export const orderToDropship = defineFlow({
  name: 'salesOrderToDropship',
  label: '下推直运单',
  english: 'Ship from the supplier',
  from: salesOrder,
  to: dropshipOrder,
  measure: goodsMeasure,
  sharesOpenWith: orderToDelivery,
  fulfilsPlan: 'demand',
  header: (order) => ({ ...carryHead(order), address: order.address }),
  line: (line, open) => ({ ...carryPriced(line, open), remark: line.remark }),
})

/** What was shipped straight is invoiced to the customer. */
export const dropshipToInvoice = defineFlow({
  name: 'dropshipToSalesInvoice',
  label: '下推销售发票',
  english: 'Invoice the customer',
  from: dropshipOrder,
  to: salesInvoice,
  measure: goodsMeasure,
  amount: 'gross',
  part: 'tax',
  header: (order) => ({ ...carryHead({ ...order, paymentTerms: null }), rate: order.rate, dueOn: order.dueOn }),
  line: (line, open) => ({ ...carryPriced(line, open), remark: line.remark }),
})
