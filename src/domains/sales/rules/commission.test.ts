import { expect, test } from 'vitest'
import { decimal } from '../../../base/decimal.ts'
import { commissionOf } from './commission.ts'

const step = (from: string, rate: string) => ({ from: decimal(from), rate: decimal(rate) })
const steps = [step('50000', '3'), step('0', '2'), step('100000', '5')]

test('each part earns the rate of its step', () => {
  expect(commissionOf(decimal('40000'), steps).toString()).toBe('800')
  expect(commissionOf(decimal('50000'), steps).toString()).toBe('1000')
  expect(commissionOf(decimal('120000'), steps).toString()).toBe('3500')
})

test('below the first step nothing is earned, and what was taken back is given back', () => {
  expect(commissionOf(decimal('900'), [step('1000', '2')]).toString()).toBe('0')
  expect(commissionOf(decimal('-1000'), [step('0', '2')]).toString()).toBe('-20')
  expect(commissionOf(decimal('1000'), []).toString()).toBe('0')
})
