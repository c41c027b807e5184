import { fieldProblem } from '../../../kernel/definition/problem.ts'
import { defineCheck } from '../../../kernel/documents/installed.ts'
import { disabledReferences } from '../../../ledgers/disabled-references.ts'
import { purchaseBudget } from './purchase-budget.ts'

/** A budget is of a year and of months that there are. */
export const checkPurchaseBudget = defineCheck(purchaseBudget, async (input) => [
  ...disabledReferences(purchaseBudget, input),
  ...(input.header.year < 2000 || input.header.year > 2100
    ? [fieldProblem('year', '年度应在 2000 到 2100 之间', 'must be between 2000 and 2100')]
    : []),
  ...input.lines.flatMap((line, index) =>
    line.month < 1 || line.month > 12
      ? [fieldProblem(`lines.${index}.month`, '月份应在 1 到 12 之间', 'must be between 1 and 12')]
      : [],
  ),
])
