import { applyAveraged, averageOf, emptyPool, freezePool, thawPool } from './averaged-pool.ts'
import type { AveragedPool } from './averaged-pool.ts'
import type { Cents, CostMethod, Micros, UnitCost } from './cost-method.ts'
import { fieldFrom, freezeUnitCost, thawUnitCost } from './frozen.ts'

/** A pool in the course of a month. */
export interface MonthlyPool {
  readonly pool: AveragedPool
  /** Last month's final unit cost, the provisional one of this month; none in the first month. */
  readonly lastMonth: UnitCost | undefined
}

/** A pool at the beginning of a month: what the carry of the month before left, and its unit cost. */
export function openMonth(quantity: Micros, amount: Cents, lastMonth?: UnitCost): MonthlyPool {
  return { pool: { ...emptyPool(), quantity, amount, lastUnit: lastMonth }, lastMonth }
}

/**
 * 全月一次加权平均, as long as the month runs: issues go provisionally at last month's unit cost (in the first month at
 * the running average), receipts come in at their given cost. `monthlyCarry` makes it final.
 */
export const monthlyAverage: CostMethod<MonthlyPool> = {
  name: 'monthlyAverage',
  initial: () => ({ pool: emptyPool(), lastMonth: undefined }),
  apply: ({ pool, lastMonth }, movement, hints) => applyAveraged(pool, movement, hints, lastMonth),
  quantityOf: ({ pool }) => pool.quantity,
  amountOf: ({ pool }) => pool.amount,
  unitCostOf: ({ pool, lastMonth }) => lastMonth ?? averageOf(pool),
  freeze: ({ pool, lastMonth }) => ({ pool: freezePool(pool), lastMonth: freezeUnitCost(lastMonth) }),
  thaw: (json) => ({
    pool: thawPool(fieldFrom(json, 'pool')),
    lastMonth: thawUnitCost(fieldFrom(json, 'lastMonth')),
  }),
}
