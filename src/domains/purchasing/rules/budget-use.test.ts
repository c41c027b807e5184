import { describe, expect, test } from 'vitest'
import { decimal } from '../../../base/decimal.ts'
import { budgetUse } from './budget-use.ts'
import type { OfCategory } from './budget-use.ts'

const parents = new Map<string, string | null>([
  ['paper', 'office'],
  ['office', null],
  ['steel', null],
])
const of = (category: string | null, amount: string): OfCategory => ({ category, amount: decimal(amount) })
const use = (budgets: OfCategory[], used: OfCategory[], asked: OfCategory[]) =>
  budgetUse(budgets, used, asked, parents).map(
    (one) =>
      `${one.category ?? 'all'}: ${one.used.toString()} + ${one.asked.toString()} of ${one.budget.toString()}, over ${one.overBy.toString()}`,
  )

describe('the purchase budget of a department and month', () => {
  test('is over by what is used and asked beyond it', () => {
    expect(use([of(null, '1000')], [of(null, '700'), of('steel', '100')], [of('paper', '250')])).toEqual([
      'all: 800 + 250 of 1000, over 50',
    ])
    expect(use([of(null, '1000')], [], [of('paper', '1000')])).toEqual(['all: 0 + 1000 of 1000, over 0'])
  })

  test('of a category holds what is below it, and leaves the rest to the budget for all', () => {
    const budgets = [of(null, '1000'), of('office', '200')]
    const used = [of('paper', '150'), of('steel', '900')]
    expect(use(budgets, used, [of('paper', '60'), of('steel', '100')])).toEqual([
      'office: 150 + 60 of 200, over 10',
      'all: 900 + 100 of 1000, over 0',
    ])
  })

  test('adds up where there are several for the same month, and controls nothing where there is none', () => {
    expect(use([of('steel', '100'), of('steel', '50')], [], [of('steel', '120')])).toEqual([
      'steel: 0 + 120 of 150, over 0',
    ])
    expect(use([of('steel', '100')], [], [of('paper', '5000')])).toEqual([])
  })
})
