import { expect, test } from 'vitest'
import { lastDueDay } from './next-due.ts'

const zone = 'Asia/Shanghai'
// 2026-03-02 is a Monday; 00:30 UTC is 08:30 in Shanghai.
const monday = new Date('2026-03-02T00:30:00Z')

test('every day it is due once its time has come', () => {
  expect(lastDueDay({ every: 'day', day: 1, time: '08:00' }, monday, zone)).toBe('2026-03-02')
  expect(lastDueDay({ every: 'day', day: 1, time: '09:00' }, monday, zone)).toBe('2026-03-01')
})

test('on a day of the week', () => {
  expect(lastDueDay({ every: 'week', day: 1, time: '08:00' }, monday, zone)).toBe('2026-03-02')
  expect(lastDueDay({ every: 'week', day: 1, time: '09:00' }, monday, zone)).toBe('2026-02-23')
  expect(lastDueDay({ every: 'week', day: 7, time: '09:00' }, monday, zone)).toBe('2026-03-01')
})

test('on a day of the month, of a short month on its last', () => {
  expect(lastDueDay({ every: 'month', day: 31, time: '08:00' }, monday, zone)).toBe('2026-02-28')
  expect(lastDueDay({ every: 'month', day: 2, time: '08:00' }, monday, zone)).toBe('2026-03-02')
  expect(lastDueDay({ every: 'month', day: 15, time: '08:00' }, monday, zone)).toBe('2026-02-15')
})
