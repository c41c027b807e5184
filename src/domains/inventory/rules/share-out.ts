import { round, zero } from '../../../base/decimal.ts'
import type { Decimal } from '../../../base/decimal.ts'

/** A component that is needed, with what may stand in for it: so many of the substitute for one of it. */
export interface Need {
  readonly item: string
  readonly quantity: Decimal
  readonly substitutes: readonly { readonly item: string; readonly ratio: Decimal }[]
}

/** What is taken, and of a substitute what it stands in for. */
export interface Used {
  readonly item: string
  readonly quantity: Decimal
  readonly insteadOf: string | null
}

const least = (one: Decimal, other: Decimal) => (one.lt(other) ? one : other)

/**
 * Takes what is needed from what is there: the component itself first, then its substitutes in their order as far as they
 * reach. What nothing covers is asked of the component, so that the shortage is seen.
 */
export const shareOut = (needs: readonly Need[], onHand: ReadonlyMap<string, Decimal>): Used[] => {
  const left = new Map(onHand)
  const take = (item: string, wanted: Decimal): Decimal => {
    const there = left.get(item) ?? zero
    const taken = there.isPositive() ? least(there, wanted) : zero
    left.set(item, there.minus(taken))
    return taken
  }
  return needs.flatMap((need) => {
    const own = take(need.item, need.quantity)
    let open = need.quantity.minus(own)
    const stoodIn: Used[] = []
    for (const { item, ratio } of need.substitutes) {
      if (open.isZero() || !ratio.isPositive() || ratio.isZero()) continue
      const taken = take(item, round(open.times(ratio), 6))
      if (taken.isZero()) continue
      stoodIn.push({ item, quantity: taken, insteadOf: need.item })
      open = round(open.minus(taken.div(ratio)), 6)
    }
    const asked = own.plus(open)
    return [...(asked.isZero() ? [] : [{ item: need.item, quantity: asked, insteadOf: null }]), ...stoodIn]
  })
}
