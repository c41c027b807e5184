import { zero } from '../../../base/decimal.ts'
import { fieldProblem } from '../../../kernel/definition/problem.ts'
import type { FieldProblem } from '../../../kernel/definition/problem.ts'
import { defineCheck } from '../../../kernel/documents/installed.ts'
import type { PostingInput } from '../../../kernel/posting/proposal.ts'
import { wrongOpeningDay } from '../../../ledgers/opening-day.ts'
import { cardsInBooks, incompleteCards, repeatedCards } from './asset-cards.checks.ts'
import { assetOpening } from './asset-opening.ts'

/** Figures that no asset can have. */
export const wrongOpenings = ({ lines }: Pick<PostingInput<typeof assetOpening>, 'lines'>): FieldProblem[] =>
  lines.flatMap((line, index) => {
    const depreciation = line.depreciation ?? zero
    if (!line.value.gt(zero)) return [fieldProblem(`lines.${index}.value`, '原值应大于零', 'must be more than zero')]
    if (depreciation.isNegative() || depreciation.gt(line.value))
      return [fieldProblem(`lines.${index}.depreciation`, '累计折旧应在零与原值之间', 'must be from zero to the cost')]
    return line.usedMonths < 0 ? [fieldProblem(`lines.${index}.usedMonths`, '不能小于零', 'must not be negative')] : []
  })

export const checkAssetOpening = defineCheck(assetOpening, async (input, work) => [
  ...wrongOpeningDay(input.header.date, work),
  ...repeatedCards(input.lines),
  ...incompleteCards(input, input.lines),
  ...wrongOpenings(input),
  ...(await cardsInBooks(work, input.lines, input.header.id)),
])
