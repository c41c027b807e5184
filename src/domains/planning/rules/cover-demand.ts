import type { CalendarDate } from '../../../base/calendar-date.ts'
import { zero } from '../../../base/decimal.ts'
import type { Decimal } from '../../../base/decimal.ts'

/** What there is of an item, or will be, in its base unit. */
export interface Supply {
  readonly onHand: Decimal
  /** Ordered of suppliers, and not here yet. */
  readonly inTransit: Decimal
  /** Asked for, and not ordered yet. */
  readonly requested: Decimal
}

/** Something that an item is needed for. */
export interface Demand {
  readonly line: string
  readonly kind: 'order' | 'forecast'
  readonly on: CalendarDate
  readonly quantity: Decimal
}

/** How a demand is met, and what of it is not. */
export interface Covered<D extends Demand> {
  readonly demand: D
  readonly fromStock: Decimal
  readonly fromTransit: Decimal
  readonly fromRequests: Decimal
  readonly short: Decimal
}

const least = (one: Decimal, other: Decimal) => {
  const smaller = one.lt(other) ? one : other
  return smaller.gt(zero) ? smaller : zero
}

const byUrgency = (one: Demand, other: Demand): number =>
  Number(one.kind === 'forecast') - Number(other.kind === 'forecast') ||
  (one.on < other.on ? -1 : one.on > other.on ? 1 : 0) ||
  (one.line < other.line ? -1 : 1)

/**
 * Gives what there is to who needs it: orders before forecasts, the earlier before the later; goods on hand first, then
 * what is on the way, then what is asked for. What is asked for once is therefore never short a second time.
 */
export const coverDemand = <D extends Demand>(supply: Supply, demands: readonly D[]): Covered<D>[] => {
  let { onHand, inTransit, requested } = supply
  return demands.toSorted(byUrgency).map((demand) => {
    const fromStock = least(onHand, demand.quantity)
    onHand = onHand.minus(fromStock)
    const afterStock = demand.quantity.minus(fromStock)
    const fromTransit = least(inTransit, afterStock)
    inTransit = inTransit.minus(fromTransit)
    const afterTransit = afterStock.minus(fromTransit)
    const fromRequests = least(requested, afterTransit)
    requested = requested.minus(fromRequests)
    return { demand, fromStock, fromTransit, fromRequests, short: afterTransit.minus(fromRequests) }
  })
}

/** What has to be bought so that stock does not stay below its minimum (库存预警): up to the maximum, where there is one. */
export const belowMinimum = (
  available: Decimal,
  limits: { readonly minimum: Decimal | null; readonly maximum: Decimal | null },
): Decimal => {
  const { minimum, maximum } = limits
  if (minimum === null || available.gte(minimum)) return zero
  const target = maximum?.gt(minimum) ? maximum : minimum
  return target.minus(available)
}
