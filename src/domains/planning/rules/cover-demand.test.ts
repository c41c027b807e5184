import { describe, expect, test } from 'vitest'
import type { CalendarDate } from '../../../base/calendar-date.ts'
import { decimal } from '../../../base/decimal.ts'
import { belowMinimum, coverDemand } from './cover-demand.ts'
import type { Demand } from './cover-demand.ts'

const demand = (line: string, on: string, quantity: string, kind: Demand['kind'] = 'order'): Demand => ({
  line,
  kind,
  on: on as CalendarDate,
  quantity: decimal(quantity),
})
const cover = (onHand: string, inTransit: string, requested: string, ...demands: Demand[]) =>
  coverDemand({ onHand: decimal(onHand), inTransit: decimal(inTransit), requested: decimal(requested) }, demands).map(
    ({ demand: of, fromStock, fromTransit, fromRequests, short }) =>
      `${of.line} ${fromStock.toString()} ${fromTransit.toString()} ${fromRequests.toString()} ${short.toString()}`,
  )

describe('what there is', () => {
  test('goes to the earlier order first, stock before what is on the way, and what is missing is short', () => {
    expect(cover('10', '5', '2', demand('b', '2026-01-20', '8'), demand('a', '2026-01-10', '12'))).toEqual([
      'a 10 2 0 0',
      'b 0 3 2 3',
    ])
  })

  test('goes to orders before forecasts, whatever their days', () => {
    expect(cover('10', '0', '0', demand('f', '2026-01-01', '6', 'forecast'), demand('a', '2026-02-01', '7'))).toEqual([
      'a 7 0 0 0',
      'f 3 0 0 3',
    ])
  })

  test('is nothing where stock is negative', () => {
    expect(cover('-3', '0', '0', demand('a', '2026-01-01', '5'))).toEqual(['a 0 0 0 5'])
  })
})

test.each([
  ['10', '20', null, '10'],
  ['10', '20', '50', '40'],
  ['20', '20', '50', '0'],
  ['-5', '0', null, '5'],
  ['3', null, '50', '0'],
])('available %s, between %s and %s: %s are bought', (available, minimum, maximum, expected) => {
  const of = (text: string | null) => (text === null ? null : decimal(text))
  expect(belowMinimum(decimal(available), { minimum: of(minimum), maximum: of(maximum) }).toString()).toBe(expected)
})
