import { allocateUnits } from '../../../base/fixed-point.ts'
import type { Json } from '../../../base/json.ts'
import { applyAveraged, averageOf, emptyPool, freezePool, thawPool } from './averaged-pool.ts'
import type { AveragedPool } from './averaged-pool.ts'
import { totalOf } from './cost-method.ts'
import type {
  CostHints,
  CostMethod,
  CostMethodName,
  CostSlice,
  GoodsPart,
  Movement,
  Revalue,
  Step,
  TrueUp,
} from './cost-method.ts'
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
  if (movement.kind === 'takeIn' || movement.kind === 'takeBack') return applySlices(lots, movement, hints)
  const { parts } = movement
  if (parts !== undefined) return applyParts(lots, movement, parts, hints)
  if (movement.kind === 'revalue' && movement.receipt === undefined) return revalueAll(lots, movement, hints)
  return done(lots, movement.lot, applyAveraged(poolOf(lots, movement.lot), movement, hints))
}

/** A lot that is used up and owes nothing is forgotten, so that a pool of serial numbers stays as small as its goods. */
function done(lots: Lots, lot: string | null | undefined, step: Step): Step {
  const key = lot ?? withoutLot
  const pool = lots.byLot.get(key)
  if (key !== withoutLot && pool?.quantity === 0n && pool.shorts.queue.length === 0) lots.byLot.delete(key)
  return step
}

function applySlices(lots: Lots, movement: Extract<Movement, { slices: unknown }>, hints: CostHints): Step {
  const steps = [...Map.groupBy(movement.slices, (slice) => slice.lot)].map(([lot, slices]) => {
    const own =
      movement.kind === 'takeIn'
        ? { ...movement, slices }
        : { ...movement, lot: lot ?? null, slices, quantity: totalOf(slices).quantity }
    return done(lots, lot, applyAveraged(poolOf(lots, lot), own, hints))
  })
  return joined(steps)
}

/** Goods of several lots: a given amount is spread over them by quantity, what is found is found for each. */
function applyParts(
  lots: Lots,
  movement: Exclude<Movement, { slices: unknown }>,
  parts: readonly GoodsPart[],
  hints: CostHints,
): Step {
  const amounts =
    movement.kind === 'issue'
      ? []
      : allocateUnits(
          movement.amount,
          parts.map((part) => part.quantity),
        )
  const steps = parts.map(({ lot, quantity }, index) => {
    const own = { ...movement, lot, quantity, parts: undefined }
    const one = own.kind === 'issue' ? own : { ...own, amount: amounts[index] ?? 0n }
    return done(lots, lot, applyAveraged(poolOf(lots, lot), one, hints))
  })
  return joined(steps)
}

/** A change of value of all that is there falls on the lots by their value, or by quantity where there is none. */
function revalueAll(lots: Lots, movement: Revalue, hints: CostHints): Step {
  const there = [...lots.byLot].filter(([, pool]) => pool.quantity > 0n)
  if (there.length === 0) return { amount: 0n, slices: [], remainder: movement.amount, trueUps: [] }
  const value = there.reduce((sum, [, pool]) => sum + pool.amount, 0n)
  const shares = allocateUnits(
    movement.amount,
    there.map(([, pool]) => (value === 0n ? pool.quantity : pool.amount)),
  )
  const steps = there.map(([, pool], index) =>
    applyAveraged(pool, { ...movement, amount: shares[index] ?? 0n, quantity: undefined }, hints),
  )
  return joined(steps)
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
  return { amount, slices, remainder, trueUps, ...(flag === undefined ? {} : { flag }) }
}

function totalOfLots(lots: Lots): { quantity: bigint; amount: bigint } {
  let [quantity, amount] = [0n, 0n]
  for (const pool of lots.byLot.values()) {
    quantity += pool.quantity
    amount += pool.amount
  }
  return { quantity, amount }
}

const specific = (name: CostMethodName): CostMethod<Lots> => ({
  name,
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
})

/** 按批次: every lot keeps its own cost; receipts into the same lot are averaged. A lot that is short is short even while others are there. */
export const specificLot = specific('specificLot')

/** 按序列号 (个别计价): every unit keeps its own cost. */
export const specificSerial = specific('specificSerial')

/** The serial numbers that are in a frozen pool. Throws a RangeError for JSON that no specific method froze. */
export const unitsIn = (frozen: Json): string[] =>
  [...specificSerial.thaw(frozen).byLot].flatMap(([lot, pool]) => (pool.quantity > 0n ? [lot] : []))
