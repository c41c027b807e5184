import { expect, test } from 'vitest'
import { calendarDate } from '../../../base/calendar-date.ts'
import { askedOn, pathOf, questionOf, spanOf } from './question-form.ts'

const today = calendarDate('2026-03-15')
const parameters = { from: {}, to: {}, by: {} }

test('days that are a span of the calendar are kept as that span and go along with it', () => {
  const asked = { by: 'customer', from: '2026-03-01', to: '2026-03-31' }
  expect(spanOf(asked, today)).toBe('thisMonth')
  const question = questionOf('salesSummary', asked, 'thisMonth')
  expect(question).toEqual({ report: 'salesSummary', parameters: { by: 'customer' }, span: 'thisMonth' })
  expect(askedOn(question, parameters, calendarDate('2026-04-02'))).toEqual({
    by: 'customer',
    from: '2026-04-01',
    to: '2026-04-30',
  })
  expect(pathOf(question, parameters, today)).toBe(
    '/report/sales-summary?by=customer&from=2026-03-01&to=2026-03-31&asked=1',
  )
})

test('other days stay as they were asked, and a month is a span of its own', () => {
  const asked = { from: '2026-03-02', to: '2026-03-05' }
  expect(spanOf(asked, today)).toBeNull()
  expect(questionOf('salesSummary', asked, null).parameters).toEqual(asked)
  expect(spanOf({ period: '2026-02' }, today)).toBe('lastMonth')
})
