import { decimal } from './decimal.ts'
import type { Decimal, DecimalInput } from './decimal.ts'
import { divRound, fixedPointText, fromMicros, microPlaces, toFixedPoint } from './fixed-point.ts'

/** How much of the base unit one unit is, as whole numbers: 1箱 = 24瓶 is 24/1, 1磅 = 453.59237克 is 45359237/100000. */
export interface UnitRatio {
  readonly numerator: bigint | string
  readonly denominator: bigint | string
}

/** A unit by its label and its ratio to the base unit. */
export interface RatedUnit {
  readonly label: string
  readonly ratio: UnitRatio
}

/** One part of a mixed quantity: 3箱 of 3箱5瓶. */
export interface MixedPart {
  readonly label: string
  readonly quantity: Decimal
}

function parts(ratio: UnitRatio): { numerator: bigint; denominator: bigint } {
  const numerator = BigInt(ratio.numerator)
  const denominator = BigInt(ratio.denominator)
  if (numerator <= 0n || denominator <= 0n) throw new RangeError('a unit ratio is a quotient of positive whole numbers')
  return { numerator, denominator }
}

function scaled(quantity: Decimal, numerator: bigint, denominator: bigint): Decimal {
  const places = quantity.decimalPlaces()
  const units = toFixedPoint(quantity, places)
  return fromMicros(divRound(units * numerator * 10n ** BigInt(microPlaces), denominator * 10n ** BigInt(places)))
}

/** The quantity in base units: exact, then rounded once to 6 places, halves away from zero. */
export function toBase(quantity: DecimalInput, ratio: UnitRatio): Decimal {
  const { numerator, denominator } = parts(ratio)
  return scaled(decimal(quantity), numerator, denominator)
}

/** A quantity in base units counted in the unit, to 6 places. */
export function fromBase(base: DecimalInput, ratio: UnitRatio): Decimal {
  const { numerator, denominator } = parts(ratio)
  return scaled(decimal(base), denominator, numerator)
}

/**
 * A quantity in base units in as few parts as possible, largest unit first: 77 of 箱 (24) and 瓶 (1) is 3箱 and 5瓶.
 * All but the smallest unit count whole; the smallest takes what is left, with fractions. Negative quantities give
 * negative parts. Zero gives one part, zero of the smallest unit. Throws a RangeError without units.
 */
export function mixedUnits(base: DecimalInput, units: readonly RatedUnit[]): MixedPart[] {
  const sorted = [...units].sort((one, other) => compareRatios(other.ratio, one.ratio))
  const smallest = sorted.at(-1)
  if (smallest === undefined) throw new RangeError('no units to count in')
  const found: MixedPart[] = []
  let left = decimal(base)
  for (const unit of sorted.slice(0, -1)) {
    const { numerator, denominator } = parts(unit.ratio)
    const units6 = toFixedPoint(left, microPlaces)
    const whole = (units6 * denominator) / (numerator * 10n ** BigInt(microPlaces))
    if (whole === 0n) continue
    found.push({ label: unit.label, quantity: decimal(whole) })
    left = left.minus(toBase(decimal(whole), unit.ratio))
  }
  if (!left.isZero() || found.length === 0) {
    found.push({ label: smallest.label, quantity: fromBase(left, smallest.ratio) })
  }
  return found
}

/** A mixed quantity as people say it: `3箱5瓶`, with one minus before all when negative. */
export function formatMixedUnits(base: DecimalInput, units: readonly RatedUnit[]): string {
  const value = decimal(base)
  const text = mixedUnits(value.abs(), units)
    .map((part) => `${part.quantity.toString()}${part.label}`)
    .join('')
  return value.isNegative() && !value.isZero() ? `-${text}` : text
}

/** The ratio in lowest terms, as text that PostgreSQL and JSON can hold. */
export function simplifiedRatio(ratio: UnitRatio): { numerator: string; denominator: string } {
  const { numerator, denominator } = parts(ratio)
  let [a, b] = [numerator, denominator]
  while (b !== 0n) [a, b] = [b, a % b]
  return { numerator: fixedPointText(numerator / a, 0), denominator: fixedPointText(denominator / a, 0) }
}

function compareRatios(one: UnitRatio, other: UnitRatio): number {
  const a = parts(one)
  const b = parts(other)
  const difference = a.numerator * b.denominator - b.numerator * a.denominator
  if (difference === 0n) return 0
  return difference < 0n ? -1 : 1
}
