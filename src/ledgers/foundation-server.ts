import { checkApprovalFlow } from '../kernel/approvals/check-flow.ts'
import { checkApprovalRule } from '../kernel/approvals/rules.ts'
import { checkOwnForm } from '../kernel/own/check-design.ts'
import { runFormParts } from '../kernel/own/form-parts.run.ts'
import {
  runExportTemplate,
  runInstallTemplate,
  runTemplateLibrary,
  runUninstallTemplate,
} from '../kernel/own/own-template.run.ts'
import { templateLibrary } from './own-templates/library.ts'
import { runModules, runSwitchModules } from '../kernel/own/modules.run.ts'
import { runRecordSummary } from '../kernel/own/record-summary.run.ts'
import { checkOwnDocument } from '../kernel/own/check-own-document.ts'
import { checkPrintTemplate } from '../kernel/print/check-template.ts'
import type { TableSpec } from '../kernel/database/table-spec.ts'
import type { ServerDomain } from '../kernel/documents/installed.ts'
import { assetBook } from './asset/asset-book.ts'
import { cashBook } from './cash/cash-book.ts'
import { bookChecks } from './checks/book-checks.ts'
import { followPostings } from './general/follow-postings.ts'
import { generalBook, projection } from './general/general-book.ts'
import { generalTables } from './general/general-tables.ts'
import { usedInvoices } from './invoices/used-invoices.ts'
import { partyBook } from './party/party-book.ts'
import { partyTables } from './party/party-tables.ts'
import { planBook } from './plan/plan-book.ts'
import { carryOverBook } from './stock/carry-over/carry-over-book.ts'
import { checkBin, checkUsualBins, checkWarehouse } from './stock/bins/bins.checks.ts'
import { checkCategoryChange, checkCompanyChange, checkItemChange } from './stock/carry-over/item-changes.ts'
import { carryBook } from './stock/carry/carry-book.ts'
import { checkAccount, checkCompany } from './setup/setup-checks.ts'
import { standardBook } from './stock/standard/standard-book.ts'
import { stockBook } from './stock/stock-book.ts'
import { checkItemTracking, checkLot } from './stock/tracking/tracking.checks.ts'
import { stockTables } from './stock/stock-tables.ts'

/** The ledgers' side of the server: standards first, stock values by them, the others after it, and the vouchers follow from all of them. */
export const foundationServer: ServerDomain = {
  name: 'foundation',
  books: [standardBook, stockBook, carryBook, carryOverBook, partyBook, cashBook, assetBook, planBook, generalBook],
  projecting: projection,
  bookChecks: [...bookChecks],
  entityChecks: [
    checkApprovalRule,
    checkApprovalFlow,
    checkOwnForm,
    checkOwnDocument,
    checkPrintTemplate,
    checkItemChange,
    checkCategoryChange,
    checkItemTracking,
    checkLot,
    checkWarehouse,
    checkBin,
    checkUsualBins,
    checkCompanyChange,
    checkCompany,
    checkAccount,
  ],
  reports: [runRecordSummary],
  calls: [
    runModules,
    runSwitchModules,
    runFormParts,
    runTemplateLibrary,
    runInstallTemplate,
    runExportTemplate,
    runUninstallTemplate,
  ],
  templates: templateLibrary,
  followUps: { posting: followPostings },
}

/** Caches and registers of the ledgers that no definition derives. */
export const ledgerTables: readonly TableSpec[] = [...stockTables, ...partyTables, ...generalTables, usedInvoices]
