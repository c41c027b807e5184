import type { ServerDomain } from '../../kernel/documents/installed.ts'
import { runImportStatement, runPreviewStatement } from './calls/statement-calls.run.ts'
import { checkBankOpening } from './documents/bank-opening.checks.ts'
import { checkCashCount, completeCashCount } from './documents/cash-count.checks.ts'
import { postCashCount } from './documents/cash-count.posting.ts'
import { checkBankRule } from './entities/bank-rule.checks.ts'
import { banking } from './index.ts'
import { bankingTables } from './tables.ts'

export { importStatementFile } from './desk/import-statement.ts'

export const bankingServer: ServerDomain = {
  name: banking.name,
  tables: bankingTables,
  postings: [postCashCount],
  checks: [checkBankOpening, checkCashCount],
  completions: [completeCashCount],
  entityChecks: [checkBankRule],
  calls: [runPreviewStatement, runImportStatement],
}
