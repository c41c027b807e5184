import { expect, test } from 'vitest'
import { afterServiceHours, ticketClock } from './service-clock.ts'

const beijing = (text: string) => new Date(`${text}:00+08:00`)

test.each([
  ['within a day', '2026-03-16T10:00', 4, '2026-03-16T14:00'],
  ['until closing, to the minute', '2026-03-16T17:00', 4, '2026-03-16T21:00'],
  ['over the night', '2026-03-16T19:00', 4, '2026-03-17T11:00'],
  ['asked at night', '2026-03-16T23:30', 1, '2026-03-17T10:00'],
  ['asked before nine', '2026-03-16T07:10', 1, '2026-03-16T10:00'],
  ['over a weekend, which is service too', '2026-03-20T20:00', 13, '2026-03-21T21:00'],
  ['two days of twelve hours', '2026-03-16T12:00', 24, '2026-03-18T12:00'],
])('hours of service run from nine to twenty-one on every day: %s', (_name, from, hours, to) => {
  expect(afterServiceHours(beijing(from), hours).toISOString()).toBe(beijing(to).toISOString())
})

test('a ticket is broken when its hour has passed unanswered, and stays broken when it is answered late', () => {
  const times = { openedAt: beijing('2026-03-16T10:00'), urgency: 'urgent', answeredAt: null, solvedAt: null } as const
  expect(ticketClock(times, beijing('2026-03-16T11:00')).answerBroken).toBe(false)
  expect(ticketClock(times, beijing('2026-03-16T11:01')).answerBroken).toBe(true)
  const late = { ...times, answeredAt: beijing('2026-03-16T11:30'), solvedAt: beijing('2026-03-16T13:00') }
  expect(ticketClock(late, beijing('2026-03-20T10:00'))).toMatchObject({ answerBroken: true, solveBroken: false })
})
