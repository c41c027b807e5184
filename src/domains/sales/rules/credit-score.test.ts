import { expect, test } from 'vitest'
import { decimal } from '../../../base/decimal.ts'
import { creditScore, policyFor } from './credit-score.ts'

const good = {
  sales: decimal('500000'),
  months: 24,
  paid: 20,
  paidLate: 0,
  overdue: decimal('0'),
  owed: decimal('40000'),
  oldestDays: 0,
}

test('who pays on time, owes nothing overdue and buys for years has a hundred', () => {
  expect(creditScore(good)).toBe(100)
})

test('a stranger has half of what history earns, and what needs none', () => {
  const nothing = { ...good, sales: decimal('0'), months: 0, paid: 0, owed: decimal('0') }
  expect(creditScore(nothing)).toBe(50)
})

test('late payments and what is overdue cost points', () => {
  expect(creditScore({ ...good, paidLate: 10 })).toBe(80)
  expect(creditScore({ ...good, overdue: decimal('20000'), oldestDays: 30 })).toBe(75)
  expect(creditScore({ ...good, overdue: decimal('40000'), oldestDays: 90, paidLate: 20 })).toBe(30)
})

test('a score takes the highest threshold it reaches', () => {
  const policies = [{ minScore: 60 }, { minScore: 0 }, { minScore: 85 }]
  expect(policyFor(policies, 84)).toEqual({ minScore: 60 })
  expect(policyFor(policies, 85)).toEqual({ minScore: 85 })
  expect(policyFor([{ minScore: 10 }], 5)).toBeUndefined()
})
