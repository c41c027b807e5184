import { expect, test } from 'vitest'
import { decimal } from '../../../base/decimal.ts'
import { readSubBills, subBills, worthOf, writeSubBills } from './sub-bills.ts'

test('a bill of 100,000 is ten million sub-bills; what is left after a part begins behind it', () => {
  expect(writeSubBills(subBills(1n, decimal('100000')))).toBe('1-10000000')
  const part = subBills(1n, decimal('30000.01'))
  expect(writeSubBills(part)).toBe('1-3000001')
  expect(writeSubBills(subBills(part.last + 1n, decimal('69999.99')))).toBe('3000002-10000000')
})

test('a range is read as it is written, and is worth its cents', () => {
  const range = readSubBills(' 3000002 - 10000000 ')
  expect(range).toEqual({ first: 3000002n, last: 10000000n })
  expect(range && String(worthOf(range))).toBe('69999.99')
  expect([readSubBills('5-1'), readSubBills('0-1'), readSubBills('x'), readSubBills(null)]).toEqual([
    undefined,
    undefined,
    undefined,
    undefined,
  ])
})
