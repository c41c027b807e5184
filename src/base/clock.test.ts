import { afterEach, expect, test, vi } from 'vitest'
import { calendarDate } from './calendar-date.ts'
import { fixedClock, movableClock, systemClock } from './clock.ts'

afterEach(() => vi.unstubAllEnvs())

test('the day is the zone’s', () => {
  const clock = fixedClock(new Date('2026-01-14T17:30:00Z'))
  expect(clock.today()).toBe('2026-01-15')
  expect(clock.today('UTC')).toBe('2026-01-14')
  expect(() => clock.today('Nowhere/City')).toThrow(RangeError)
})

test('SUANPAN_TODAY fixes the day and lets the time go on', () => {
  vi.stubEnv('SUANPAN_TODAY', '2026-02-28')
  expect(systemClock.today()).toBe('2026-02-28')
  const timeOfDay = (systemClock.now().getTime() - Date.now()) % 86_400_000
  expect(Math.abs(timeOfDay)).toBeLessThan(1000)
  vi.stubEnv('SUANPAN_TODAY', '28.2.2026')
  expect(() => systemClock.today()).toThrow(RangeError)
})

test('without it the clock is the machine’s', () => {
  vi.stubEnv('SUANPAN_TODAY', '')
  expect(Math.abs(systemClock.now().getTime() - Date.now())).toBeLessThan(1000)
})

test('a movable clock goes where it is told', () => {
  const clock = movableClock(calendarDate('2026-01-01'))
  expect(clock.today()).toBe('2026-01-01')
  clock.advance(16 * 3_600_000)
  expect(clock.today()).toBe('2026-01-02')
  clock.moveTo(calendarDate('2025-12-31'))
  expect(clock.now().toISOString()).toBe('2025-12-31T01:00:00.000Z')
})

test('a fixed clock hands out copies', () => {
  const clock = fixedClock(calendarDate('2026-01-01'))
  clock.now().setFullYear(1999)
  expect(clock.today()).toBe('2026-01-01')
})
