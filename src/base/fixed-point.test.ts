import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { Decimal, decimal, sum } from './decimal.ts'
import {
  allocateUnits,
  centsText,
  divRound,
  fixedPointText,
  fromCents,
  fromMicros,
  microsText,
  mulDivRound,
  shortText,
  sumOfTexts,
  toCents,
  toFixedPoint,
  toMicros,
} from './fixed-point.ts'

test('converts both ways without rounding', () => {
  expect(toCents('12.5')).toBe(1250n)
  expect(toCents('-0.01')).toBe(-1n)
  expect(toCents(decimal('1234567.89'))).toBe(123456789n)
  expect(toCents('1.5000')).toBe(150n)
  expect(toMicros('0.000001')).toBe(1n)
  expect(fromCents(-5n).toString()).toBe('-0.05')
  expect(fromMicros(1_500_000n).toString()).toBe('1.5')
  expect(centsText(7n)).toBe('0.07')
  expect(microsText(-1n)).toBe('-0.000001')
  expect(fixedPointText(12n, 0)).toBe('12')
})

test('refuses fractions of the last place and what is no number', () => {
  expect(() => toCents('0.005')).toThrow(RangeError)
  expect(() => toMicros('0.0000001')).toThrow(RangeError)
  expect(() => toCents('1e3')).toThrow(RangeError)
})

test('reads and writes any length the same, whether numbers or bigints carry it', () => {
  expect(toMicros('-0')).toBe(0n)
  expect(fixedPointText(0n, 2)).toBe('0.00')
  for (const wrong of ['', '-', '.5', '5.', '1.2.3', '+1', ' 1', '1e3', '0x1'])
    expect(() => toMicros(wrong), wrong).toThrow(RangeError)
  fc.assert(
    fc.property(fc.bigInt({ min: -(10n ** 18n), max: 10n ** 18n }), fc.nat(8), fc.nat(8), (units, places, more) => {
      expect(toFixedPoint(fixedPointText(units, places), places + more)).toBe(units * 10n ** BigInt(more))
      expect(shortText(units, places)).toBe(new Decimal(fixedPointText(units, places)).toString().replace(/^-0$/, '0'))
    }),
  )
})

test('leaves the zeros at the end away', () => {
  expect(shortText(1250n, 2)).toBe('12.5')
  expect(shortText(1200n, 2)).toBe('12')
  expect(shortText(-5n, 2)).toBe('-0.05')
  expect(shortText(0n, 6)).toBe('0')
  expect(shortText(100n, 0)).toBe('100')
})

test('adds up texts of any length and places exactly', () => {
  expect(sumOfTexts([])).toBe('0')
  expect(sumOfTexts(['0.10', '0.2', '-0.3'])).toBe('0')
  expect(sumOfTexts(['9007199254740993', '9007199254740993', '0.000001'])).toBe('18014398509481986.000001')
  expect(() => sumOfTexts(['1e3'])).toThrow(RangeError)
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.bigInt({ min: -(10n ** 17n), max: 10n ** 17n }), fc.nat(6))), (values) => {
      const texts = values.map(([units, places]) => fixedPointText(units, places))
      expect(sumOfTexts(texts)).toBe(sum(texts).toString())
    }),
  )
})

test('the text of whole units reads back', () => {
  fc.assert(
    fc.property(fc.bigInt({ min: -(10n ** 30n), max: 10n ** 30n }), fc.nat(8), (units, places) => {
      expect(toFixedPoint(fixedPointText(units, places), places)).toBe(units)
    }),
  )
})

test('divides with halves away from zero', () => {
  expect(divRound(5n, 2n)).toBe(3n)
  expect(divRound(-5n, 2n)).toBe(-3n)
  expect(divRound(5n, -2n)).toBe(-3n)
  expect(divRound(4n, 3n)).toBe(1n)
  expect(mulDivRound(10n, 10n, 3n)).toBe(33n)
  expect(mulDivRound(-10n, 20n, 3n)).toBe(-67n)
  expect(() => divRound(1n, 0n)).toThrow(RangeError)
})

describe('allocation by largest remainder', () => {
  test('gives ties to the earlier and nothing to zero weights', () => {
    expect(allocateUnits(100n, [1n, 1n, 1n])).toEqual([34n, 33n, 33n])
    expect(allocateUnits(-100n, [1n, 1n, 1n])).toEqual([-34n, -33n, -33n])
    expect(allocateUnits(5n, [0n, 3n, 0n])).toEqual([0n, 5n, 0n])
    expect(allocateUnits(3n, [0n, 0n])).toEqual([2n, 1n])
    expect(allocateUnits(0n, [])).toEqual([])
    expect(allocateUnits(10n, [3n, -1n])).toEqual([15n, -5n])
    expect(allocateUnits(10n, [-3n, -1n])).toEqual([8n, 2n])
  })

  test('refuses to spread over nothing', () => {
    expect(() => allocateUnits(1n, [])).toThrow(RangeError)
    expect(() => allocateUnits(1n, [1n, -1n])).toThrow(RangeError)
  })

  test('sums exactly, each share within one unit of its exact part', () => {
    const weights = fc.array(fc.bigInt({ min: 0n, max: 10n ** 12n }), { minLength: 1, maxLength: 20 })
    fc.assert(
      fc.property(fc.bigInt({ min: -(10n ** 12n), max: 10n ** 12n }), weights, (total, parts) => {
        const whole = parts.reduce((left, right) => left + right, 0n)
        const shares = allocateUnits(total, parts)
        expect(shares.reduce((left, right) => left + right, 0n)).toBe(total)
        if (whole === 0n) return
        for (const [index, share] of shares.entries()) {
          const error = share * whole - total * (parts[index] ?? 0n)
          expect(error < whole && error > -whole).toBe(true)
        }
      }),
    )
  })
})
