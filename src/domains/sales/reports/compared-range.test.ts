import { expect, test } from 'vitest'
import { calendarDate } from '../../../base/calendar-date.ts'
import { justBefore, yearBefore } from './compared-range.ts'

const range = (from: string, to: string) => ({ from: calendarDate(from), to: calendarDate(to) })

test('a whole month is compared with the month before and the month a year ago', () => {
  expect(justBefore(range('2024-03-01', '2024-03-31'))).toEqual({
    ...range('2024-02-01', '2024-02-29'),
    shift: '1 months',
  })
  expect(yearBefore(range('2024-02-01', '2024-02-29'))).toEqual({
    ...range('2023-02-01', '2023-02-28'),
    shift: '1 year',
  })
})

test('a quarter is compared with the quarter before, some days with as many before', () => {
  expect(justBefore(range('2026-04-01', '2026-06-30'))).toMatchObject(range('2026-01-01', '2026-03-31'))
  expect(justBefore(range('2026-01-11', '2026-01-20'))).toEqual({
    ...range('2026-01-01', '2026-01-10'),
    shift: '10 days',
  })
})
