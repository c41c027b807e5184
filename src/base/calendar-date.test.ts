import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  addDays,
  addMonths,
  calendarDate,
  compareDates,
  dateOfDayNumber,
  dayNumber,
  daysBetween,
  firstOfMonth,
  isCalendarDate,
  lastOfMonth,
  monthOf,
  weekdayOf,
} from './calendar-date.ts'

const day = calendarDate

test.each(['2026-01-15', '2024-02-29', '2000-02-29', '0001-01-01', '9999-12-31'])('%s exists', (text) => {
  expect(isCalendarDate(text)).toBe(true)
})

test.each(['2026-02-29', '1900-02-29', '2026-13-01', '2026-00-10', '2026-04-31', '2026-1-5', '0000-01-01', ''])(
  '%j does not exist',
  (text) => {
    expect(isCalendarDate(text)).toBe(false)
    expect(() => calendarDate(text)).toThrow(RangeError)
  },
)

test('counts days as the proleptic calendar does', () => {
  expect(dayNumber(day('1970-01-01'))).toBe(0)
  fc.assert(
    fc.property(fc.integer({ min: -719_162, max: 2_932_896 }), (number) => {
      const date = dateOfDayNumber(number)
      expect(dayNumber(date)).toBe(number)
      expect(new Date(number * 86_400_000).toISOString().slice(0, 10)).toBe(date)
    }),
  )
})

test('adds days and months', () => {
  expect(addDays(day('2024-02-28'), 2)).toBe('2024-03-01')
  expect(addDays(day('2026-01-01'), -1)).toBe('2025-12-31')
  expect(addMonths(day('2026-01-31'), 1)).toBe('2026-02-28')
  expect(addMonths(day('2024-02-29'), 12)).toBe('2025-02-28')
  expect(addMonths(day('2026-01-15'), -13)).toBe('2024-12-15')
  expect(daysBetween(day('2026-01-01'), day('2027-01-01'))).toBe(365)
  expect(() => addDays(day('9999-12-31'), 1)).toThrow(RangeError)
})

test('finds the edges of the month, the week and the order', () => {
  expect(firstOfMonth(day('2026-02-15'))).toBe('2026-02-01')
  expect(lastOfMonth(day('2026-02-15'))).toBe('2026-02-28')
  expect(monthOf(day('2026-02-15'))).toBe('2026-02')
  expect(weekdayOf(day('2026-01-15'))).toBe(4)
  expect(weekdayOf(day('1969-12-28'))).toBe(7)
  expect([day('2026-02-01'), day('2026-01-31')].sort(compareDates)[0]).toBe('2026-01-31')
})
