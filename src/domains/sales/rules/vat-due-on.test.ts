import { expect, test } from 'vitest'
import { calendarDate } from '../../../base/calendar-date.ts'
import { vatDueOn } from './vat-due-on.ts'

const day = calendarDate
const deliveredOn = day('2026-07-10')

test('without a written payment date VAT is due on delivery', () => {
  expect(vatDueOn({ deliveredOn })).toBe('2026-07-10')
})

test('a written payment date puts it off', () => {
  expect(vatDueOn({ deliveredOn, contractPaymentOn: day('2026-08-31') })).toBe('2026-08-31')
})

test('an invoice or money before that date makes it due', () => {
  const contractPaymentOn = day('2026-08-31')
  expect(vatDueOn({ deliveredOn, contractPaymentOn, invoicedOn: day('2026-08-05') })).toBe('2026-08-05')
  expect(vatDueOn({ deliveredOn, contractPaymentOn, receivedOn: day('2026-07-20') })).toBe('2026-07-20')
})

test('money in advance of the goods does not', () => {
  const contractPaymentOn = day('2026-08-31')
  expect(vatDueOn({ deliveredOn, contractPaymentOn, receivedOn: day('2026-07-01') })).toBe('2026-08-31')
})

test('an invoice before the goods does', () => {
  expect(vatDueOn({ deliveredOn, invoicedOn: day('2026-07-01') })).toBe('2026-07-01')
})

test('goods on consignment are due with the statement, with money, or on day 180', () => {
  const consignmentStatementOn = day('2026-09-30')
  expect(vatDueOn({ deliveredOn, consignmentStatementOn })).toBe('2026-09-30')
  expect(vatDueOn({ deliveredOn, consignmentStatementOn, receivedOn: day('2026-09-01') })).toBe('2026-09-01')
  expect(vatDueOn({ deliveredOn, consignmentStatementOn: null })).toBe('2027-01-06')
})
