import { defineDomain } from '../../kernel/definition/domain.ts'
import { advanceReturn } from './documents/advance-return.ts'
import { claimPayment } from './documents/claim-payment.ts'
import { employeeAdvance } from './documents/employee-advance.ts'
import { expenseClaim } from './documents/expense-claim.ts'
import { travelStandard } from './entities/travel-standard.ts'
import { myClaims, payClaims } from './calls/claim-calls.ts'
import { advanceAging, claimsToPay } from './reports/claim-reports.ts'
import { advanceToPayment } from './flows/advance-to-payment.ts'
import { claimToCertification } from './flows/claim-to-certification.ts'
import { wagesAccrual } from './wages/wages-accrual.ts'
import { wagesPayment } from './wages/wages-payment.ts'

export { advanceReturn } from './documents/advance-return.ts'
export { claimPayment } from './documents/claim-payment.ts'
export { employeeAdvance } from './documents/employee-advance.ts'
export { expenseClaim } from './documents/expense-claim.ts'
export { payClaims } from './calls/claim-calls.ts'
export { wagesAccrual } from './wages/wages-accrual.ts'
export { wagesPayment } from './wages/wages-payment.ts'
export { readInvoiceCode } from './rules/invoice-code.ts'
export { ticketKinds } from './rules/ticket-tax.ts'
export { travelStandard } from './entities/travel-standard.ts'

/** 费用报销: what employees borrow and spend for the company, and how they are paid. */
export const claims = defineDomain({
  name: 'claims',
  label: '报销',
  english: 'Claims',
  entities: [travelStandard],
  documents: [expenseClaim, employeeAdvance, claimPayment, advanceReturn, wagesAccrual, wagesPayment],
  flows: [advanceToPayment, claimToCertification],
  reports: [claimsToPay, advanceAging],
  calls: [myClaims, payClaims],
})
