import { defineFlow } from '../../../kernel/definition/flow.ts'
import { claimPayment } from '../documents/claim-payment.ts'
import { employeeAdvance } from '../documents/employee-advance.ts'

/** An approved advance is paid, in whole or in parts. */
export const advanceToPayment = defineFlow({
  name: 'advanceToPayment',
  label: '下推付款',
  english: 'Pay the advance',
  from: employeeAdvance,
  to: claimPayment,
  measure: { quantity: 'amount', base: 'amount' },
  header: () => ({}),
  line: (line, open, { header }) => ({
    employee: header['employee'] as typeof claimPayment.tables.lines.fields.employee.value,
    summary: line.summary ?? (header['purpose'] as string | null),
    amount: open.baseQuantity,
  }),
})
