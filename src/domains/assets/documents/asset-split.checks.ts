import { sum, zero } from '../../../base/decimal.ts'
import { fieldProblem } from '../../../kernel/definition/problem.ts'
import type { FieldProblem } from '../../../kernel/definition/problem.ts'
import { defineCheck } from '../../../kernel/documents/installed.ts'
import type { PostingInput } from '../../../kernel/posting/proposal.ts'
import type { Work } from '../../../kernel/posting/work.ts'
import { effectivePeriod } from '../../../ledgers/asset/asset-terms.ts'
import { firstGap, firstOpenMonth } from '../cards/due-charges.ts'
import { readHistories } from '../cards/read-histories.ts'
import { standingIn, worthIn } from '../rules/card-history.ts'
import { cardIn } from '../rules/terms-of-card.ts'
import { cardsInBooks } from './asset-cards.checks.ts'
import { assetSplit } from './asset-split.ts'

type Input = PostingInput<typeof assetSplit>

/** Parts are of the same kind as the whole, and leave something of it. */
const partProblems = ({ header, lines, lookup }: Input): FieldProblem[] => {
  const sort = cardIn({ lookup }, header.asset)?.category.kind
  return lines.flatMap((line, index): FieldProblem[] => {
    const path = `lines.${index}.`
    if (line.newAsset === header.asset)
      return [fieldProblem(`${path}newAsset`, '不能拆到原资产自己', 'must be another card')]
    if (cardIn({ lookup }, line.newAsset)?.category.kind !== sort)
      return [fieldProblem(`${path}newAsset`, '应与原资产同一性质', 'must be of the same kind')]
    return line.value.gt(zero) ? [] : [fieldProblem(`${path}value`, '应大于零', 'must be more than zero')]
  })
}

const sourceProblems = async ({ header, lines }: Input, work: Work): Promise<FieldProblem[]> => {
  const [histories, firstOpen] = await Promise.all([
    readHistories(work, { assets: [header.asset], without: header.id }),
    firstOpenMonth(work),
  ])
  const [history] = histories
  if (history === undefined) return [fieldProblem('asset', '卡片还未入账', 'is not in the books yet')]
  const felt = effectivePeriod(history.sort, header.date)
  const standing = standingIn(history, felt)
  const worth = worthIn(history, felt)
  if (standing === null || !worth.value.gt(zero)) return [fieldProblem('asset', '这项资产不在用', 'is not in use')]
  if (standing.terms.method === 'unitsOfUse')
    return [fieldProblem('asset', '工作量法的资产请先改用其他方法再拆分', 'change its method before it is split')]
  const gap = firstGap(history, felt, firstOpen)
  if (gap !== null) return [fieldProblem('asset', `请先计提 ${gap} 的折旧`, `charge ${gap} first`)]
  const total = sum(lines.map((line) => line.value))
  if (!total.lt(worth.value))
    return [fieldProblem('lines.0.value', `拆出合计应小于原值 ${worth.value.toString()}`, 'must leave something of it')]
  const index = standing.index
  return lines.every((line) => line.index === index)
    ? []
    : [fieldProblem('asset', '卡片的账面已变动，请重新保存再审核', 'its worth has changed; save again')]
}

export const checkAssetSplit = defineCheck(assetSplit, async (input, work) => [
  ...partProblems(input),
  ...(await sourceProblems(input, work)),
  ...(await cardsInBooks(
    work,
    input.lines.map((line) => ({ asset: line.newAsset })),
    input.header.id,
  )),
])
