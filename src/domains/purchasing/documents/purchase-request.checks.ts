import { fieldProblem } from '../../../kernel/definition/problem.ts'
import { defineCheck } from '../../../kernel/documents/installed.ts'
import { disabledReferences } from '../../../ledgers/disabled-references.ts'
import { purchaseRequest } from './purchase-request.ts'

/** Nothing that is 停用 is asked for, and nothing for a day that was over before it was asked. */
export const checkPurchaseRequest = defineCheck(purchaseRequest, async (input) => {
  const { date, neededOn } = input.header
  return [
    ...disabledReferences(purchaseRequest, input),
    ...(neededOn !== null && neededOn < date
      ? [fieldProblem('neededOn', '需求日期不能早于申请日期', 'must not be before the day of the request')]
      : []),
    ...input.lines.flatMap((line, index) =>
      line.neededOn !== null && line.neededOn < date
        ? [fieldProblem(`lines.${index}.neededOn`, '需求日期不能早于申请日期', 'must not be before the request')]
        : [],
    ),
  ]
})
