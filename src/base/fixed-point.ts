import { decimal, Decimal, isDecimalString } from './decimal.ts'
import type { DecimalInput } from './decimal.ts'

/** Places after the point of an amount of money. */
export const centPlaces = 2
/** Places after the point of a quantity in base units. */
export const microPlaces = 6

const onlyZeros = /^0*$/

const [zeroSign, nineSign, pointSign, minusSign] = [48, 57, 46, 45]
/** Whole numbers with so many digits are exact as JavaScript's own, which are much quicker than bigints. */
const safeDigits = 15

/** The digits of plain decimal text as one whole number, while that is exact; nothing for any other text. */
const smallUnits = (text: string): number | undefined => {
  const start = text.charCodeAt(0) === minusSign ? 1 : 0
  let units = 0
  let point = -1
  for (let at = start; at < text.length; at += 1) {
    const sign = text.charCodeAt(at)
    if (sign >= zeroSign && sign <= nineSign) units = units * 10 + (sign - zeroSign)
    else if (sign === pointSign && point < 0 && at > start) point = at
    else return undefined
  }
  const digits = text.length - start - (point < 0 ? 0 : 1)
  if (digits === 0 || digits > safeDigits || point === text.length - 1) return undefined
  return start === 1 ? -units : units
}

const placesIn = (text: string): number => {
  const point = text.indexOf('.')
  return point < 0 ? 0 : text.length - point - 1
}

const powers = Array.from({ length: safeDigits + 1 }, (_, places) => 10 ** places)

/**
 * The value times 10^places as a whole number. Throws a RangeError when the value has more places than that: a
 * conversion never rounds, rounding is the caller's rule.
 */
export function toFixedPoint(value: DecimalInput, places: number): bigint {
  const text = typeof value === 'string' ? value : decimal(value).toString()
  const given = placesIn(text)
  const power = powers[places - given]
  const small = power !== undefined && text.length + places - given <= safeDigits ? smallUnits(text) : undefined
  if (small !== undefined && power !== undefined) return BigInt(small * power)
  if (!isDecimalString(text)) throw new RangeError(`not a decimal number: ${JSON.stringify(text)}`)
  if (given === 0) return BigInt(text + '0'.repeat(places))
  const point = text.length - given - 1
  const end = point + 1 + places
  if (given > places && !onlyZeros.test(text.slice(end)))
    throw new RangeError(`more than ${places} decimal places: ${text}`)
  return BigInt(text.slice(0, point) + text.slice(point + 1, end).padEnd(places, '0'))
}

/** The plain decimal text of a whole number of 10^-places, with all its places: `1250n, 2` is '12.50'. */
export function fixedPointText(units: bigint, places: number): string {
  if (places === 0) return units.toString()
  const power = powers[places]
  const small = Number(units)
  if (power !== undefined && Number.isSafeInteger(small)) {
    const size = Math.abs(small)
    const fraction = size % power
    return `${small < 0 ? '-' : ''}${(size - fraction) / power}.${String(fraction).padStart(places, '0')}`
  }
  const negative = units < 0n
  const digits = (negative ? -units : units).toString().padStart(places + 1, '0')
  const split = digits.length - places
  return `${negative ? '-' : ''}${digits.slice(0, split)}.${digits.slice(split)}`
}

/** As {@link fixedPointText}, without the zeros at the end: `1250n, 2` is '12.5', `1200n, 2` is '12'. */
export function shortText(units: bigint, places: number): string {
  if (units === 0n) return '0'
  const text = fixedPointText(units, places)
  if (places === 0) return text
  let end = text.length
  while (text.charCodeAt(end - 1) === zeroSign) end -= 1
  return text.slice(0, text.charCodeAt(end - 1) === pointSign ? end - 1 : end)
}

/**
 * The sum of plain decimal texts as the shortest text of it, with nothing lost. Long columns are added up without making
 * an object of every number. Throws a RangeError for text that is not a plain decimal number.
 */
export function sumOfTexts(texts: Iterable<string>): string {
  /** By places after the point: sums that are exact as JavaScript's numbers, and what went over. */
  const small: number[] = []
  const large: bigint[] = []
  for (const text of texts) {
    const places = placesIn(text)
    const units = smallUnits(text)
    const sum = (small[places] ?? 0) + (units ?? 0)
    if (units === undefined) large[places] = (large[places] ?? 0n) + toFixedPoint(text, places)
    else if (Number.isSafeInteger(sum)) small[places] = sum
    else {
      large[places] = (large[places] ?? 0n) + BigInt(small[places] ?? 0)
      small[places] = units
    }
  }
  const most = Math.max(small.length, large.length, 1) - 1
  let total = 0n
  for (let places = 0; places <= most; places += 1)
    total += (BigInt(small[places] ?? 0) + (large[places] ?? 0n)) * 10n ** BigInt(most - places)
  return shortText(total, most)
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
