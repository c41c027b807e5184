import { fieldProblem } from '../../../kernel/definition/problem.ts'
import { defineCheck } from '../../../kernel/documents/installed.ts'
import { disabledReferences } from '../../../ledgers/disabled-references.ts'
import { supplierQuotation } from './supplier-quotation.ts'

/** A quotation names a price for each line, and ends after it begins. */
export const checkSupplierQuotation = defineCheck(supplierQuotation, async (input) => {
  const { validFrom, validTo } = input.header
  return [
    ...disabledReferences(supplierQuotation, input),
    ...(validFrom !== null && validTo !== null && validTo < validFrom
      ? [fieldProblem('validTo', '失效日期不能早于生效日期', 'must not be before the first day')]
      : []),
    ...input.lines.flatMap((line, index) =>
      line.price === null || !line.price.gt(0)
        ? [fieldProblem(`lines.${index}.price`, '请填写报价', 'a price is required')]
        : [],
    ),
  ]
})
