import { defineFlow, goodsMeasure } from '../../../kernel/definition/flow.ts'
import { carryTracked } from '../../../ledgers/tracked-lines.ts'
import { loanOut } from '../documents/loan-out.ts'
import { loanReturn } from '../documents/loan-return.ts'
import { salesDelivery } from '../documents/sales-delivery.ts'

/** What was lent comes back. */
export const loanToReturn = defineFlow({
  name: 'loanToReturn',
  label: '下推归还',
  english: 'Give back',
  from: loanOut,
  to: loanReturn,
  measure: goodsMeasure,
  header: (loan) => ({
    customer: loan.customer,
    salesperson: loan.salesperson,
    department: loan.department,
    warehouse: loan.warehouse,
  }),
  line: (line, open) => ({ item: line.item, unit: line.unit, quantity: open.quantity, ...carryTracked(line, open) }),
})

/** What was lent is bought: it leaves from where it is. Both share what is open. */
export const loanToDelivery = defineFlow({
  name: 'loanToDelivery',
  label: '借出转销售',
  english: 'Sell',
  from: loanOut,
  to: salesDelivery,
  measure: goodsMeasure,
  sharesOpenWith: loanToReturn,
  header: (loan) => ({
    customer: loan.customer,
    salesperson: loan.salesperson,
    department: loan.department,
    warehouse: loan.warehouse,
  }),
  line: (line, open) => ({ item: line.item, unit: line.unit, quantity: open.quantity, ...carryTracked(line, open) }),
})
