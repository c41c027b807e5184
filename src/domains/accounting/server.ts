import type { ServerDomain } from '../../kernel/documents/installed.ts'
import { checkOpeningBalance } from './documents/opening-balance.checks.ts'
import { postOpeningBalance } from './documents/opening-balance.posting.ts'
import {
  checkClaimBudget,
  checkExpenseBudget,
  checkOrderBudget,
  checkRequestBudget,
} from './documents/expense-budget.checks.ts'
import { checkMoneyBudget } from './documents/money-budget.checks.ts'
import { checkVoucher } from './documents/voucher.checks.ts'
import { postVoucher } from './documents/voucher.posting.ts'
import { closingPostings, financeProcessRuns, financeReportRuns } from './finance-server.ts'
import { runStatementConfirmation } from './links/statement-confirmation.run.ts'
import { revaluationClose } from './processes/revalue-currency.run.ts'
import { runDismissRisk } from './risk/check-risks.run.ts'
import { riskTables } from './risk/risk-tables.ts'
import { accounting } from './index.ts'

export { evaluate, linesInForce } from './reports/balance-sheet.run.ts'
export { amountCell, headNotes, spanOf } from './reports/book-view.ts'
export { cashFlowFigures } from './reports/cash-flow.run.ts'
export type { CashFlow } from './statements/cash-flows.ts'
export { setUpBooks } from './processes/set-up-books.run.ts'
export { atEnd, atYearStart, inYear, readFigures } from './statements/figures.ts'
export type { Figures } from './statements/figures.ts'
export { askParitiesAt } from './rates/fetch-parities.ts'
export { openLocalParities } from './rates/local-parities.ts'

export const accountingServer: ServerDomain = {
  name: accounting.name,
  postings: [postVoucher, postOpeningBalance, ...closingPostings],
  checks: [
    checkVoucher,
    checkOpeningBalance,
    checkMoneyBudget,
    checkExpenseBudget,
    checkClaimBudget,
    checkRequestBudget,
    checkOrderBudget,
  ],
  reports: [...financeReportRuns],
  processes: [...financeProcessRuns],
  closeParts: [revaluationClose],
  publicLinks: [runStatementConfirmation],
  calls: [runDismissRisk],
  tables: riskTables,
}
