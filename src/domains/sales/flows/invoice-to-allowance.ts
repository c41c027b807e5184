import { defineFlow } from '../../../kernel/definition/flow.ts'
import { salesAllowance } from '../documents/sales-allowance.ts'
import { salesInvoice } from '../documents/sales-invoice.ts'
import { carryHead } from './carry-head.ts'

/** The price of what was invoiced is lowered: measured in money, never beyond what was charged. How much, people say. */
export const invoiceToAllowance = defineFlow({
  name: 'salesInvoiceToAllowance',
  label: '下推折让',
  english: 'Allowance',
  from: salesInvoice,
  to: salesAllowance,
  measure: { quantity: 'gross', base: 'gross' },
  exceptional: true,
  opens: (line) => line.gross !== null && line.gross.isPositive() && !line.gross.isZero(),
  // What was charged stands at the rate it was charged at.
  header: (invoice) => ({ ...carryHead(invoice), rate: invoice.rate }),
  line: (line) => ({ item: line.item, unit: line.unit, quantity: line.quantity, taxRate: line.taxRate }),
})
