import { mulDivRound } from '../../../base/fixed-point.ts'
import type { Json } from '../../../base/json.ts'
import { checkMovement, costAt, revaluationShare, totalOf } from './cost-method.ts'
import type { Cents, CostHints, CostSlice, Micros, Movement, Step, UnitCost } from './cost-method.ts'
import { bigintFrom, fieldFrom, freezeUnitCost, thawUnitCost } from './frozen.ts'
import {
  addShortIssue,
  coverShortIssues,
  freezeShortIssues,
  noShortIssues,
  shortCost,
  thawShortIssues,
} from './short-issues.ts'
import type { ShortIssues } from './short-issues.ts'

/**
 * Goods that are valued together: one quantity, one amount. While goods are there the amount is not negative; while
 * they are short it is minus the provisional cost of the short issues; at zero it is zero.
 */
export interface AveragedPool {
  quantity: Micros
  amount: Cents
  /** The unit cost when goods last were there. */
  lastUnit: UnitCost | undefined
  readonly shorts: ShortIssues
}

const nothing: Pick<Step, 'remainder' | 'trueUps'> = { remainder: 0n, trueUps: [] }

/** A pool without goods and without a past. */
export function emptyPool(): AveragedPool {
  return { quantity: 0n, amount: 0n, lastUnit: undefined, shorts: noShortIssues() }
}

/**
 * Applies a movement. Issues go at the given unit cost where there is one (but never take more than is there), else
 * at the pool's average; the last issue takes what is left.
 */
export function applyAveraged(pool: AveragedPool, movement: Movement, hints: CostHints, givenUnit?: UnitCost): Step {
  checkMovement(movement)
  switch (movement.kind) {
    case 'receive': {
      const { entry, date, quantity, amount, lot } = movement
      return comeIn(pool, [{ layerDate: date, quantity, amount, source: entry, lot }])
    }
    case 'takeIn':
      return comeIn(pool, movement.slices)
    case 'issue':
      return goOut(pool, movement, hints, givenUnit)
    case 'giveBack':
      return goOutAt(pool, movement, movement.quantity, movement.amount)
    case 'takeBack':
      return goOutAt(pool, movement, movement.quantity, totalOf(movement.slices).amount)
    default: {
      const amount = revaluationShare(movement, pool.quantity, pool.amount)
      pool.amount += amount
      return { amount, slices: [], remainder: movement.amount - amount, trueUps: [] }
    }
  }
}

/** The average of what is there, else the last one known. */
export function averageOf(pool: AveragedPool): UnitCost | undefined {
  return pool.quantity > 0n ? { amount: pool.amount, quantity: pool.quantity } : pool.lastUnit
}

function comeIn(pool: AveragedPool, slices: readonly CostSlice[]): Step {
  const { quantity, amount } = totalOf(slices)
  const covered = coverShortIssues(pool.shorts, quantity, amount)
  pool.quantity += quantity
  pool.amount += amount - covered.amount + covered.provisional
  if (pool.quantity <= 0n) pool.lastUnit = { amount, quantity }
  return { amount, slices, remainder: 0n, trueUps: covered.trueUps }
}

function goOut(
  pool: AveragedPool,
  movement: Movement & { readonly quantity: Micros },
  hints: CostHints,
  givenUnit: UnitCost | undefined,
): Step {
  const { quantity } = movement
  pool.lastUnit = averageOf(pool)
  if (quantity <= pool.quantity) {
    const amount = costOfPart(pool, quantity, givenUnit)
    pool.quantity -= quantity
    pool.amount -= amount
    return { ...nothing, amount: -amount, slices: [sliceOf(movement, quantity, amount)] }
  }
  const there = pool.quantity > 0n ? pool.quantity : 0n
  const short = shortCost(quantity - there, givenUnit ?? pool.lastUnit, hints)
  const amount = takeAllThere(pool) + short.amount
  goShort(pool, movement.entry, quantity - there, short.amount)
  return { ...nothing, amount: -amount, slices: [sliceOf(movement, quantity, amount)], flag: short.flag }
}

function goOutAt(pool: AveragedPool, movement: Movement, quantity: Micros, asked: Cents): Step {
  pool.lastUnit = averageOf(pool)
  if (quantity < pool.quantity) {
    const amount = asked < pool.amount ? asked : pool.amount
    pool.quantity -= quantity
    pool.amount -= amount
    const slices = [sliceOf(movement, quantity, amount)]
    return { amount: -amount, slices, remainder: asked - amount, trueUps: [] }
  }
  const there = pool.quantity > 0n ? pool.quantity : 0n
  const short = quantity - there
  const shortAmount = mulDivRound(asked, short, quantity)
  const amount = takeAllThere(pool) + shortAmount
  if (short > 0n) goShort(pool, movement.entry, short, shortAmount)
  const slices = [sliceOf(movement, quantity, amount)]
  const step: Step = { amount: -amount, slices, remainder: asked - amount, trueUps: [] }
  return short > 0n ? { ...step, flag: 'negative' } : step
}

function costOfPart(pool: AveragedPool, quantity: Micros, givenUnit: UnitCost | undefined): Cents {
  if (quantity === pool.quantity) return pool.amount
  if (givenUnit === undefined) return mulDivRound(pool.amount, quantity, pool.quantity)
  const amount = costAt(givenUnit, quantity)
  return amount < pool.amount ? amount : pool.amount
}

function takeAllThere(pool: AveragedPool): Cents {
  if (pool.quantity <= 0n) return 0n
  const { amount } = pool
  pool.quantity = 0n
  pool.amount = 0n
  return amount
}

function goShort(pool: AveragedPool, entry: string, quantity: Micros, amount: Cents): void {
  addShortIssue(pool.shorts, entry, quantity, amount)
  pool.quantity -= quantity
  pool.amount -= amount
}

// An average has no layers: what leaves it is dated and named by the movement that took it out.
function sliceOf(movement: Movement, quantity: Micros, amount: Cents): CostSlice {
  return { layerDate: movement.date, quantity, amount, source: movement.entry, lot: movement.lot }
}

/** The pool as JSON. */
export function freezePool(pool: AveragedPool): Json {
  return {
    quantity: pool.quantity.toString(),
    amount: pool.amount.toString(),
    lastUnit: freezeUnitCost(pool.lastUnit),
    shorts: freezeShortIssues(pool.shorts),
  }
}

/** The pool again. */
export function thawPool(json: Json | undefined): AveragedPool {
  return {
    quantity: bigintFrom(fieldFrom(json, 'quantity')),
    amount: bigintFrom(fieldFrom(json, 'amount')),
    lastUnit: thawUnitCost(fieldFrom(json, 'lastUnit')),
    shorts: thawShortIssues(fieldFrom(json, 'shorts')),
  }
}
