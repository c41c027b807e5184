import { defineFlow, goodsMeasure } from '../../../kernel/definition/flow.ts'
import { carryPriced } from '../../../ledgers/priced-lines.ts'
import { salesDelivery } from '../documents/sales-delivery.ts'
import { salesInvoice } from '../documents/sales-invoice.ts'
import { salesOrder } from '../documents/sales-order.ts'
import { carryHead } from './carry-head.ts'
import { orderToDelivery } from './order-to-delivery.ts'

/** What was invoiced ahead leaves, at what its invoice said, and with it what was ordered. */
export const invoiceToDelivery = defineFlow({
  name: 'salesInvoiceToDelivery',
  label: '下推出库单',
  english: 'Deliver',
  from: salesInvoice,
  to: salesDelivery,
  measure: goodsMeasure,
  amount: 'gross',
  part: 'tax',
  through: orderToDelivery,
  goesFirst: true,
  opens: (line) => line.source?.type === salesOrder.name,
  header: (invoice) => ({ ...carryHead(invoice), dueOn: invoice.dueOn, invoicedOn: invoice.date }),
  line: (line, open) => ({ ...carryPriced(line, open), remark: line.remark }),
})
