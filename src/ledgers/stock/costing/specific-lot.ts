import { applyAveraged, averageOf, emptyPool, freezePool, thawPool } from './averaged-pool.ts'
import type { AveragedPool } from './averaged-pool.ts'
import { totalOf } from './cost-method.ts'
import type { CostHints, CostMethod, CostSlice, Movement, Step, TrueUp } from './cost-method.ts'
import { listFrom, textFrom } from './frozen.ts'

/** The lots of a pool, each valued by itself. Goods without a lot are valued together. */
export interface Lots {
  readonly byLot: Map<string, AveragedPool>
}

const withoutLot = ''

function poolOf(lots: Lots, lot: string | null | undefined): AveragedPool {
  const key = lot ?? withoutLot
  const found = lots.byLot.get(key)
  if (found !== undefined) return found
  const created = emptyPool()
  lots.byLot.set(key, created)
  return created
}

function apply(lots: Lots, movement: Movement, hints: CostHints): Step {
  if (movement.kind === 'takeIn') {
    const steps = slicesByLot(movement.slices).map(([lot, slices]) =>
      applyAveraged(poolOf(lots, lot), { ...movement, slices }, hints),
    )
    return joined(steps)
  }
  if (movement.kind === 'takeBack') {
    const steps = slicesByLot(movement.slices).map(([lot, slices]) =>
      applyAveraged(poolOf(lots, lot), { ...movement, lot, slices, quantity: totalOf(slices).quantity }, hints),
    )
    return joined(steps)
  }
  return applyAveraged(poolOf(lots, movement.lot), movement, hints)
}

function slicesByLot(slices: readonly CostSlice[]): [string | null | undefined, CostSlice[]][] {
  return [...Map.groupBy(slices, (slice) => slice.lot)]
}

function joined(steps: readonly Step[]): Step {
  let [amount, remainder] = [0n, 0n]
  const slices: CostSlice[] = []
  const trueUps: TrueUp[] = []
  for (const step of steps) {
    amount += step.amount
    remainder += step.remainder
    slices.push(...step.slices)
    trueUps.push(...step.trueUps)
  }
  const flag = steps.find((step) => step.flag !== undefined)?.flag
  return { amount, slices, remainder, trueUps, flag }
}

function totalOfLots(lots: Lots): { quantity: bigint; amount: bigint } {
  let [quantity, amount] = [0n, 0n]
  for (const pool of lots.byLot.values()) {
    quantity += pool.quantity
    amount += pool.amount
  }
  return { quantity, amount }
}

/**
 * 个别计价法: every lot or serial number keeps its own cost; receipts into the same lot are averaged. A lot that is
 * short is short even while others are there.
 */
export const specificLot: CostMethod<Lots> = {
  name: 'specificLot',
  initial: () => ({ byLot: new Map() }),
  apply,
  quantityOf: (lots) => totalOfLots(lots).quantity,
  amountOf: (lots) => totalOfLots(lots).amount,
  unitCostOf(lots) {
    const total = totalOfLots(lots)
    if (total.quantity > 0n) return total
    return [...lots.byLot.values()].map(averageOf).findLast((unit) => unit !== undefined)
  },
  freeze: (lots) => [...lots.byLot].map(([lot, pool]) => [lot, freezePool(pool)]),
  thaw(json) {
    const pairs = listFrom(json).map((each) => {
      const [lot, pool] = listFrom(each)
      return [textFrom(lot), thawPool(pool)] as const
    })
    return { byLot: new Map(pairs) }
  },
}
