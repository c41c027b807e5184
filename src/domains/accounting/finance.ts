import type { AnyDocument } from '../../kernel/definition/record.ts'
import type { AnyProcess, AnyReport } from '../../kernel/definition/report.ts'
import { accountTransfer } from './documents/account-transfer.ts'
import { exchangeRevaluation } from './documents/exchange-revaluation.ts'
import { purchaseCost, salesCost, stockCost } from './costs/cost-reports.ts'
import { costOfSalesCarry, profitCarryForward, yearEndClose } from './documents/profit-carry-forward.ts'
import {
  arrangeVoucherNumbersProcess,
  bookVouchersProcess,
  carryCostOfSalesProcess,
  carryProfitForwardProcess,
  closePeriodProcess,
  rebuildDaysProcess,
  reopenPeriodProcess,
  reviewVouchersProcess,
  unreviewVouchersProcess,
} from './processes/processes.ts'
import { openDetailAccountProcess } from './processes/open-detail-account.ts'
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
import { cashJournal } from './reports/cash-journal.ts'
import { closeChecklistReport } from './reports/close-checklist.ts'
import { auxiliaryBalances } from './reports/auxiliary-balances.ts'
import { auxiliaryLedger, detailLedger } from './reports/detail-ledger.ts'
import { equityChanges } from './reports/equity-changes.ts'
import { generalLedgerBook } from './reports/general-ledger-book.ts'
import { currencyLedger, quantityLedger } from './reports/measured-ledgers.ts'
import { multiColumnLedger } from './reports/multi-column-ledger.ts'
import { openDocuments } from './reports/open-documents.ts'
import { openItems, partyAging, partyBalances, partyStatement } from './reports/open-items.ts'
import { trialBalance } from './reports/trial-balance.ts'
import { voucherJournal, voucherLines, voucherList } from './reports/voucher-list.ts'
import { voucherNumberCheck, voucherSummary } from './reports/voucher-summary.ts'

/** What closing writes of its own accord. */
export const closingDocuments: readonly AnyDocument[] = [
  profitCarryForward,
  yearEndClose,
  costOfSalesCarry,
  exchangeRevaluation,
  accountTransfer,
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
  voucherSummary,
  voucherNumberCheck,
  balanceSheet,
  incomeStatement,
  cashFlowStatement,
  cashFlowSupplement,
  equityChanges,
  statementLine,
  openItems,
  partyAging,
  partyBalances,
  partyStatement,
  cashJournal,
  closeChecklistReport,
  openDocuments,
  purchaseCost,
  salesCost,
  stockCost,
]

export const financeProcesses: readonly AnyProcess[] = [
  setUpBooksProcess,
  revalueCurrencyProcess,
  openDetailAccountProcess,
  reviewVouchersProcess,
  unreviewVouchersProcess,
  bookVouchersProcess,
  arrangeVoucherNumbersProcess,
  carryCostOfSalesProcess,
  carryProfitForwardProcess,
  closePeriodProcess,
  reopenPeriodProcess,
  rebuildDaysProcess,
]
