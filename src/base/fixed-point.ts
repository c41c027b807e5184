import { decimal, Decimal } from './decimal.ts'
import type { DecimalInput } from './decimal.ts'

/** Places after the point of an amount of money. */
export const centPlaces = 2
/** Places after the point of a quantity in base units. */
export const microPlaces = 6

/**
 * The value times 10^places as a whole number. Throws a RangeError when the value has more places than that: a
 * conversion never rounds, rounding is the caller's rule.
 */
export function toFixedPoint(value: DecimalInput, places: number): bigint {
  const text = typeof value === 'string' ? value : decimal(value).toString()
  const match = /^(-?)(\d+)(?:\.(\d+))?$/.exec(text)
  if (match === null) throw new RangeError(`not a decimal number: ${JSON.stringify(text)}`)
  const [, sign = '', whole = '', fractionText = ''] = match
  const fraction = fractionText.replace(/0+$/, '')
  if (fraction.length > places) throw new RangeError(`more than ${places} decimal places: ${text}`)
  const units = BigInt(whole + fraction.padEnd(places, '0'))
  return sign === '-' ? -units : units
}

/** The plain decimal text of a whole number of 10^-places, with all its places: `1250n, 2` is '12.50'. */
export function fixedPointText(units: bigint, places: number): string {
  const negative = units < 0n
  const digits = (negative ? -units : units).toString().padStart(places + 1, '0')
  const split = digits.length - places
  const text = places === 0 ? digits : `${digits.slice(0, split)}.${digits.slice(split)}`
  return negative ? `-${text}` : text
}

/** An amount as whole cents; throws a RangeError on fractions of a cent. */
export function toCents(amount: DecimalInput): bigint {
  return toFixedPoint(amount, centPlaces)
}

/** Whole cents as a decimal amount. */
export function fromCents(units: bigint): Decimal {
  return new Decimal(fixedPointText(units, centPlaces))
}

/** Whole cents as text with two places, '12.50'. */
export function centsText(units: bigint): string {
  return fixedPointText(units, centPlaces)
}

/** A quantity as whole millionths of the base unit; throws a RangeError on smaller fractions. */
export function toMicros(quantity: DecimalInput): bigint {
  return toFixedPoint(quantity, microPlaces)
}

/** Whole millionths as a decimal quantity. */
export function fromMicros(units: bigint): Decimal {
  return new Decimal(fixedPointText(units, microPlaces))
}

/** Whole millionths as text with six places, '1.500000'. */
export function microsText(units: bigint): string {
  return fixedPointText(units, microPlaces)
}

/** `dividend ÷ divisor` to the nearest whole number, halves away from zero. Throws a RangeError when dividing by zero. */
export function divRound(dividend: bigint, divisor: bigint): bigint {
  if (divisor === 0n) throw new RangeError('division by zero')
  const negative = dividend < 0n !== divisor < 0n
  const a = dividend < 0n ? -dividend : dividend
  const b = divisor < 0n ? -divisor : divisor
  const rounded = (2n * a + b) / (2n * b)
  return negative ? -rounded : rounded
}

/** `a × b ÷ c` to the nearest whole number, halves away from zero, with nothing lost in between. */
export function mulDivRound(a: bigint, b: bigint, c: bigint): bigint {
  return divRound(a * b, c)
}

/**
 * Spreads whole units over weights by largest remainder: every share is its exact part rounded down or up, the
 * shares sum exactly to the total, and of equal remainders the earlier comes first. A zero weight gets nothing,
 * unless all weights are zero: then the spread is even. Throws a RangeError when there is nothing to spread over
 * or when weights of both signs cancel out.
 */
export function allocateUnits(total: bigint, weights: readonly bigint[]): bigint[] {
  if (total < 0n) return allocateUnits(-total, weights).map((share) => -share)
  if (total === 0n) return weights.map(() => 0n)
  if (weights.length === 0) throw new RangeError('nothing to allocate over')
  const effective = weights.every((weight) => weight === 0n) ? weights.map(() => 1n) : weights
  const whole = effective.reduce((left, right) => left + right, 0n)
  if (whole === 0n) throw new RangeError('the weights cancel out')
  const divisor = whole < 0n ? -whole : whole
  const shares: bigint[] = []
  const remainders: { index: number; remainder: bigint }[] = []
  let left = total
  for (const [index, weight] of effective.entries()) {
    const dividend = total * (whole < 0n ? -weight : weight)
    const truncated = dividend / divisor
    const share = truncated * divisor > dividend ? truncated - 1n : truncated
    shares.push(share)
    remainders.push({ index, remainder: dividend - share * divisor })
    left -= share
  }
  remainders.sort((one, other) => compareBigints(other.remainder, one.remainder) || one.index - other.index)
  for (const { index } of remainders.slice(0, Number(left))) shares[index] = (shares[index] ?? 0n) + 1n
  return shares
}

function compareBigints(one: bigint, other: bigint): number {
  if (one === other) return 0
  return one < other ? -1 : 1
}
