import { expect, test } from 'vitest'
import {
  addPeriods,
  compare,
  firstDay,
  isPeriod,
  lastDay,
  monthNumber,
  next,
  period,
  previous,
  yearOf,
} from './period.ts'

test('knows a month', () => {
  expect(isPeriod('2026-12')).toBe(true)
})

test.each(['2026-13', '2026-00', '2026-1', '2026-01-01', ''])('%j is not a month', (text) => {
  expect(isPeriod(text)).toBe(false)
  expect(() => period(text)).toThrow(RangeError)
})

test('walks over the year', () => {
  expect(next(period('2026-12'))).toBe('2027-01')
  expect(previous(period('2026-01'))).toBe('2025-12')
  expect(addPeriods(period('2026-03'), -15)).toBe('2024-12')
  expect(firstDay(period('2026-02'))).toBe('2026-02-01')
  expect(lastDay(period('2028-02'))).toBe('2028-02-29')
  expect(yearOf(period('2026-02'))).toBe(2026)
  expect(monthNumber(period('2026-02'))).toBe(2)
  expect(compare(period('2026-02'), period('2025-12'))).toBe(1)
})
