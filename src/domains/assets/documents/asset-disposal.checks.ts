import { zero } from '../../../base/decimal.ts'
import { previous } from '../../../base/period.ts'
import { fieldProblem } from '../../../kernel/definition/problem.ts'
import type { FieldProblem } from '../../../kernel/definition/problem.ts'
import { defineCheck } from '../../../kernel/documents/installed.ts'
import type { PostingInput } from '../../../kernel/posting/proposal.ts'
import type { Work } from '../../../kernel/posting/work.ts'
import { effectivePeriod } from '../../../ledgers/asset/asset-terms.ts'
import { firstGap, firstOpenMonth } from '../cards/due-charges.ts'
import { readHistories } from '../cards/read-histories.ts'
import { repeatedCards } from './asset-cards.checks.ts'
import { leavingWorth } from './asset-disposal.completion.ts'
import { assetDisposal } from './asset-disposal.ts'

type Input = PostingInput<typeof assetDisposal>

/** Money comes from somewhere and goes somewhere; what is missing brings none. */
export const moneyProblems = ({ header, lines }: Pick<Input, 'header' | 'lines'>): FieldProblem[] => {
  const isSold = lines.some((line) => !(line.gross ?? zero).isZero())
  const isPaid = lines.some((line) => !(line.cost ?? zero).isZero())
  if (header.kind === 'countLoss')
    return isSold || isPaid
      ? [fieldProblem('lines.0.gross', '盘亏没有收入和清理费用', 'what is missing brings and costs no money')]
      : []
  if (isSold && header.cashAccount === null && header.customer === null)
    return [fieldProblem('cashAccount', '请填写收款账户，未收款请填购买方', 'name a cash account or the buyer')]
  return isPaid && header.cashAccount === null
    ? [fieldProblem('cashAccount', '清理费用请填写付款账户', 'name the account that clearing is paid from')]
    : []
}

/** Cards that are in use, charged up to the month before, and worth what the document says. */
const cardProblems = async ({ header, lines, charges }: Input, work: Work): Promise<FieldProblem[]> => {
  const assets = lines.map((line) => line.asset)
  const [read, firstOpen] = await Promise.all([
    readHistories(work, { assets, without: header.id }),
    firstOpenMonth(work),
  ])
  const histories = new Map(read.map((history) => [history.asset, history]))
  return lines.flatMap((line, index): FieldProblem[] => {
    const path = `lines.${index}.asset`
    const history = histories.get(line.asset)
    if (history === undefined) return [fieldProblem(path, '卡片还未入账', 'is not in the books yet')]
    const now = leavingWorth(history, header.date)
    if (!now.value.gt(zero)) return [fieldProblem(path, '这项资产不在用', 'is not in use')]
    const gap = firstGap(history, previous(effectivePeriod(history.sort, header.date)), firstOpen)
    if (gap !== null) return [fieldProblem(path, `请先计提 ${gap} 的折旧`, `charge ${gap} first`)]
    const charged = charges
      .filter((each) => each.asset === line.asset)
      .reduce((sum, each) => sum.plus(each.amount), zero)
    const isSame =
      now.value.eq(line.value ?? zero) &&
      now.depreciation.eq(line.depreciation ?? zero) &&
      now.impairment.eq(line.impairment ?? zero) &&
      charged.eq(now.charges.reduce((sum, each) => sum.plus(each.amount), zero))
    return isSame ? [] : [fieldProblem(path, '卡片的账面已变动，请重新保存再审核', 'its worth has changed; save again')]
  })
}

export const checkAssetDisposal = defineCheck(assetDisposal, async (input, work) => [
  ...moneyProblems(input),
  ...repeatedCards(input.lines),
  ...(await cardProblems(input, work)),
])
