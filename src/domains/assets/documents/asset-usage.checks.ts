import { zero } from '../../../base/decimal.ts'
import { fieldProblem } from '../../../kernel/definition/problem.ts'
import type { FieldProblem } from '../../../kernel/definition/problem.ts'
import { defineCheck } from '../../../kernel/documents/installed.ts'
import { cardIn } from '../rules/terms-of-card.ts'
import { repeatedCards } from './asset-cards.checks.ts'
import { assetUsage } from './asset-usage.ts'

/** Units of use are counted of assets that are depreciated by them. */
export const checkAssetUsage = defineCheck(assetUsage, async (input) => [
  ...repeatedCards(input.lines),
  ...input.lines.flatMap((line, index): FieldProblem[] => {
    const found = cardIn(input, line.asset)
    if ((found?.card.method ?? found?.category.method) !== 'unitsOfUse')
      return [fieldProblem(`lines.${index}.asset`, '这项资产不用工作量法', 'is not depreciated by units of use')]
    return line.quantity.gt(zero) ? [] : [fieldProblem(`lines.${index}.quantity`, '应大于零', 'must be more than zero')]
  }),
])
