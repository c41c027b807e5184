import { runPurchaseCost, runSalesCost, runStockCost } from './costs/cost-reports.run.ts'
import type { PostingRule } from '../../kernel/posting/proposal.ts'
import type { ProcessRun, ReportRun } from '../../kernel/posting/work.ts'
import { postBadDebtProvision } from './documents/bad-debt-provision.posting.ts'
import { postBadDebtRecovery } from './documents/bad-debt-recovery.posting.ts'
import { postBadDebtWriteOff } from './documents/bad-debt-write-off.posting.ts'
import { postAccountTransfer } from './documents/account-transfer.posting.ts'
import { postExchangeRevaluation } from './documents/exchange-revaluation.posting.ts'
import {
  postCostOfSalesCarry,
  postProfitCarryForward,
  postResearchCarry,
  postYearEndClose,
} from './documents/profit-carry-forward.posting.ts'
import { closePeriodRun, reopenPeriodRun } from './processes/close-period.ts'
import {
  arrangeVoucherNumbersRun,
  mergeVouchersRun,
  bookVouchersRun,
  carryCostOfSalesRun,
  carryProfitForwardRun,
  rebuildDaysRun,
  rejectVouchersRun,
  reviewVouchersRun,
  signVouchersRun,
  unreviewVouchersRun,
} from './processes/voucher-processes.ts'
import { openDetailAccountRun } from './processes/open-detail-account.run.ts'
import {
  applyVoucherTemplateRun,
  recurringVouchersRun,
  saveVoucherTemplateRun,
} from './processes/voucher-templates.run.ts'
import { provideBadDebtsRun } from './processes/provide-bad-debts.run.ts'
import { tagCashFlowRun } from './processes/tag-cash-flow.run.ts'
import { fetchRatesRun, importRatesRun } from './processes/currency-rates.run.ts'
import { revalueCurrencyRun } from './processes/revalue-currency.run.ts'
import { setUpBooksRun } from './processes/set-up-books.run.ts'
import { accountBalancesRun } from './reports/account-balances.run.ts'
import { balanceSheetRun } from './reports/balance-sheet.run.ts'
import { cashFlowStatementRun } from './reports/cash-flow.run.ts'
import { cashFlowSupplementRun } from './reports/cash-flow-supplement.run.ts'
import { cashFlowAccountsRun, cashFlowItemsRun } from './reports/cash-flow-items.run.ts'
import { budgetCommitmentsRun } from './reports/budget-commitments.run.ts'
import { budgetExecutionRun } from './reports/budget-execution.run.ts'
import { cashJournalRun } from './reports/cash-journal.run.ts'
import { closeChecklistRun } from './reports/close-checklist.run.ts'
import { openingCheckRun } from './reports/opening-check.run.ts'
import { openDocumentsRun } from './reports/open-documents.run.ts'
import { auxiliaryBalancesRun } from './reports/auxiliary-balances.run.ts'
import { auxiliaryLedgerRun, detailLedgerRun } from './reports/detail-ledger.run.ts'
import { equityChangesRun } from './reports/equity-changes.run.ts'
import { generalLedgerBookRun } from './reports/general-ledger-book.run.ts'
import { incomeStatementRun } from './reports/income-statement.run.ts'
import { currencyLedgerRun, quantityLedgerRun } from './reports/measured-ledgers.run.ts'
import { multiColumnLedgerRun } from './reports/multi-column-ledger.run.ts'
import { openItemsRun } from './reports/open-items.run.ts'
import { partyAgingRun } from './reports/party-aging.run.ts'
import { partyBalancesRun, partyStatementRun } from './reports/party-balances.run.ts'
import { statementLineRun } from './reports/statement-line.run.ts'
import { benfordAnalysisRun, checkRisksRun, riskFindingsRun } from './risk/check-risks.run.ts'
import { trialBalanceRun } from './reports/trial-balance.run.ts'
import { voucherPaperRun } from './print/voucher-paper.run.ts'
import { voucherDocumentsRun, voucherJournalRun, voucherLinesRun, voucherListRun } from './reports/voucher-list.run.ts'
import { voucherNumberCheckRun, voucherSummaryRun } from './reports/voucher-summary.run.ts'

export const closingPostings: readonly PostingRule[] = [
  postProfitCarryForward,
  postResearchCarry,
  postYearEndClose,
  postCostOfSalesCarry,
  postExchangeRevaluation,
  postAccountTransfer,
  postBadDebtProvision,
  postBadDebtWriteOff,
  postBadDebtRecovery,
]

export const financeReportRuns: readonly ReportRun[] = [
  trialBalanceRun,
  accountBalancesRun,
  generalLedgerBookRun,
  detailLedgerRun,
  auxiliaryBalancesRun,
  auxiliaryLedgerRun,
  multiColumnLedgerRun,
  quantityLedgerRun,
  currencyLedgerRun,
  voucherListRun,
  voucherJournalRun,
  voucherLinesRun,
  voucherDocumentsRun,
  voucherPaperRun,
  voucherSummaryRun,
  voucherNumberCheckRun,
  balanceSheetRun,
  incomeStatementRun,
  cashFlowStatementRun,
  cashFlowSupplementRun,
  cashFlowItemsRun,
  cashFlowAccountsRun,
  equityChangesRun,
  statementLineRun,
  openItemsRun,
  partyAgingRun,
  partyBalancesRun,
  partyStatementRun,
  cashJournalRun,
  budgetExecutionRun,
  budgetCommitmentsRun,
  riskFindingsRun,
  benfordAnalysisRun,
  closeChecklistRun,
  openDocumentsRun,
  openingCheckRun,
  runPurchaseCost,
  runSalesCost,
  runStockCost,
]

export const financeProcessRuns: readonly ProcessRun[] = [
  checkRisksRun,
  setUpBooksRun,
  revalueCurrencyRun,
  fetchRatesRun,
  importRatesRun,
  provideBadDebtsRun,
  tagCashFlowRun,
  applyVoucherTemplateRun,
  saveVoucherTemplateRun,
  recurringVouchersRun,
  openDetailAccountRun,
  rejectVouchersRun,
  reviewVouchersRun,
  signVouchersRun,
  unreviewVouchersRun,
  bookVouchersRun,
  arrangeVoucherNumbersRun,
  mergeVouchersRun,
  carryCostOfSalesRun,
  carryProfitForwardRun,
  closePeriodRun,
  reopenPeriodRun,
  rebuildDaysRun,
]
