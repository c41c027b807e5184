import { defineDomain } from '../../kernel/definition/domain.ts'
import { statementReply } from './documents/statement-reply.ts'
import { openingBalance } from './documents/opening-balance.ts'
import { badDebtRecovery } from './documents/bad-debt-recovery.ts'
import { moneyBudget } from './documents/money-budget.ts'
import { badDebtWriteOff } from './documents/bad-debt-write-off.ts'
import { provisionRate } from './entities/provision-rate.ts'
import { dismissRisk } from './risk/check-risks.ts'
import { riskRule } from './risk/risk-rule.ts'
import { voucherTemplate } from './entities/voucher-template.ts'
import { voucher } from './documents/voucher.ts'
import { statementConfirmation } from './links/statement-confirmation.ts'
import { closingDocuments, financeProcesses, financeReports } from './finance.ts'

export { dismissRisk, checkRisksProcess } from './risk/check-risks.ts'
export { riskRule } from './risk/risk-rule.ts'
export { statementReply } from './documents/statement-reply.ts'
export { openingBalance } from './documents/opening-balance.ts'
export { badDebtRecovery } from './documents/bad-debt-recovery.ts'
export { moneyBudget } from './documents/money-budget.ts'
export { badDebtWriteOff } from './documents/bad-debt-write-off.ts'
export { voucher } from './documents/voucher.ts'
export { balanceSheet, cashFlowStatement, incomeStatement, statementLine } from './reports/balance-sheet.ts'
export { detailLedger } from './reports/detail-ledger.ts'
export { voucherLines } from './reports/voucher-list.ts'
export { formPlaces } from './statements/form-places.ts'
export { formsFor, formsOf } from './statements/forms.ts'
export { evaluateLines, parseFormula } from './statements/formula.ts'
export type { FormulaTerm } from './statements/formula.ts'
export type { StatementLine } from './statements/statement-line.ts'

/** 财务: what the books hold beside what business documents mean. */
export const accounting = defineDomain({
  name: 'accounting',
  label: '财务',
  entities: [voucherTemplate, provisionRate, riskRule],
  documents: [
    voucher,
    openingBalance,
    badDebtWriteOff,
    badDebtRecovery,
    moneyBudget,
    statementReply,
    ...closingDocuments,
  ],
  reports: [...financeReports],
  processes: [...financeProcesses],
  publicLinks: [statementConfirmation],
  calls: [dismissRisk],
})
