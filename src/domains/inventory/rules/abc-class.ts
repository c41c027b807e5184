import { decimal, zero } from '../../../base/decimal.ts'
import type { Decimal } from '../../../base/decimal.ts'

/** A: the few items that make most of the value; C: the many that make little. */
export const abcClasses = { A: 'A 类', B: 'B 类', C: 'C 类' } as const
export type AbcClass = keyof typeof abcClasses

/** Through which share of the whole value, in percent, items are A, and B; the rest is C. */
export interface AbcLimits {
  readonly a: Decimal
  readonly b: Decimal
}

/** The usual shares: A makes 80 %, A and B together 95 %. */
export const usualAbcLimits: AbcLimits = { a: decimal(80), b: decimal(95) }

/**
 * ABC classes (Pareto): items in falling order of value belong to a class as long as what they make together, themselves
 * included, is within its share. The item of most value is A, however much it makes alone; what has no value is C. Items of
 * equal value keep the order in which they are given.
 */
export const classifyAbc = <T extends { readonly value: Decimal }>(
  items: readonly T[],
  limits: AbcLimits = usualAbcLimits,
): ReadonlyMap<T, AbcClass> => {
  const falling = items.toSorted((one, other) => other.value.cmp(one.value))
  const whole = falling.reduce((sum, { value }) => (value.gt(zero) ? sum.plus(value) : sum), zero)
  const classes = new Map<T, AbcClass>()
  let made = zero
  for (const one of falling) {
    if (!one.value.gt(zero)) {
      classes.set(one, 'C')
      continue
    }
    made = made.plus(one.value)
    // Compared without dividing, so that no share is rounded: made ÷ whole ≤ limit ÷ 100.
    const isWithin = (limit: Decimal) => made.times(100).lte(whole.times(limit))
    classes.set(one, classes.size === 0 || isWithin(limits.a) ? 'A' : isWithin(limits.b) ? 'B' : 'C')
  }
  return classes
}
