import { Decimal as DecimalJs } from 'decimal.js'

/**
 * Exact decimal numbers: 40 significant digits, halves rounded away from zero (四舍五入), and text that never uses
 * an exponent, so that `toString()` can travel in JSON and SQL as it is.
 */
export const Decimal = DecimalJs.clone({
  precision: 40,
  rounding: DecimalJs.ROUND_HALF_UP,
  toExpNeg: -9e15,
  toExpPos: 9e15,
  defaults: true,
})
/** A value of {@link Decimal}. */
export type Decimal = DecimalJs

/** What {@link decimal} understands. Numbers are for literals in code, never for amounts that were computed. */
export type DecimalInput = Decimal | string | number | bigint

/** Zero, to start sums from. */
export const zero: Decimal = new Decimal(0)

const decimalPattern = /^-?\d+(\.\d+)?$/

/** Whether the text is a plain decimal number: digits, at most one point, an optional minus; no exponent, no spaces. */
export function isDecimalString(text: string): boolean {
  return decimalPattern.test(text)
}

/**
 * Reads a decimal. Throws a RangeError for text that is not a plain decimal number and for numbers that are not
 * finite.
 */
export function decimal(value: DecimalInput): Decimal {
  if (typeof value === 'string') {
    if (!isDecimalString(value)) throw new RangeError(`not a decimal number: ${JSON.stringify(value)}`)
    return new Decimal(value)
  }
  if (typeof value === 'bigint') return new Decimal(value.toString())
  if (typeof value === 'number' && !Number.isFinite(value)) throw new RangeError(`not a finite number: ${value}`)
  return new Decimal(value)
}

/** The sum of all values; zero when there are none. */
export function sum(values: Iterable<DecimalInput>): Decimal {
  let total = zero
  for (const value of values) total = total.plus(decimal(value))
  return total
}

/** Rounds to so many places after the point, halves away from zero. Never gives a negative zero. */
export function round(value: DecimalInput, places: number): Decimal {
  const rounded = decimal(value).toDecimalPlaces(places, DecimalJs.ROUND_HALF_UP)
  return rounded.isZero() ? zero : rounded
}
