import { describe, expect, test } from 'vitest'
import { calendarDate } from '../../../base/calendar-date.ts'
import { decimal } from '../../../base/decimal.ts'
import { vatFallingDue } from './vat-falling-due.ts'
import type { PendingDelivery } from './vat-falling-due.ts'

const day = calendarDate

const line = (name: string, whole: string, drawn = '0', returned = '0') => ({
  line: name,
  whole: decimal(whole),
  drawn: decimal(drawn),
  returned: decimal(returned),
})
const received = (on: string, amount: string) => ({ on: day(on), amount: decimal(amount) })

const due = (through: string, more: Partial<PendingDelivery> = {}) =>
  vatFallingDue(
    {
      deliveredOn: day('2026-07-10'),
      dueOn: day('2026-08-31'),
      gross: decimal('1130'),
      received: [],
      lines: [line('a', '130')],
      ...more,
    },
    day(through),
  ).map((each) => `${each.on} ${each.line} ${each.amount.toString()}`)

describe('pending VAT falls due', () => {
  test('on the day of the contract, and not before', () => {
    expect(due('2026-08-30')).toEqual([])
    expect(due('2026-08-31')).toEqual(['2026-08-31 a 130'])
  })

  test('with money after the delivery, by its part; the rest on the day of the contract', () => {
    const money = { received: [received('2026-07-20', '565'), received('2026-09-10', '565')] }
    expect(due('2026-08-01', money)).toEqual(['2026-07-20 a 65'])
    expect(due('2026-09-30', money)).toEqual(['2026-07-20 a 65', '2026-08-31 a 65'])
  })

  test('not with money before the delivery, nor again with money for what was invoiced', () => {
    expect(due('2026-08-01', { received: [received('2026-07-09', '1130')] })).toEqual([])
    expect(due('2026-08-01', { received: [received('2026-07-20', '452')], lines: [line('a', '130', '52')] })).toEqual(
      [],
    )
  })

  test('for what did not come back', () => {
    const lines = [line('a', '130', '52', '52')]
    expect(due('2026-07-31', { lines, received: [received('2026-07-20', '452')] })).toEqual(['2026-07-20 a 52'])
    expect(due('2026-08-31', { lines })).toEqual(['2026-08-31 a 78'])
  })

  test('over the lines by largest remainder', () => {
    const lines = [line('a', '10'), line('b', '10'), line('c', '10')]
    expect(due('2026-07-31', { gross: decimal('300'), lines, received: [received('2026-07-20', '100')] })).toEqual([
      '2026-07-20 a 3.34',
      '2026-07-20 b 3.33',
      '2026-07-20 c 3.33',
    ])
  })

  test('never more than is pending', () => {
    expect(due('2026-08-31', { received: [received('2026-07-20', '2000')] })).toEqual(['2026-07-20 a 130'])
  })
})
