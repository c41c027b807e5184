import fc from 'fast-check'
import { expect, test } from 'vitest'
import { decimal, sum } from './decimal.ts'
import { allocate, cents, formatMoney } from './money.ts'

const texts = (values: readonly { toString(): string }[]): string[] => values.map((value) => value.toString())

test('rounds to cents, halves away from zero', () => {
  expect(cents('0.005').toString()).toBe('0.01')
  expect(cents('-0.005').toString()).toBe('-0.01')
  expect(cents('871.5789').toString()).toBe('871.58')
})

test('spreads a whole-bill discount over the lines', () => {
  expect(texts(allocate('10', ['100', '100', '100']))).toEqual(['3.34', '3.33', '3.33'])
  expect(texts(allocate('-10', ['100', '100', '100']))).toEqual(['-3.34', '-3.33', '-3.33'])
  expect(texts(allocate('1', ['0', '2.5', '7.5']))).toEqual(['0', '0.25', '0.75'])
  expect(texts(allocate('1', ['1', '2'], 0))).toEqual(['0', '1'])
  expect(texts(allocate('0.01', ['0', '0']))).toEqual(['0.01', '0'])
})

test('refuses a total finer than the places, and nothing to spread over', () => {
  expect(() => allocate('0.005', ['1'])).toThrow(RangeError)
  expect(() => allocate('1', [])).toThrow(RangeError)
})

test('parts sum to the total', () => {
  const amount = fc.integer({ min: -10_000_000, max: 10_000_000 }).map((value) => decimal(value).dividedBy(100))
  const weights = fc.array(
    fc.nat(1_000_000).map((value) => decimal(value).dividedBy(1000)),
    { minLength: 1 },
  )
  fc.assert(
    fc.property(amount, weights, (total, parts) => {
      expect(sum(allocate(total, parts)).equals(total)).toBe(true)
    }),
  )
})

test('writes money with thousands', () => {
  expect(formatMoney('1234567.89')).toBe('1,234,567.89')
  expect(formatMoney('-1234.5')).toBe('-1,234.50')
  expect(formatMoney('0')).toBe('0.00')
  expect(formatMoney('-0.001')).toBe('0.00')
  expect(formatMoney('999.995')).toBe('1,000.00')
  expect(formatMoney('1234567', 0)).toBe('1,234,567')
})
