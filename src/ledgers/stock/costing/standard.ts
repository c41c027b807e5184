import type { Json } from '../../../base/json.ts'
import { applyAveraged, averageOf, emptyPool, freezePool, thawPool } from './averaged-pool.ts'
import type { AveragedPool } from './averaged-pool.ts'
import { costAt } from './cost-method.ts'
import type { Cents, CostHints, CostMethod, Micros, Movement, Step, UnitCost } from './cost-method.ts'
import { bigintFrom, fieldFrom, freezeUnitCost, textFrom, thawUnitCost } from './frozen.ts'

/** A pool at standard cost: what its goods really cost, and what they are worth at the standard, which is what the account holds. */
export interface StandardPool {
  readonly pool: AveragedPool
  standard: Cents
  /** The standard that its goods were valued by last. */
  price: UnitCost | undefined
}

/** Where the difference between cost and standard stands. */
export const varianceRole = 'priceVariance'

const unchanged: Step = { amount: 0n, slices: [], remainder: 0n, trueUps: [] }

/** Another standard holds from here on: goods on hand are worth that, and what they cost stays. Gives the change of their worth. */
const follow = (state: StandardPool, price: UnitCost | undefined): Cents => {
  const { pool } = state
  if (price === undefined) throw new RangeError('goods at standard cost need a standard')
  const worth = pool.quantity === 0n ? 0n : costAt(price, pool.quantity)
  const isNew = state.price === undefined || state.price.amount * price.quantity !== price.amount * state.price.quantity
  const change = isNew ? worth - state.standard : 0n
  state.price = price
  state.standard += change
  return change
}

/** How much of what stands beside a cost on some role is difference from the standard. */
export const varianceIn = (markup: Cents, role: string | null | undefined): Cents =>
  role === varianceRole ? markup : 0n

/** By how much the standard worth of a pool changes with goods: the last ones take what is left of it. */
const moved = (state: StandardPool, price: UnitCost, before: Micros): Cents => {
  const { quantity } = state.pool
  const change = quantity === 0n ? -state.standard : costAt(price, quantity - before)
  state.standard += change
  return change
}

/** The change of the difference beside the cost, which makes both together the standard. */
const beside = (step: Step, change: Cents): Step => ({
  ...step,
  markup: change - step.amount,
  markupRole: varianceRole,
})

/** 标准成本调整: the standard of the day holds for what is on hand. Throws a RangeError where there is none. */
export const reprice = (state: StandardPool, { standard }: CostHints): Step =>
  beside(unchanged, follow(state, standard))

function apply(state: StandardPool, movement: Movement, hints: CostHints): Step {
  const repriced = follow(state, hints.standard)
  const price = state.price as UnitCost
  const before = state.pool.quantity
  const step = applyAveraged(state.pool, movement, hints, price)
  return beside(step, repriced + (movement.kind === 'revalue' ? 0n : moved(state, price, before)))
}

/** A pool at the beginning of a month, with what is left of the month before. */
export const openStandardMonth = (
  quantity: Micros,
  amount: Cents,
  { standard, price }: Pick<StandardPool, 'standard' | 'price'>,
): StandardPool => ({ pool: { ...emptyPool(), quantity, amount, lastUnit: price }, standard, price })

/**
 * 标准成本 (计划成本): goods come and go at their standard, and what they really cost beyond it stands beside them. In the month
 * issues go at the standard; the carry at its end spreads the difference by the month's rate, (opening + month's difference) ÷
 * (opening + month's standard), over what left and what stayed (rule 18): of one item that is its weighted average.
 */
export const standard: CostMethod<StandardPool> = {
  name: 'standard',
  initial: () => ({ pool: emptyPool(), standard: 0n, price: undefined }),
  apply,
  quantityOf: ({ pool }) => pool.quantity,
  amountOf: ({ pool }) => pool.amount,
  unitCostOf: ({ pool, price }) => price ?? averageOf(pool),
  freeze: ({ pool, standard: worth, price }): Json => ({
    pool: freezePool(pool),
    standard: worth.toString(),
    price: freezeUnitCost(price),
  }),
  thaw: (json) => ({
    pool: thawPool(fieldFrom(json, 'pool')),
    standard: bigintFrom(textFrom(fieldFrom(json, 'standard'))),
    price: thawUnitCost(fieldFrom(json, 'price')),
  }),
}
