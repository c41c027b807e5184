import { expect, test } from 'vitest'
import { decimal } from '../../../base/decimal.ts'
import { overLimit, travelLimit } from './travel-limit.ts'

const limits = [
  { level: null, cities: null, limit: decimal('300') },
  { level: '经理', cities: null, limit: decimal('450') },
  { level: null, cities: '北京、上海，深圳', limit: decimal('500') },
  { level: '经理', cities: '北京、上海', limit: decimal('800') },
]
const of = (level: string | null, city: string | null) => String(travelLimit(limits, { level, city }))

test('the closest limit holds: city and grade, then city, then grade, then the rest', () => {
  expect([of('经理', '北京市'), of('员工', '上海'), of('经理', '宁波'), of(null, null)]).toEqual([
    '800',
    '500',
    '450',
    '300',
  ])
  expect(
    travelLimit([{ level: '经理', cities: null, limit: decimal('1') }], { level: null, city: null }),
  ).toBeUndefined()
})

test('by the day the limit is for all the days, by the receipt for one', () => {
  expect(String(overLimit(decimal('1100'), decimal('500'), 'day', decimal('2')))).toBe('100')
  expect(String(overLimit(decimal('900'), decimal('500'), 'day', decimal('2')))).toBe('0')
  expect(String(overLimit(decimal('120'), decimal('100'), 'receipt', decimal('2')))).toBe('20')
})
