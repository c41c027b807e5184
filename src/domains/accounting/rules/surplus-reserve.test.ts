import { expect, test } from 'vitest'
import { decimal } from '../../../base/decimal.ts'
import { surplusReserve } from './surplus-reserve.ts'

const put = (profit: string, retained: string, reserve: string, capital: string) =>
  surplusReserve({
    profit: decimal(profit),
    retained: decimal(retained),
    reserve: decimal(reserve),
    capital: decimal(capital),
  }).toString()

test('a tenth of the profit is put by', () => {
  expect(put('123456.78', '0', '0', '1000000')).toBe('12345.68')
  expect(put('100000', '50000', '0', '1000000')).toBe('10000')
})

test('losses of earlier years are covered first', () => {
  expect(put('100000', '-40000', '0', '1000000')).toBe('6000')
  expect(put('30000', '-40000', '0', '1000000')).toBe('0')
})

test('nothing is put by of a loss', () => {
  expect(put('-5000', '20000', '0', '1000000')).toBe('0')
})

test('half of the registered capital is enough', () => {
  expect(put('100000', '0', '495000', '1000000')).toBe('5000')
  expect(put('100000', '0', '500000', '1000000')).toBe('0')
  expect(put('100000', '0', '510000', '1000000')).toBe('0')
})
