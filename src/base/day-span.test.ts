import { expect, test } from 'vitest'
import { calendarDate } from './calendar-date.ts'
import { daysOf } from './day-span.ts'

test.each([
  ['today', '2026-03-01', '2026-03-01', '2026-03-01'],
  ['yesterday', '2026-03-01', '2026-02-28', '2026-02-28'],
  ['last7', '2026-03-03', '2026-02-25', '2026-03-03'],
  ['last30', '2026-03-30', '2026-03-01', '2026-03-30'],
  ['thisMonth', '2028-02-10', '2028-02-01', '2028-02-29'],
  ['lastMonth', '2026-01-31', '2025-12-01', '2025-12-31'],
  ['thisYear', '2026-07-05', '2026-01-01', '2026-12-31'],
] as const)('%s seen from %s', (span, today, from, to) => {
  expect(daysOf(span, calendarDate(today))).toEqual({ from, to })
})
