import { incomePrepaymentForm } from './income-form.ts'
import { stampForm, statementForms } from './other-forms.ts'
import type { ReturnKind } from './return-kinds.ts'
import type { TaxForm } from './tax-form.ts'
import {
  surchargeForm,
  vatAdditionForm,
  vatCredits,
  vatDeductions,
  vatInput,
  vatMain,
  vatSales,
  vatSmallDeductions,
  vatSmallForm,
  vatSmallSurcharges,
} from './vat-forms.ts'

/** The forms that a return consists of, in the bureau's order. */
export const formsOfKind = (kind: ReturnKind, isSmallScale: boolean): readonly TaxForm[] => {
  const forms: Readonly<Record<ReturnKind, readonly TaxForm[]>> = {
    vat: isSmallScale
      ? [vatSmallForm, vatSmallDeductions, vatSmallSurcharges]
      : [vatMain, vatSales, vatInput, vatDeductions, vatCredits, vatAdditionForm, surchargeForm],
    incomeTax: [incomePrepaymentForm],
    stampDuty: [stampForm],
    statements: statementForms,
  }
  return forms[kind]
}
