import { defineDomain } from '../kernel/definition/domain.ts'
import { approvalFlow } from '../kernel/approvals/flow.ts'
import { approvalRule } from '../kernel/approvals/approval-rule.ts'
import { ownDocument, ownRecord } from '../kernel/own/own-document.ts'
import { formParts } from '../kernel/own/form-parts.ts'
import { exportTemplate, installTemplate, templateLibrary, uninstallTemplate } from '../kernel/own/own-template.ts'
import { modules, switchModules } from '../kernel/own/modules.ts'
import { recordSummary } from '../kernel/own/record-summary.ts'
import { ownForm } from '../kernel/own/own-form.ts'
import { printTemplate } from '../kernel/print/print-template.ts'
import { printer } from '../kernel/print/printer.ts'
import { cashLedger } from './cash/cash.ts'
import { assetLedger } from './asset/asset.ts'
import { account, accountMapping, period } from './dimensions/account.ts'
import { auxiliaryItem, auxiliaryKind } from './dimensions/auxiliary.ts'
import { bin } from './dimensions/bin.ts'
import { assetCard, assetCategory } from './dimensions/asset.ts'
import { branch } from './dimensions/branch.ts'
import { company } from './dimensions/company.ts'
import { currency } from './dimensions/currency.ts'
import { item, itemCategory, taxRate, unit } from './dimensions/item.ts'
import { lot } from './dimensions/lot.ts'
import { party } from './dimensions/party.ts'
import { paymentTerms } from './dimensions/payment-terms.ts'
import { department, employee, project } from './dimensions/people.ts'
import { cashAccount, warehouse } from './dimensions/place.ts'
import { generalLedger } from './general/general-ledger.ts'
import { partyLedger } from './party/party.ts'
import { planLedger } from './plan/plan.ts'
import { stockLedger } from './stock/stock.ts'

/** 基础资料: what every area of the business refers to, and the ledgers they share. */
export const foundation = defineDomain({
  name: 'foundation',
  label: '基础资料',
  english: 'Master data',
  always: true,
  entities: [
    company,
    branch,
    department,
    employee,
    project,
    unit,
    taxRate,
    itemCategory,
    item,
    warehouse,
    bin,
    paymentTerms,
    party,
    lot,
    auxiliaryKind,
    auxiliaryItem,
    account,
    accountMapping,
    currency,
    cashAccount,
    assetCategory,
    assetCard,
    period,
    approvalRule,
    approvalFlow,
    ownForm,
    ownDocument,
    printTemplate,
    printer,
  ],
  documents: [ownRecord],
  reports: [recordSummary],
  calls: [modules, switchModules, formParts, templateLibrary, installTemplate, exportTemplate, uninstallTemplate],
  ledgers: [stockLedger, partyLedger, cashLedger, assetLedger, planLedger, generalLedger],
})
