import { sum, zero } from '../../../base/decimal.ts'
import type { Decimal } from '../../../base/decimal.ts'
import { allocate } from '../../../base/money.ts'
import { byElement, minus, noCost, plus, totalOfElements } from '../rules/elements.ts'
import type { Elements } from '../rules/elements.ts'
import { finishCost } from '../rules/finish-cost.ts'
import type { OrderCost } from './read-orders.ts'

/** What a month's costing finds of an order. */
export interface OrderCosting {
  readonly order: OrderCost
  /** What of its elements goes out this month, beyond what went already. */
  readonly moved: Elements
  /** Everything that has been finished of it this month. */
  readonly finished: Elements
  readonly inProgress: Elements
  /** What finished goods still have to take, beyond what they came in at. */
  readonly trueUp: Decimal
}

const available = (order: OrderCost): Elements => minus(order.incurred, order.movedBefore)

const totalsOf = (orders: readonly OrderCost[]) => orders.reduce((all, order) => plus(all, available(order)), noCost)

const averageRate = (orders: readonly OrderCost[], rate: 'materialRate' | 'completionRate'): Decimal => {
  const units = sum(orders.map((order) => order.inProgress))
  return units.isZero() ? zero : sum(orders.map((order) => order.inProgress.times(order[rate]))).div(units)
}

/** What of a group's finished cost is each order's: by what it finished in the month. */
const spread = (finished: Elements, orders: readonly OrderCost[]): Elements[] => {
  const now = orders.map((order) => order.finishedNow)
  const weights = sum(now).isZero() ? orders.map((order) => order.finishedEver) : now
  const shares = (['material', 'labour', 'overhead'] as const).map((element) => allocate(finished[element], weights))
  return orders.map((_order, index) => ({
    material: shares[0]?.[index] ?? zero,
    labour: shares[1]?.[index] ?? zero,
    overhead: shares[2]?.[index] ?? zero,
  }))
}

const finishedOf = (orders: readonly OrderCost[]): Elements[] => {
  const [first] = orders
  if (first === undefined) return []
  const { finished } = finishCost({
    cost: totalsOf(orders),
    finished: sum(orders.map((order) => order.finishedNow)),
    inProgress: sum(orders.map((order) => order.inProgress)),
    materialRate: averageRate(orders, 'materialRate'),
    completionRate: averageRate(orders, 'completionRate'),
    method: first.method,
    isDone: orders.every((order) => order.isDone),
  })
  return orders.length === 1 ? [finished] : spread(finished, orders)
}

/** 订单法: each order by itself. 品种法: the orders of a product in a workshop together. */
const groupsOf = (orders: readonly OrderCost[]): OrderCost[][] => [
  ...Map.groupBy(orders, (order) =>
    order.costObject === 'product' ? `${order.workshop}/${order.item}` : order.id,
  ).values(),
]

/** What each order's costing has still to do, nothing where everything is done. */
export const dueCostings = (orders: readonly OrderCost[]): OrderCosting[] =>
  groupsOf(orders).flatMap((group) => {
    const found = finishedOf(group)
    return group.flatMap((order, index) => {
      const finished = found[index] ?? noCost
      const moved = minus(finished, order.movedNow)
      const everMoved = totalOfElements(plus(order.movedBefore, finished))
      const trueUp = everMoved.minus(order.credited)
      const isNothing = byElement((element) => moved[element].abs())
      if (totalOfElements(isNothing).isZero() && trueUp.isZero()) return []
      return [{ order, moved, finished, inProgress: minus(available(order), finished), trueUp }]
    })
  })
