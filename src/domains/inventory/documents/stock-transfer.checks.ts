import { fieldProblem } from '../../../kernel/definition/problem.ts'
import type { FieldProblem } from '../../../kernel/definition/problem.ts'
import { defineCheck } from '../../../kernel/documents/installed.ts'
import type { PostingInput } from '../../../kernel/posting/proposal.ts'
import { disabledReferences } from '../../../ledgers/disabled-references.ts'
import { item } from '../../../ledgers/dimensions/item.ts'
import { readCostScopes } from '../../../ledgers/stock/cost-scope.ts'
import type { CostScopes } from '../../../ledgers/stock/cost-scope.ts'
import { settingsOf } from '../../../ledgers/settings.ts'
import { servicesIn } from './inventory.checks.ts'
import { stockTransfer } from './stock-transfer.ts'

type Input = PostingInput<typeof stockTransfer>
type Places = Pick<Input['header'], 'fromWarehouse' | 'toWarehouse'>

/** Every line goes from somewhere to somewhere; what the line does not say the head does. */
export const placesMissing = (header: Places, lines: readonly Places[]): FieldProblem[] =>
  lines.flatMap((line, index) => [
    ...(line.fromWarehouse || header.fromWarehouse
      ? []
      : [
          fieldProblem(
            `lines.${index}.fromWarehouse`,
            '请填写调出仓库（本行或表头）',
            'needs a warehouse to come from',
          ),
        ]),
    ...(line.toWarehouse || header.toWarehouse
      ? []
      : [fieldProblem(`lines.${index}.toWarehouse`, '请填写调入仓库（本行或表头）', 'needs a warehouse to go to')]),
  ])

/** A ratio needs what it is applied to, and lines that have a part in it. */
export const ratioMissing = ({ header, lines }: Pick<Input, 'header' | 'lines'>): FieldProblem[] => {
  if (header.ratioBy === null) return []
  if (header.ratioQuantity === null) {
    const [zh, en] =
      header.ratioBy === 'sets'
        ? ['请填写套数', 'needs a number of sets']
        : ['请填写分配总数', 'needs a quantity to share out']
    return [fieldProblem('ratioQuantity', zh, en)]
  }
  return lines.flatMap((line, index) =>
    line.ratio === null || !line.ratio.isPositive() || line.ratio.isZero()
      ? [fieldProblem(`lines.${index}.ratio`, '请填写大于零的配比', 'needs a ratio above zero')]
      : [],
  )
}

/** 异价: each warehouse keeps a cost of its own, found as goods leave; every line has its price (rule 11). */
export const priceProblems = ({ header, lines, lookup, settings }: Input, scopeOf: CostScopes): FieldProblem[] => {
  if (header.priceBy === null) return []
  const { costMethod } = settingsOf(settings)
  return lines.flatMap((line, index) => {
    if (scopeOf(line.item) !== 'warehouse') {
      const zh = '该商品按全公司核算成本，各仓同价；异价调拨须先用成本方法与范围变更单改为分仓库核算'
      return [fieldProblem(`lines.${index}.item`, zh, 'a price between warehouses needs costs by warehouse')]
    }
    const method = lookup(item, line.item)?.costMethod ?? costMethod
    if (method === 'monthlyAverage' || method === 'standard') {
      const zh = '全月平均、标准成本的商品不能异价调拨'
      return [fieldProblem(`lines.${index}.item`, zh, 'is costed by month; move it at cost')]
    }
    return line.inAmount === null || line.inAmount.isNegative()
      ? [fieldProblem(`lines.${index}.inPrice`, '请填写调入单价', 'needs a price')]
      : []
  })
}

export const checkStockTransfer = defineCheck(stockTransfer, async (input, work) => [
  ...servicesIn(input),
  ...placesMissing(input.header, input.lines),
  ...ratioMissing(input),
  ...priceProblems(
    input,
    await readCostScopes(
      work,
      input.lines.map((line) => line.item),
    ),
  ),
  ...disabledReferences(stockTransfer, input),
])
