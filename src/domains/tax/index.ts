import { defineDomain } from '../../kernel/definition/domain.ts'
import { taxAccrual } from './documents/tax-accrual.ts'
import { accrueTaxesProcess } from './processes/accrue-taxes.ts'
import { taxWorking } from './reports/tax-working.ts'

export { taxAccrual } from './documents/tax-accrual.ts'

/** 税务: taxes as they follow from the books, with their working and the place in the law. */
export const tax = defineDomain({
  name: 'tax',
  label: '税务',
  documents: [taxAccrual],
  processes: [accrueTaxesProcess],
  reports: [taxWorking],
})
