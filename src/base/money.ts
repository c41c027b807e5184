import { decimal, Decimal, round } from './decimal.ts'
import type { DecimalInput } from './decimal.ts'
import { allocateUnits, centPlaces, fixedPointText, toFixedPoint } from './fixed-point.ts'

/** The amount rounded to cents, halves away from zero. */
export function cents(value: DecimalInput): Decimal {
  return round(value, centPlaces)
}

/**
 * Spreads a total over weights by largest remainder (整单折扣分摊), each part with so many places: the parts sum
 * exactly to the total, ties go to the earlier, a zero weight gets nothing unless all are zero, then the spread is
 * even. Throws a RangeError when the total has more places, or when there is nothing to spread over.
 */
export function allocate(total: DecimalInput, weights: readonly DecimalInput[], places = centPlaces): Decimal[] {
  const values = weights.map(decimal)
  const weightPlaces = values.reduce((most, value) => Math.max(most, value.decimalPlaces()), 0)
  const units = values.map((value) => toFixedPoint(value, weightPlaces))
  return allocateUnits(toFixedPoint(total, places), units).map((part) => new Decimal(fixedPointText(part, places)))
}

/** The amount as people read it: two places and thousands, `1,234,567.89`, `-0.50`. */
export function formatMoney(value: DecimalInput, places = centPlaces): string {
  const text = fixedPointText(toFixedPoint(round(value, places), places), places)
  const [whole = '', fraction] = text.split('.')
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ',')
  return fraction === undefined ? grouped : `${grouped}.${fraction}`
}
