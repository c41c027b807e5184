import { defineFlow, goodsMeasure } from '../../../kernel/definition/flow.ts'
import { carryPriced } from '../../../ledgers/priced-lines.ts'
import { carryTracked } from '../../../ledgers/tracked-lines.ts'
import { consignmentOut } from '../documents/consignment-out.ts'
import { consignmentReturn } from '../documents/consignment-return.ts'
import { consignmentSettlement } from '../documents/consignment-settlement.ts'
import { pendingVatDue } from '../documents/pending-vat-due.ts'
import { salesInvoice } from '../documents/sales-invoice.ts'
import { carryHead } from './carry-head.ts'

/** What is at the consignee's for 180 days owes its VAT, whether its list came or not. */
export const consignmentToPendingVatDue = defineFlow({
  name: 'consignmentToPendingVatDue',
  label: '满 180 天税额转出',
  english: 'VAT of consigned goods falls due',
  from: consignmentOut,
  to: pendingVatDue,
  measure: { quantity: 'pendingTax', base: 'pendingTax' },
  exceptional: true,
  opens: (line) => line.pendingTax?.isPositive() === true && !line.pendingTax.isZero(),
  header: () => ({}),
  line: (_line, open) => ({ pendingTax: open.baseQuantity }),
})

/** What the consignee sold; VAT that fell due before its list is not due again. */
export const consignmentToSettlement = defineFlow({
  name: 'consignmentToSettlement',
  label: '下推代销结算',
  english: 'Settle',
  from: consignmentOut,
  to: consignmentSettlement,
  measure: goodsMeasure,
  amount: 'gross',
  part: 'tax',
  partFrom: consignmentToPendingVatDue,
  header: (out) => ({ ...carryHead(out), warehouse: out.warehouse }),
  line: (line, open) => ({ ...carryPriced(line, open), ...carryTracked(line, open), remark: line.remark }),
})

/** What the consignee did not sell comes back; both share what is open. */
export const consignmentToReturn = defineFlow({
  name: 'consignmentToReturn',
  label: '下推代销退回',
  english: 'Take back',
  from: consignmentOut,
  to: consignmentReturn,
  measure: goodsMeasure,
  sharesOpenWith: consignmentToSettlement,
  amount: 'gross',
  part: 'tax',
  partFrom: consignmentToPendingVatDue,
  header: (out) => ({ customer: out.customer, warehouse: out.warehouse }),
  line: (line, open) => ({ item: line.item, unit: line.unit, quantity: open.quantity, ...carryTracked(line, open) }),
})

/** What the consignee sold is invoiced. */
export const settlementToInvoice = defineFlow({
  name: 'consignmentSettlementToInvoice',
  label: '下推发票',
  english: 'Invoice',
  from: consignmentSettlement,
  to: salesInvoice,
  measure: goodsMeasure,
  amount: 'gross',
  part: 'tax',
  header: (settled) => ({ ...carryHead(settled), rate: settled.rate, dueOn: settled.dueOn }),
  line: (line, open) => ({ ...carryPriced(line, open), remark: line.remark }),
})
