import { expect, test } from 'vitest'
import { calendarDate } from '../../../base/calendar-date.ts'
import { decimal } from '../../../base/decimal.ts'
import { forecastCash, occurrences } from './forecast-cash.ts'
import type { ExpectedFlow, FlowKind } from './forecast-cash.ts'

const today = calendarDate('2026-01-31')
const flow = (on: string, amount: number, kind: FlowKind = 'receivable'): ExpectedFlow => ({
  on: calendarDate(on),
  amount: decimal(amount),
  kind,
})

test('what is there and what is to come make the balance of each span; overdue money counts today', () => {
  const spans = forecastCash(
    decimal(1000),
    [
      flow('2026-01-10', 50),
      flow('2026-02-05', -1200, 'payable'),
      flow('2026-02-09', 500),
      flow('2026-03-02', 300),
      flow('2026-06-01', 9999),
    ],
    { today, days: 90, step: 30 },
  )
  expect(spans.map((span) => [span.from, span.to, span.balance.toString()])).toEqual([
    ['2026-01-31', '2026-03-02', '650'],
    ['2026-03-03', '2026-04-01', '650'],
    ['2026-04-02', '2026-05-01', '650'],
  ])
  expect([spans[0]?.lowest.on, spans[0]?.lowest.amount.toString()]).toEqual(['2026-02-05', '-150'])
  expect(spans[0]?.flows.receivable.toString()).toBe('850')
})

test('what comes again comes on its day, at a month’s end on the last there is, until it ends', () => {
  const rent = {
    direction: 'out',
    amount: decimal(100),
    startsOn: calendarDate('2025-12-31'),
    repeats: 'monthly',
    endsOn: calendarDate('2026-03-31'),
    supposed: false,
  } as const
  const found = occurrences(rent, today, calendarDate('2026-12-31'))
  expect(found.map((each) => [each.on, each.amount.toString(), each.kind])).toEqual([
    ['2026-01-31', '-100', 'regular'],
    ['2026-02-28', '-100', 'regular'],
    ['2026-03-31', '-100', 'regular'],
  ])
  expect(
    occurrences({ ...rent, repeats: 'once', startsOn: today, supposed: true }, today, calendarDate('2026-12-31')),
  ).toMatchObject([{ kind: 'supposed' }])
})
