import { defineFlow } from '../../../kernel/definition/flow.ts'
import { pendingVatDue } from '../documents/pending-vat-due.ts'
import { salesDelivery } from '../documents/sales-delivery.ts'

/** VAT that was not due on delivery falls due. What an invoice or a return takes of it is drawn from here too. */
export const deliveryToPendingVatDue = defineFlow({
  name: 'salesDeliveryToPendingVatDue',
  label: '待转销项转出',
  english: 'Pending VAT falls due',
  from: salesDelivery,
  to: pendingVatDue,
  measure: { quantity: 'pendingTax', base: 'pendingTax' },
  opens: (line) => line.pendingTax?.isPositive() === true && !line.pendingTax.isZero(),
  header: () => ({}),
  line: (_line, open) => ({ pendingTax: open.baseQuantity }),
})
