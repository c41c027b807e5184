import type { ServerDomain } from '../../kernel/documents/installed.ts'
import { runMyClaims, runPayClaims } from './calls/claim-calls.run.ts'
import { postAdvanceReturn } from './documents/advance-return.posting.ts'
import { postClaimPayment } from './documents/claim-payment.posting.ts'
import {
  completeAdvanceReturn,
  completeClaimPayment,
  completeEmployeeAdvance,
} from './documents/claimant.completion.ts'
import { claimsChecks, employeeAdvanceFacts, expenseClaimFacts } from './documents/claims.checks.ts'
import { completeExpenseClaim } from './documents/expense-claim.completion.ts'
import { postExpenseClaim } from './documents/expense-claim.posting.ts'
import { runAdvanceAging, runClaimsToPay } from './reports/claim-reports.run.ts'
import { postWagesAccrual } from './wages/wages-accrual.posting.ts'
import { postWagesPayment } from './wages/wages-payment.posting.ts'
import { checkWagesAccrual, checkWagesPayment } from './wages/wages.checks.ts'
import { claims } from './index.ts'

export const claimsServer: ServerDomain = {
  name: claims.name,
  postings: [postExpenseClaim, postClaimPayment, postAdvanceReturn, postWagesAccrual, postWagesPayment],
  checks: [...claimsChecks, checkWagesAccrual, checkWagesPayment],
  completions: [completeExpenseClaim, completeEmployeeAdvance, completeClaimPayment, completeAdvanceReturn],
  reports: [runClaimsToPay, runAdvanceAging],
  calls: [runMyClaims, runPayClaims],
  approvalFacts: [expenseClaimFacts, employeeAdvanceFacts],
}
