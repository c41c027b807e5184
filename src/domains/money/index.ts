import { defineDomain } from '../../kernel/definition/domain.ts'
import { cashTransfer } from './documents/cash-transfer.ts'
import { collection } from './documents/collection.ts'
import { customerRefund } from './documents/customer-refund.ts'
import { expense } from './documents/expense.ts'
import { otherIncome } from './documents/other-income.ts'
import { payment } from './documents/payment.ts'
import { settlement } from './documents/settlement.ts'
import { suspense } from './documents/suspense.ts'
import { expenseItem } from './entities/expense-item.ts'
import { incomeItem } from './entities/income-item.ts'
import { remindPaymentsProcess } from './processes/remind-payments.ts'
import { paymentCalendar } from './reports/payment-calendar.ts'
import { paymentPlan } from './reports/payment-plan.ts'
import { expenseToCertification } from './flows/expense-to-certification.ts'

export { cashTransfer } from './documents/cash-transfer.ts'
export { collection } from './documents/collection.ts'
export { customerRefund } from './documents/customer-refund.ts'
export { expense } from './documents/expense.ts'
export { otherIncome } from './documents/other-income.ts'
export { payment } from './documents/payment.ts'
export { settlement } from './documents/settlement.ts'
export { suspense } from './documents/suspense.ts'
export { settlementLine } from './documents/settlement-line.ts'
export { expenseItem } from './entities/expense-item.ts'
export { incomeItem } from './entities/income-item.ts'

/** 资金: money in and out, and what it settles. */
export const money = defineDomain({
  name: 'money',
  label: '资金',
  entities: [expenseItem, incomeItem],
  documents: [collection, customerRefund, payment, expense, otherIncome, cashTransfer, settlement, suspense],
  flows: [expenseToCertification],
  reports: [paymentPlan, paymentCalendar],
  processes: [remindPaymentsProcess],
})
