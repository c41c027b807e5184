import type { ServerDomain } from '../../kernel/documents/installed.ts'
import { postTaxAccrual } from './documents/tax-accrual.posting.ts'
import { tax } from './index.ts'
import { runAccrueTaxes, taxClose } from './processes/accrue-taxes.run.ts'
import { taxWorkingRun } from './reports/tax-working.run.ts'

export const taxServer: ServerDomain = {
  name: tax.name,
  postings: [postTaxAccrual],
  processes: [runAccrueTaxes],
  reports: [taxWorkingRun],
  closeParts: [taxClose],
}
