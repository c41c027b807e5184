import { expect, test } from 'vitest'
import { decimal } from '../../../base/decimal.ts'
import { badDebtAllowance } from './bad-debt-allowance.ts'

const steps = [
  { fromDays: 0, percent: decimal('1') },
  { fromDays: 365, percent: decimal('10') },
  { fromDays: 1095, percent: decimal('100') },
]
const of = (...aged: readonly (readonly [days: number, amount: string])[]) =>
  badDebtAllowance(
    steps,
    aged.map(([days, amount]) => ({ days, amount: decimal(amount) })),
  ).map((each) => [each.age, each.balance.toString(), each.amount.toString()])

test('each age is provided for by its own part', () => {
  expect(of([10, '1000'], [364, '500.5'], [365, '200'], [2000, '30'])).toEqual([
    ['0–364 天', '1500.5', '15.01'],
    ['365–1094 天', '200', '20'],
    ['1095 天以上', '30', '30'],
  ])
})

test('what is owed the other way needs no allowance', () => {
  expect(of([10, '-1000'])).toEqual([['0–364 天', '-1000', '0']])
})
