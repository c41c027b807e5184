import { incomePrepaymentForm } from './income-form.ts'
import { stampForm, statementForms } from './other-forms.ts'
import type { ReturnKind } from './return-kinds.ts'
import type { TaxForm } from './tax-form.ts'
import { surchargeForm, vatCredits, vatDeductions, vatInput, vatMain, vatSales, vatSmallForm } from './vat-forms.ts'

/** The forms that a return consists of, in the bureau's order. */
export const formsOfKind = (kind: ReturnKind, isSmallScale: boolean): readonly TaxForm[] => {
  const forms: Readonly<Record<ReturnKind, readonly TaxForm[]>> = {
    vat: isSmallScale ? [vatSmallForm] : [vatMain, vatSales, vatInput, vatDeductions, vatCredits, surchargeForm],
    incomeTax: [incomePrepaymentForm],
    stampDuty: [stampForm],
    statements: statementForms,
  }
  return forms[kind]
}
