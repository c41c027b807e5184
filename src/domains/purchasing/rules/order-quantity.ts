import { zero } from '../../../base/decimal.ts'
import type { Decimal } from '../../../base/decimal.ts'

/**
 * What is to be ordered where at least `wanted` is needed: not below the supplier's 起订量, and a multiple of 订货倍数,
 * rounded up. All in the base unit; nothing is ordered where nothing is wanted.
 */
export const orderQuantity = (
  wanted: Decimal,
  terms: { readonly minimumOrder?: Decimal | null; readonly orderMultiple?: Decimal | null },
): Decimal => {
  if (!wanted.gt(zero)) return zero
  const least = terms.minimumOrder?.gt(wanted) ? terms.minimumOrder : wanted
  const multiple = terms.orderMultiple
  return multiple?.gt(zero) ? least.div(multiple).ceil().times(multiple) : least
}
