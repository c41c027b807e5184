import { expect, test } from 'vitest'
import { calendarDate } from '../../../base/calendar-date.ts'
import { decimal } from '../../../base/decimal.ts'
import { discountDays, discountInterest } from './discount-interest.ts'

const days = (from: string, to: string, extra = 0) => discountDays(calendarDate(from), calendarDate(to), extra)

test('days count the first and not the last', () => {
  expect([
    days('2026-03-01', '2026-03-31'),
    days('2026-01-15', '2026-07-15'),
    days('2026-03-01', '2026-03-31', 3),
  ]).toEqual([30, 181, 33])
  expect(days('2026-04-02', '2026-04-01')).toBe(0)
})

test('interest is face by rate by days over 360', () => {
  expect(String(discountInterest(decimal('100000'), decimal('3.6'), 30))).toBe('300')
  expect(String(discountInterest(decimal('500000'), decimal('2.5'), 181))).toBe('6284.72')
  expect(String(discountInterest(decimal('117000'), decimal('10'), 72))).toBe('2340')
})
