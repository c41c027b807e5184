import { fieldProblem } from '../../../kernel/definition/problem.ts'
import { defineCheck } from '../../../kernel/documents/installed.ts'
import { disabledReferences } from '../../../ledgers/disabled-references.ts'
import { dropshipOrder } from './dropship-order.ts'

/** Both sides have their price, or the line is a gift; without the supplier's there would be no margin. */
export const checkDropshipOrder = defineCheck(dropshipOrder, async (input) => [
  ...input.lines.flatMap((line, index) => [
    ...(line.gross === null ? [fieldProblem(`lines.${index}.price`, '请填写销售单价', 'needs a sale price')] : []),
    ...(line.cost === null
      ? [fieldProblem(`lines.${index}.purchasePrice`, '请填写采购单价', 'needs a purchase price')]
      : []),
  ]),
  ...disabledReferences(dropshipOrder, input),
])
