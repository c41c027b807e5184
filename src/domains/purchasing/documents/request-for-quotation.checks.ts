import { fieldProblem } from '../../../kernel/definition/problem.ts'
import { defineCheck } from '../../../kernel/documents/installed.ts'
import { disabledReferences } from '../../../ledgers/disabled-references.ts'
import { requestForQuotation } from './request-for-quotation.ts'

/** Each supplier is asked once. */
export const checkRequestForQuotation = defineCheck(requestForQuotation, async (input) => {
  const asked = input.suppliers.map((line) => line.supplier)
  return [
    ...disabledReferences(requestForQuotation, input),
    ...asked.flatMap((supplier, index) =>
      asked.indexOf(supplier) === index
        ? []
        : [fieldProblem(`suppliers.${index}.supplier`, '同一供应商只询一次', 'is asked already')],
    ),
  ]
})
