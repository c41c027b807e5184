import { round } from '../../../base/decimal.ts'
import type { Decimal } from '../../../base/decimal.ts'
import { defineReportRun } from '../../../kernel/documents/installed.ts'
import { readSafetyStock } from './read-safety-stock.ts'
import type { ProposedSafety } from './read-safety-stock.ts'
import { safetyStockLevels } from './safety-stock-levels.ts'

const text = (value: Decimal): string => round(value, 2).toString()

const workingOf = ({ z, spread, quantity }: ProposedSafety): string =>
  `${text(z)}×√(${text(spread.leadDays)}×${text(spread.dailyDeviation)}²＋${text(spread.daily)}²×${text(spread.leadDeviation)}²)＝${text(quantity)}`

export const runSafetyStockLevels = defineReportRun(safetyStockLevels, async (parameters, work) => {
  const found = await readSafetyStock(work, parameters)
  return {
    rows: found.map((one) => ({
      itemType: 'item',
      itemId: one.id,
      code: one.code,
      name: one.name,
      daily: round(one.spread.daily, 4).toString(),
      deviation: round(one.spread.dailyDeviation, 4).toString(),
      leadDays: text(one.spread.leadDays),
      leadDeviation: text(one.spread.leadDeviation),
      z: round(one.z, 4).toString(),
      proposed: one.proposed.toString(),
      current: one.current?.toString() ?? null,
      working: workingOf(one),
    })),
  }
})
