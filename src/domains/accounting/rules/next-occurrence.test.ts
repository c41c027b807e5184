import { expect, test } from 'vitest'
import { calendarDate } from '../../../base/calendar-date.ts'
import { occurrences } from './next-occurrence.ts'

const of = (every: 'month' | 'quarter' | 'year', first: string, through: string) =>
  occurrences(every, calendarDate(first), calendarDate(through))

test('a month after month, on the last day of shorter months', () => {
  expect(of('month', '2026-01-31', '2026-03-31')).toEqual({
    due: ['2026-01-31', '2026-02-28', '2026-03-31'],
    next: '2026-04-30',
  })
})

test('a quarter and a year on', () => {
  expect(of('quarter', '2026-01-15', '2026-06-30')).toEqual({ due: ['2026-01-15', '2026-04-15'], next: '2026-07-15' })
  expect(of('year', '2026-02-01', '2026-12-31')).toEqual({ due: ['2026-02-01'], next: '2027-02-01' })
})

test('nothing is due before its first day', () => {
  expect(of('month', '2026-05-01', '2026-04-30')).toEqual({ due: [], next: '2026-05-01' })
})
