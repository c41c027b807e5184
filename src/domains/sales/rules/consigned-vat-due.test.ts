import { describe, expect, it } from 'vitest'
import { calendarDate } from '../../../base/calendar-date.ts'
import { decimal } from '../../../base/decimal.ts'
import { consignedVatDue } from './consigned-vat-due.ts'

const goods = (line: string, on: string, gross: string, tax: string, left = tax) => ({
  line,
  deliveredOn: calendarDate(on),
  gross: decimal(gross),
  tax: decimal(tax),
  left: decimal(left),
})
const money = (on: string, amount: string) => ({ on: calendarDate(on), amount: decimal(amount) })
const ask = (...[lines, received, through]: [ReturnType<typeof goods>[], ReturnType<typeof money>[], string]) =>
  consignedVatDue(lines, received, calendarDate(through)).map((one) => `${one.on} ${one.line} ${one.amount.toString()}`)

describe('VAT of goods at a consignee’s', () => {
  it('falls due with money that came without a list, of the goods that were there first', () => {
    const two = [goods('b', '2026-02-01', '226', '26'), goods('a', '2026-01-05', '113', '13')]
    expect(ask(two, [money('2026-02-10', '56.5')], '2026-02-28')).toEqual(['2026-02-10 a 6.5'])
    expect(ask(two, [money('2026-01-10', '50'), money('2026-02-10', '176')], '2026-02-28')).toEqual([
      '2026-01-10 a 5.75',
      '2026-02-10 a 7.25',
      '2026-02-10 b 13',
    ])
    // Money from before they were sent makes nothing due before they were; money to come does not count.
    expect(ask([goods('a', '2026-01-05', '113', '13')], [money('2026-01-02', '113')], '2026-01-31')).toEqual([
      '2026-01-05 a 13',
    ])
    expect(ask(two, [money('2026-03-10', '500')], '2026-02-28')).toEqual([])
  })

  it('is not due twice, and on day 180 the rest is', () => {
    expect(ask([goods('a', '2026-01-05', '113', '13', '6.5')], [money('2026-02-10', '56.5')], '2026-02-28')).toEqual([])
    expect(ask([goods('a', '2026-01-05', '113', '13', '6.5')], [money('2026-02-10', '56.5')], '2026-07-31')).toEqual([
      '2026-07-04 a 6.5',
    ])
  })
})
