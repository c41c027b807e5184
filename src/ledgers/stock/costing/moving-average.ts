import { applyAveraged, averageOf, emptyPool, freezePool, thawPool } from './averaged-pool.ts'
import type { AveragedPool } from './averaged-pool.ts'
import type { CostMethod } from './cost-method.ts'

/** 移动加权平均: every receipt makes a new average, every issue takes its share of the value. */
export const movingAverage: CostMethod<AveragedPool> = {
  name: 'movingAverage',
  initial: emptyPool,
  apply: (pool, movement, hints) => applyAveraged(pool, movement, hints),
  quantityOf: (pool) => pool.quantity,
  amountOf: (pool) => pool.amount,
  unitCostOf: averageOf,
  freeze: freezePool,
  thaw: thawPool,
}
