import { defineDomain } from '../../kernel/definition/domain.ts'
import { salesDeduction } from './documents/sales-deduction.ts'
import { taxAccrual } from './documents/tax-accrual.ts'
import { returnToPayment, taxPayment } from './documents/tax-payment.ts'
import { taxReturn } from './documents/tax-return.ts'
import { accrueTaxesProcess } from './processes/accrue-taxes.ts'
import { fileTaxReturn, prepareTaxReturn } from './processes/prepare-return.ts'
import { taxReturnForms } from './reports/tax-return-forms.ts'
import { taxWorking } from './reports/tax-working.ts'

export { salesDeduction } from './documents/sales-deduction.ts'
export { taxAccrual } from './documents/tax-accrual.ts'
export { taxPayment } from './documents/tax-payment.ts'
export { filingStates, taxReturn } from './documents/tax-return.ts'
export { returnKinds } from './returns/return-kinds.ts'
export { fileTaxReturn } from './processes/prepare-return.ts'

/** 税务: taxes as they follow from the books, with their working and the place in the law, declared and paid. */
export const tax = defineDomain({
  name: 'tax',
  label: '税务',
  documents: [salesDeduction, taxAccrual, taxReturn, taxPayment],
  flows: [returnToPayment],
  processes: [accrueTaxesProcess, prepareTaxReturn],
  reports: [taxWorking, taxReturnForms],
  calls: [fileTaxReturn],
})
