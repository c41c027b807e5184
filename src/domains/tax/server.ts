import type { ServerDomain } from '../../kernel/documents/installed.ts'
import { postSalesDeduction } from './documents/sales-deduction.posting.ts'
import { postTaxAccrual } from './documents/tax-accrual.posting.ts'
import { postTaxPayment } from './documents/tax-payment.posting.ts'
import { checkTaxReturn, guardTaxReturn } from './documents/tax-return.checks.ts'
import { tax } from './index.ts'
import { runAccrueTaxes, taxClose } from './processes/accrue-taxes.run.ts'
import { runFileTaxReturn, runPrepareTaxReturn } from './processes/prepare-return.run.ts'
import { runTaxReturnForms } from './reports/tax-return-forms.run.ts'
import { taxWorkingRun } from './reports/tax-working.run.ts'

export const taxServer: ServerDomain = {
  name: tax.name,
  postings: [postSalesDeduction, postTaxAccrual, postTaxPayment],
  checks: [checkTaxReturn],
  guards: [guardTaxReturn],
  processes: [runAccrueTaxes, runPrepareTaxReturn],
  reports: [taxWorkingRun, runTaxReturnForms],
  calls: [runFileTaxReturn],
  closeParts: [taxClose],
}
