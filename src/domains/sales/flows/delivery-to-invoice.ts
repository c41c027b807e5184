import { defineFlow, goodsMeasure } from '../../../kernel/definition/flow.ts'
import { carryPriced } from '../../../ledgers/priced-lines.ts'
import { salesDelivery } from '../documents/sales-delivery.ts'
import { salesInvoice } from '../documents/sales-invoice.ts'
import { carryHead } from './carry-head.ts'
import { deliveryToPendingVatDue } from './delivery-to-pending-vat-due.ts'

/** What left is invoiced; the tax inside goes with its share of the gross. */
export const deliveryToInvoice = defineFlow({
  name: 'salesDeliveryToInvoice',
  label: '下推发票',
  english: 'Invoice',
  from: salesDelivery,
  to: salesInvoice,
  measure: goodsMeasure,
  amount: 'gross',
  part: 'tax',
  partFrom: deliveryToPendingVatDue,
  // What was invoiced ahead is not invoiced again.
  opens: (line) => line.source?.type !== salesInvoice.name,
  header: (delivery) => ({ ...carryHead(delivery), rate: delivery.rate, dueOn: delivery.dueOn }),
  line: (line, open) => ({ ...carryPriced(line, open), remark: line.remark }),
})
