import { Decimal } from '../../../base/decimal.ts'
import { fieldProblem } from '../../../kernel/definition/problem.ts'
import type { EntityCheck } from '../../../kernel/posting/work.ts'
import { stockLimit } from './stock-limit.ts'

const linesOf = (record: Readonly<Record<string, unknown>>): readonly Readonly<Record<string, unknown>>[] => {
  const lines = record['limits']
  return Array.isArray(lines) ? lines.filter((line) => typeof line === 'object' && line !== null) : []
}

/** A lower limit is not above the upper one, and an item has one pair of them in a warehouse. */
export const checkStockLimit: EntityCheck = {
  entity: stockLimit,
  check: async (record) => {
    const lines = linesOf(record)
    return lines.flatMap((line, index) => {
      const { item, minimum, maximum } = line
      const isTwice = lines.findIndex((other) => other['item'] === item) < index
      const isCrossed = Decimal.isDecimal(minimum) && Decimal.isDecimal(maximum) && minimum.gt(maximum)
      return [
        ...(isTwice
          ? [fieldProblem(`limits.${index}.item`, '商品重复，一个仓库只能有一组上下限', 'is there twice')]
          : []),
        ...(isCrossed
          ? [fieldProblem(`limits.${index}.maximum`, '上限不能低于下限', 'must not be below the minimum')]
          : []),
      ]
    })
  },
}
