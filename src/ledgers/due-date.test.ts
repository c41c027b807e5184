import { describe, expect, test } from 'vitest'
import { calendarDate } from '../base/calendar-date.ts'
import { decimal } from '../base/decimal.ts'
import { dueUnder } from './due-date.ts'
import type { DueTerms } from './due-date.ts'
import { duePlan, spreadInstalments, unevenInstalments } from './payment-plan.ts'
import type { PlannedPart } from './payment-plan.ts'

const due = (day: string, more: Partial<DueTerms>) =>
  dueUnder(calendarDate(day), { kind: 'days', days: null, months: null, dayOfMonth: null, instalments: [], ...more })

describe('when money is due', () => {
  test('after so many days', () => {
    expect(due('2026-01-20', { days: 45 })).toBe('2026-03-06')
  })

  test('月结: on a day of the next month, its last where it has none such; or days after the month', () => {
    expect(due('2026-01-05', { kind: 'monthly', dayOfMonth: 25 })).toBe('2026-02-25')
    expect(due('2026-01-31', { kind: 'monthly', dayOfMonth: 31 })).toBe('2026-02-28')
    expect(due('2026-01-05', { kind: 'monthly', dayOfMonth: 10, months: 2 })).toBe('2026-03-10')
    expect(due('2026-01-05', { kind: 'monthly', days: 30 })).toBe('2026-03-02')
    expect(due('2026-01-05', { kind: 'monthly' })).toBe('2026-01-31')
  })
})

const part = (name: string, amount: string, more: Partial<PlannedPart> = {}): PlannedPart => ({
  name,
  amount: decimal(amount),
  event: 'order',
  days: 0,
  dueOn: null,
  ...more,
})

describe('instalments', () => {
  test('share a total to the cent; what is typed stays, and must add up', () => {
    const lines = ['33.33', '33.33', '33.34'].map((percent) => ({ percent: decimal(percent) }))
    const shared = spreadInstalments(lines, decimal('100.01'))
    expect(shared.map((line) => String(line.amount))).toEqual(['33.33', '33.33', '33.35'])
    expect(unevenInstalments(shared, decimal('100.01'))).toEqual([])
    const typed = spreadInstalments([{ amount: decimal(40) }, { percent: decimal(50) }], decimal(100))
    expect(unevenInstalments(typed, decimal(100)).map((each) => each.path)).toEqual(['instalments.1.amount'])
  })

  test('are due by their events, and paid from the earliest on', () => {
    const plan = duePlan(
      [
        part('质保金', '10', { event: 'delivery', days: 90 }),
        part('订金', '30'),
        part('到货款', '60', { event: 'delivery' }),
      ],
      {
        order: calendarDate('2026-01-02'),
        delivery: calendarDate('2026-01-20'),
        invoice: null,
        isPromised: true,
      },
      decimal(45),
    )
    expect(plan.map((each) => [each.name, each.dueOn, each.paid, each.open, each.isExpected].map(String))).toEqual([
      ['订金', '2026-01-02', '30', '0', 'false'],
      ['到货款', '2026-01-20', '15', '45', 'true'],
      ['质保金', '2026-04-20', '0', '10', 'true'],
    ])
  })
})
