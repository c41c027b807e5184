import type { AnyDocument } from '../../kernel/definition/record.ts'
import type { AnyProcess, AnyReport } from '../../kernel/definition/report.ts'
import { badDebtProvision } from './documents/bad-debt-provision.ts'
import { accountTransfer } from './documents/account-transfer.ts'
import { exchangeRevaluation } from './documents/exchange-revaluation.ts'
import { purchaseCost, salesCost, stockCost } from './costs/cost-reports.ts'
import { costOfSalesCarry, profitCarryForward, researchCarry, yearEndClose } from './documents/profit-carry-forward.ts'
import {
  arrangeVoucherNumbersProcess,
  mergeVouchersProcess,
  bookVouchersProcess,
  carryCostOfSalesProcess,
  carryProfitForwardProcess,
  closePeriodProcess,
  rebuildDaysProcess,
  reopenPeriodProcess,
  rejectVouchersProcess,
  reviewVouchersProcess,
  signVouchersProcess,
  unreviewVouchersProcess,
} from './processes/processes.ts'
import { openDetailAccountProcess } from './processes/open-detail-account.ts'
import {
  applyVoucherTemplateProcess,
  recurringVouchersProcess,
  saveVoucherTemplateProcess,
} from './processes/voucher-templates.ts'
import { provideBadDebtsProcess } from './processes/provide-bad-debts.ts'
import { tagCashFlowProcess } from './processes/tag-cash-flow.ts'
import { fetchRatesProcess, importRatesProcess } from './processes/currency-rates.ts'
import { revalueCurrencyProcess } from './processes/revalue-currency.ts'
import { setUpBooksProcess } from './processes/set-up-books.ts'
import { accountBalances } from './reports/account-balances.ts'
import {
  balanceSheet,
  cashFlowStatement,
  cashFlowSupplement,
  incomeStatement,
  statementLine,
} from './reports/balance-sheet.ts'
import { cashFlowAccounts, cashFlowItems } from './reports/cash-flow-items.ts'
import { budgetCommitments } from './reports/budget-commitments.ts'
import { budgetExecution } from './reports/budget-execution.ts'
import { cashJournal } from './reports/cash-journal.ts'
import { closeChecklistReport } from './reports/close-checklist.ts'
import { auxiliaryBalances } from './reports/auxiliary-balances.ts'
import { auxiliaryLedger, detailLedger } from './reports/detail-ledger.ts'
import { equityChanges } from './reports/equity-changes.ts'
import { generalLedgerBook } from './reports/general-ledger-book.ts'
import { currencyLedger, quantityLedger } from './reports/measured-ledgers.ts'
import { multiColumnLedger } from './reports/multi-column-ledger.ts'
import { openingCheck } from './reports/opening-check.ts'
import { openDocuments } from './reports/open-documents.ts'
import { openItems, partyAging, partyBalances, partyStatement } from './reports/open-items.ts'
import { benfordAnalysis, checkRisksProcess, riskFindings } from './risk/check-risks.ts'
import { trialBalance } from './reports/trial-balance.ts'
import { voucherPaper } from './print/voucher-paper.ts'
import { voucherDocuments, voucherJournal, voucherLines, voucherList } from './reports/voucher-list.ts'
import { voucherNumberCheck, voucherSummary } from './reports/voucher-summary.ts'

/** What closing writes of its own accord. */
export const closingDocuments: readonly AnyDocument[] = [
  profitCarryForward,
  researchCarry,
  yearEndClose,
  costOfSalesCarry,
  exchangeRevaluation,
  accountTransfer,
  badDebtProvision,
]

/** The books and statements. */
export const financeReports: readonly AnyReport[] = [
  trialBalance,
  accountBalances,
  generalLedgerBook,
  detailLedger,
  auxiliaryBalances,
  auxiliaryLedger,
  multiColumnLedger,
  quantityLedger,
  currencyLedger,
  voucherList,
  voucherJournal,
  voucherLines,
  voucherDocuments,
  voucherPaper,
  voucherSummary,
  voucherNumberCheck,
  balanceSheet,
  incomeStatement,
  cashFlowStatement,
  cashFlowSupplement,
  cashFlowItems,
  cashFlowAccounts,
  equityChanges,
  statementLine,
  openItems,
  partyAging,
  partyBalances,
  partyStatement,
  cashJournal,
  budgetExecution,
  budgetCommitments,
  riskFindings,
  benfordAnalysis,
  closeChecklistReport,
  openDocuments,
  openingCheck,
  purchaseCost,
  salesCost,
  stockCost,
]

export const financeProcesses: readonly AnyProcess[] = [
  checkRisksProcess,
  setUpBooksProcess,
  revalueCurrencyProcess,
  fetchRatesProcess,
  importRatesProcess,
  provideBadDebtsProcess,
  tagCashFlowProcess,
  applyVoucherTemplateProcess,
  saveVoucherTemplateProcess,
  recurringVouchersProcess,
  openDetailAccountProcess,
  rejectVouchersProcess,
  reviewVouchersProcess,
  signVouchersProcess,
  unreviewVouchersProcess,
  bookVouchersProcess,
  arrangeVoucherNumbersProcess,
  mergeVouchersProcess,
  carryCostOfSalesProcess,
  carryProfitForwardProcess,
  closePeriodProcess,
  reopenPeriodProcess,
  rebuildDaysProcess,
]
