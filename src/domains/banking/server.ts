import type { ServerDomain } from '../../kernel/documents/installed.ts'
import {
  runBankDesk,
  runBankMatches,
  runMatchBankItems,
  runSettleBankLine,
  runTestBankRule,
  runUndoBankMatch,
} from './calls/desk-calls.run.ts'
import { runImportStatement, runPreviewStatement } from './calls/statement-calls.run.ts'
import { checkBankOpening } from './documents/bank-opening.checks.ts'
import { checkCashCount, completeCashCount } from './documents/cash-count.checks.ts'
import { postCashCount } from './documents/cash-count.posting.ts'
import { checkBankRule } from './entities/bank-rule.checks.ts'
import { banking } from './index.ts'
import { bankClose } from './processes/bank-close.ts'
import { runMatchBank } from './processes/match-bank.run.ts'
import { runCashDaily } from './reports/cash-daily.run.ts'
import { runCashForecast } from './reports/cash-forecast.run.ts'
import { runBankReconciliation } from './reports/bank-reconciliation.run.ts'
import { bankingTables } from './tables.ts'

export { importStatementFile } from './desk/import-statement.ts'
export { reconcileAccount } from './processes/match-bank.run.ts'

export const bankingServer: ServerDomain = {
  name: banking.name,
  tables: bankingTables,
  postings: [postCashCount],
  checks: [checkBankOpening, checkCashCount],
  completions: [completeCashCount],
  entityChecks: [checkBankRule],
  calls: [
    runPreviewStatement,
    runImportStatement,
    runBankDesk,
    runBankMatches,
    runMatchBankItems,
    runSettleBankLine,
    runUndoBankMatch,
    runTestBankRule,
  ],
  reports: [runBankReconciliation, runCashDaily, runCashForecast],
  processes: [runMatchBank],
  closeParts: [bankClose],
}
