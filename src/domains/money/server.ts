import type { ServerDomain } from '../../kernel/documents/installed.ts'
import { postCashTransfer } from './documents/cash-transfer.posting.ts'
import { postCollection } from './documents/collection.posting.ts'
import { collectOnDelivery } from './documents/collect-on-delivery.ts'
import { postCustomerRefund } from './documents/customer-refund.posting.ts'
import { depositOfOrder } from './documents/deposit-of-order.ts'
import { postExpense } from './documents/expense.posting.ts'
import { moneyChecks } from './documents/money.checks.ts'
import { postOtherIncome } from './documents/other-income.posting.ts'
import { postPayment } from './documents/payment.posting.ts'
import { depositsSetOff } from './documents/settle-deposits.ts'
import { postSettlement } from './documents/settlement.posting.ts'
import { postSuspense } from './documents/suspense.posting.ts'
import { runRemindPayments } from './processes/remind-payments.run.ts'
import { runPaymentCalendar } from './reports/payment-calendar.run.ts'
import { runPaymentPlan } from './reports/payment-plan.run.ts'
import { money } from './index.ts'

export { dueRows } from './plans/due-rows.ts'

export const moneyServer: ServerDomain = {
  name: money.name,
  noticeKinds: [{ name: 'paymentDue', label: '付款到期', english: 'Payments that fall due' }],
  postings: [
    postCollection,
    postCustomerRefund,
    postPayment,
    postExpense,
    postOtherIncome,
    postCashTransfer,
    postSettlement,
    postSuspense,
  ],
  checks: moneyChecks,
  reports: [runPaymentPlan, runPaymentCalendar],
  processes: [runRemindPayments],
  consequences: [...depositsSetOff, collectOnDelivery, depositOfOrder],
}
