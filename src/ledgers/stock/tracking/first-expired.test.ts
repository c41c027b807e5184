import { describe, expect, test } from 'vitest'
import { calendarDate } from '../../../base/calendar-date.ts'
import { decimal } from '../../../base/decimal.ts'
import { anyLife, lifeMissing, lotsToGo, pickLots } from './first-expired.ts'
import type { LotOnHand } from './first-expired.ts'

const today = calendarDate('2026-06-01')
const lot = (
  number: string,
  available: string,
  expiresOn: string | null,
  more: Partial<LotOnHand> = {},
): LotOnHand => ({
  number,
  available: decimal(available),
  expiresOn: expiresOn === null ? null : calendarDate(expiresOn),
  producedOn: null,
  isNormal: true,
  ...more,
})
const names = (lots: readonly LotOnHand[]) => lots.map((one) => one.number)

describe('first expired, first out (先到期先出)', () => {
  test('the first to expire goes first, those that never expire last, expired and frozen ones not at all', () => {
    const lots = [
      lot('later', '5', '2026-09-01'),
      lot('never', '5', null),
      lot('soon', '5', '2026-06-01'),
      lot('gone', '5', '2026-05-31'),
      lot('frozen', '5', '2026-06-02', { isNormal: false }),
      lot('empty', '0', '2026-06-02'),
    ]
    expect(names(lotsToGo(lots, today))).toEqual(['soon', 'later', 'never'])
  })

  test('one lot after another is emptied, and what they do not have is left', () => {
    const lots = lotsToGo([lot('b', '5', '2026-09-01'), lot('a', '3', '2026-07-01')], today)
    const { picks, left } = pickLots(lots, decimal(10))
    expect(picks.map((one) => `${one.number} ${one.quantity.toString()}`)).toEqual(['a 3', 'b 5'])
    expect(left.toString()).toBe('2')
  })

  test('of a line in boxes of 24, each lot gives whole boxes', () => {
    const lots = [lot('a', '30', '2026-07-01'), lot('b', '100', '2026-08-01')]
    const { picks, left } = pickLots(lots, decimal(72), decimal(24))
    expect(picks.map((one) => `${one.number} ${one.quantity.toString()}`)).toEqual(['a 24', 'b 48'])
    expect(left.isZero()).toBe(true)
  })
})

describe('the minimum remaining life that a customer asks for', () => {
  const made = lot('x', '1', '2026-08-30', { producedOn: calendarDate('2026-03-03') })
  test('in days: 90 are left on 1 June of what expires on 30 August', () => {
    expect(lifeMissing(made, today, { ...anyLife, days: 90 })).toBeNull()
    expect(lifeMissing(made, today, { ...anyLife, days: 91 })).toEqual({ left: 90, asked: 91 })
  })

  test('in percent of the whole shelf life: half of 180 days are 90', () => {
    expect(lifeMissing(made, today, { ...anyLife, percent: decimal(50) })).toBeNull()
    expect(lifeMissing(made, today, { ...anyLife, percent: decimal('50.1') })).toEqual({ left: 90, asked: 91 })
    expect(lifeMissing({ ...made, producedOn: null }, today, { ...anyLife, percent: decimal(99) })).toBeNull()
  })
})
