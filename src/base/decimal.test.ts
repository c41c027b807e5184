import { expect, test } from 'vitest'
import { decimal, Decimal, isDecimalString, round, sum, zero } from './decimal.ts'

test('never writes an exponent', () => {
  expect(decimal('0.000000000000000001').toString()).toBe('0.000000000000000001')
  expect(decimal('123456789012345678901234567890').toString()).toBe('123456789012345678901234567890')
  expect(decimal(10n ** 25n).toString()).toBe(`1${'0'.repeat(25)}`)
})

test('keeps forty digits', () => {
  expect(decimal(1).dividedBy(3).toString()).toBe(`0.${'3'.repeat(40)}`)
})

test('rounds halves away from zero', () => {
  expect(round('1.005', 2).toString()).toBe('1.01')
  expect(round('-1.005', 2).toString()).toBe('-1.01')
  expect(round('-0.001', 2).toString()).toBe('0')
  expect(round('2.5', 0).toString()).toBe('3')
})

test.each(['', ' 1', '1e5', '0x10', 'NaN', '1.', '.5', '+1', '1,000', '１'])('%j is not a plain decimal', (text) => {
  expect(isDecimalString(text)).toBe(false)
  expect(() => decimal(text)).toThrow(RangeError)
})

test('refuses numbers that are not finite', () => {
  expect(() => decimal(Number.NaN)).toThrow(RangeError)
  expect(() => decimal(Number.POSITIVE_INFINITY)).toThrow(RangeError)
  expect(isDecimalString('-12.50')).toBe(true)
})

test('sums exactly', () => {
  expect(sum(['0.1', '0.2', 3n, 4]).toString()).toBe('7.3')
  expect(sum([]).equals(zero)).toBe(true)
  expect(sum(['1']) instanceof Decimal).toBe(true)
})
