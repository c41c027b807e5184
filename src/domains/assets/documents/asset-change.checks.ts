import { decimal, sum, zero } from '../../../base/decimal.ts'
import { fieldProblem } from '../../../kernel/definition/problem.ts'
import type { FieldProblem } from '../../../kernel/definition/problem.ts'
import { defineCheck } from '../../../kernel/documents/installed.ts'
import type { PostingInput } from '../../../kernel/posting/proposal.ts'
import type { Work } from '../../../kernel/posting/work.ts'
import { effectivePeriod } from '../../../ledgers/asset/asset-terms.ts'
import { disabledReferences } from '../../../ledgers/disabled-references.ts'
import { readHistories } from '../cards/read-histories.ts'
import { termsIn, usedMonths, worthIn } from '../rules/card-history.ts'
import { assetChange } from './asset-change.ts'

type Input = PostingInput<typeof assetChange>

/** A change of value says what it is out of. */
export const valueProblems = ({ header }: Pick<Input, 'header'>): FieldProblem[] => {
  const change = header.valueChange ?? zero
  const tax = header.inputTax ?? zero
  if (change.isZero())
    return tax.isZero() ? [] : [fieldProblem('inputTax', '没有原值变动，不能填税额', 'needs a change of cost')]
  if (header.valueOrigin === null)
    return [fieldProblem('valueOrigin', '请选择原值的变动来源', 'say what the change is out of')]
  if (header.valueOrigin === 'cash' && header.cashAccount === null)
    return [fieldProblem('cashAccount', '现付请填写付款账户', 'name the account it is paid from')]
  if (header.valueOrigin === 'payable' && header.supplier === null)
    return [fieldProblem('supplier', '请填写供应商', 'name the supplier')]
  return header.valueOrigin === 'construction' && !tax.isZero()
    ? [fieldProblem('inputTax', '在建工程转入没有进项税额', 'carries no input VAT')]
    : []
}

/** Shares come to the whole. */
export const sharedWhole = ({ lines }: Pick<Input, 'lines'>): FieldProblem[] =>
  lines.length === 0 || sum(lines.map((line) => line.percent)).eq(decimal(100))
    ? []
    : [fieldProblem('lines.0.percent', '费用分摊合计应为 100%', 'shares must add up to 100 %')]

const cardProblems = async ({ header }: Input, work: Work): Promise<FieldProblem[]> => {
  const [history] = await readHistories(work, { assets: [header.asset], without: header.id })
  if (history === undefined) return [fieldProblem('asset', '卡片还未入账', 'is not in the books yet')]
  const felt = effectivePeriod(history.sort, header.date)
  const terms = termsIn(history, felt)
  const worth = worthIn(history, felt)
  if (terms === null || !worth.value.gt(zero))
    return [fieldProblem('asset', `这项资产在 ${header.date} 不在用`, `is not in use on ${header.date}`)]
  const life = header.lifeMonths ?? terms.life
  const used = usedMonths(history, felt)
  if (header.keepsSchedule !== true && life <= used)
    return [fieldProblem('lifeMonths', `已使用 ${used} 个月，年限应更长`, `must be more than the ${used} months used`)]
  const method = header.method ?? terms.method
  return method === 'unitsOfUse' && !(header.totalUsage ?? zero).gt(zero)
    ? [fieldProblem('totalUsage', '工作量法请填写预计总工作量', 'needs its units of use')]
    : []
}

export const checkAssetChange = defineCheck(assetChange, async (input, work) => [
  ...valueProblems(input),
  ...sharedWhole(input),
  ...disabledReferences(assetChange, input),
  ...(await cardProblems(input, work)),
])
