import { fieldProblem } from '../../../kernel/definition/problem.ts'
import type { FieldProblem } from '../../../kernel/definition/problem.ts'
import { defineCheck } from '../../../kernel/documents/installed.ts'
import type { PostingInput } from '../../../kernel/posting/proposal.ts'
import { repeatedCards } from './asset-cards.checks.ts'
import { assetCount } from './asset-count.ts'

/** A count is finished when every card was looked for, and nothing is counted twice or below nothing. */
export const unfinished = ({ lines }: Pick<PostingInput<typeof assetCount>, 'lines'>): FieldProblem[] =>
  lines.flatMap((line, index) => {
    const path = `lines.${index}.countedQuantity`
    if (line.countedQuantity === null)
      return [fieldProblem(path, '还未盘点；没有找到的填 0', 'was not counted; enter 0 for what is missing')]
    return line.countedQuantity.isNegative() ? [fieldProblem(path, '不能小于零', 'must not be negative')] : []
  })

export const checkAssetCount = defineCheck(assetCount, async (input) => [
  ...repeatedCards(input.lines),
  ...unfinished(input),
])
