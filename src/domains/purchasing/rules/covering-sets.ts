import { zero } from '../../../base/decimal.ts'
import type { Decimal } from '../../../base/decimal.ts'

/** Something of a quantity. */
export interface Countable {
  readonly quantity: Decimal
}

const mostSteps = 20_000
const mostFound = 24

/**
 * The sets of things whose quantities add up to one, the given tolerance apart; earlier things first, and no more than a few
 * dozen sets. Used to find the receipts that an invoice is for.
 */
export const coveringSets = <T extends Countable>(
  things: readonly T[],
  quantity: Decimal,
  tolerance: Decimal = zero,
): readonly (readonly T[])[] => {
  const found: (readonly T[])[] = []
  const most = quantity.plus(tolerance)
  const least = quantity.minus(tolerance)
  let steps = 0
  const rest = things.map((_, index) => things.slice(index).reduce((sum, each) => sum.plus(each.quantity), zero))
  const look = (from: number, chosen: readonly T[], sum: Decimal): void => {
    steps += 1
    if (steps > mostSteps || found.length >= mostFound) return
    if (chosen.length > 0 && sum.gte(least)) {
      found.push(chosen)
      return
    }
    for (let at = from; at < things.length; at += 1) {
      const thing = things[at]
      if (thing === undefined || sum.plus(rest[at] ?? zero).lt(least)) return
      const next = sum.plus(thing.quantity)
      if (next.lte(most)) look(at + 1, [...chosen, thing], next)
    }
  }
  look(0, [], zero)
  return found
}
