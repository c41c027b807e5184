import { expect, test } from 'vitest'
import type { CalendarDate } from '../../../base/calendar-date.ts'
import { decimal } from '../../../base/decimal.ts'
import { remainingForecast } from './remaining-forecast.ts'

const day = (text: string) => text as CalendarDate
const line = (name: string, from: string, to: string, quantity: string) => ({
  line: name,
  from: day(from),
  to: day(to),
  quantity: decimal(quantity),
})
const sold = (on: string, quantity: string) => ({ on: day(on), quantity: decimal(quantity) })
const lines = [line('jan', '2026-01-01', '2026-01-31', '100'), line('feb', '2026-02-01', '2026-02-28', '80')]
const left = (today: string, ...sales: ReturnType<typeof sold>[]) =>
  remainingForecast(lines, sales, day(today)).map((one) => `${one.line.line} ${one.left.toString()}`)

test('what is sold uses up the forecast of its own days', () => {
  expect(left('2026-01-10', sold('2026-01-05', '30'), sold('2026-02-02', '10'))).toEqual(['jan 70', 'feb 70'])
})

test('what is sold beyond a forecast does not use up another, and a period that is over expects nothing', () => {
  expect(left('2026-01-10', sold('2026-01-05', '130'))).toEqual(['feb 80'])
  expect(left('2026-02-01')).toEqual(['feb 80'])
})
