import { defineFlow } from '../../../kernel/definition/flow.ts'
import { purchaseAllowance } from '../documents/purchase-allowance.ts'
import { purchaseInvoice } from '../documents/purchase-invoice.ts'

/** An allowance is drawn by its amount: never more than the line was invoiced at. */
export const invoiceToAllowance = defineFlow({
  name: 'purchaseInvoiceToAllowance',
  label: '下推折让单',
  english: 'Allowance',
  from: purchaseInvoice,
  to: purchaseAllowance,
  measure: { quantity: 'gross', base: 'gross' },
  exceptional: true,
  header: (invoice) => ({
    supplier: invoice.supplier,
    currency: invoice.currency,
    // What was charged stands at the rate it was charged at.
    rate: invoice.rate,
    buyer: invoice.buyer,
    department: invoice.department,
    invoiceKind: invoice.invoiceKind,
  }),
  line: (line, open) => ({ item: line.item, taxRate: line.taxRate, gross: open.baseQuantity }),
})
