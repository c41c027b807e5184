import { zero } from '../../../base/decimal.ts'
import type { Decimal } from '../../../base/decimal.ts'
import { fieldProblem } from '../../../kernel/definition/problem.ts'
import type { FieldProblem } from '../../../kernel/definition/problem.ts'
import { defineCheck } from '../../../kernel/documents/installed.ts'
import type { Id } from '../../../base/id.ts'
import type { PostingInput } from '../../../kernel/posting/proposal.ts'
import { disabledReferences } from '../../../ledgers/disabled-references.ts'
import { item } from '../../../ledgers/dimensions/item.ts'
import { readCostScopes } from '../../../ledgers/stock/cost-scope.ts'
import type { CostScopes } from '../../../ledgers/stock/cost-scope.ts'
import { settingsOf } from '../../../ledgers/settings.ts'
import { stockReason } from '../entities/stock-reason.ts'
import { costAdjustment } from './cost-adjustment.ts'
import { countAdjustment } from './count-adjustment.ts'
import { openingStock } from './opening-stock.ts'
import { internalUse } from './internal-use.ts'
import { otherIssue } from './other-issue.ts'
import { otherReceipt } from './other-receipt.ts'
import { scrap } from './scrap.ts'

interface Goods extends Pick<PostingInput<typeof otherIssue>, 'lookup'> {
  readonly lines: readonly { readonly item: Id<'item'> }[]
}

/** Services are not stored. */
export const servicesIn = ({ lines, lookup }: Goods): FieldProblem[] =>
  lines.flatMap((line, index) =>
    lookup(item, line.item)?.isService
      ? [fieldProblem(`lines.${index}.item`, '服务不进库存', 'a service has no stock')]
      : [],
  )

/** Goods come in at a cost; zero is a cost, nothing is none. */
export const withoutCost = (lines: readonly { readonly amount: Decimal | null }[]): FieldProblem[] =>
  lines.flatMap((line, index) =>
    line.amount === null ? [fieldProblem(`lines.${index}.unitCost`, '请填写单位成本', 'needs a unit cost')] : [],
  )

/** Internal mark-up stands beside goods that each warehouse costs by itself, as they leave; not by month, nor unit by unit. */
export const misplacedMarkup = (
  { lines, lookup, settings }: PostingInput<typeof openingStock>,
  scopeOf: CostScopes,
): FieldProblem[] => {
  const { costMethod } = settingsOf(settings)
  return lines.flatMap((line, index) => {
    if (line.markup === null || line.markup.isZero()) return []
    const path = `lines.${index}.markup`
    if (scopeOf(line.item) !== 'warehouse') {
      const zh = '该商品按全公司核算成本，没有内部加价；请改为分仓库核算，或清空此栏'
      return [fieldProblem(path, zh, 'needs costs by warehouse; choose them, or leave it empty')]
    }
    const record = lookup(item, line.item)
    const method = record?.costMethod ?? costMethod
    if (method === 'monthlyAverage' || method === 'standard' || record?.tracksSerials === true) {
      const zh = '全月平均、标准成本和按序列号管理的商品不能有内部加价，请清空此栏'
      return [fieldProblem(path, zh, 'is not kept by month, at standard or by serial number; leave it empty')]
    }
    return line.markup.isNegative() && line.markup.abs().gt(line.amount ?? zero)
      ? [fieldProblem(path, '不能比成本还低', 'cannot take more than the cost')]
      : []
  })
}

/** A deemed sale needs a price to be taxed by. */
export const withoutMarketPrice = ({ header, lines, lookup }: PostingInput<typeof internalUse>): FieldProblem[] =>
  lookup(stockReason, header.reason)?.tax === 'deemedSale'
    ? lines.flatMap((line, index) =>
        line.net === null ? [fieldProblem(`lines.${index}.price`, '视同销售请填写市场价', 'needs a market price')] : [],
      )
    : []

interface Reasoned extends Pick<PostingInput<typeof otherIssue>, 'lookup'> {
  readonly header: { readonly reason: Id<'stockReason'> }
}

/** A reason for goods that go is none for goods that come. */
export const wrongDirection = ({ header, lookup }: Reasoned, wanted: 'in' | 'out'): FieldProblem[] => {
  const direction = lookup(stockReason, header.reason)?.direction ?? 'both'
  return direction === 'both' || direction === wanted
    ? []
    : [fieldProblem('reason', '出入库原因与单据方向不符', 'is a reason for the other direction')]
}

export const inventoryChecks = [
  defineCheck(openingStock, async (input, work) => [
    ...servicesIn(input),
    ...withoutCost(input.lines),
    ...misplacedMarkup(
      input,
      await readCostScopes(
        work,
        input.lines.map((line) => line.item),
      ),
    ),
  ]),
  defineCheck(otherReceipt, async (input) => [
    ...servicesIn(input),
    ...withoutCost(input.lines),
    ...wrongDirection(input, 'in'),
    ...disabledReferences(otherReceipt, input),
  ]),
  defineCheck(otherIssue, async (input) => [
    ...servicesIn(input),
    ...wrongDirection(input, 'out'),
    ...disabledReferences(otherIssue, input),
  ]),
  defineCheck(scrap, async (input) => [
    ...servicesIn(input),
    ...wrongDirection(input, 'out'),
    ...disabledReferences(scrap, input),
  ]),
  defineCheck(internalUse, async (input) => [
    ...servicesIn(input),
    ...wrongDirection(input, 'out'),
    ...withoutMarketPrice(input),
    ...disabledReferences(internalUse, input),
  ]),
  defineCheck(countAdjustment, async (input) => [
    ...servicesIn(input),
    ...input.lines.flatMap((line, index) =>
      line.direction === 'gain' && line.amount === null
        ? [fieldProblem(`lines.${index}.unitCost`, '盘盈请填写单位成本', 'a gain needs a unit cost')]
        : [],
    ),
  ]),
  defineCheck(costAdjustment, async (input) => servicesIn(input)),
]
