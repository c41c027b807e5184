import { describe, expect, test } from 'vitest'
import { boolean, choice, date, integer, money, percent, text } from '../../definition/field.ts'
import { readCell } from './read-cell.ts'
import { orderIn, readDate } from './read-date.ts'
import { readNumber } from './read-number.ts'

describe('numbers as people write them', () => {
  test.each([
    ['1,234.50', '1234.5'],
    ['￥ 12.00', '12'],
    ['１２３．５', '123.5'],
    ['(1,000)', '-1000'],
    ['500-', '-500'],
    ['−3', '-3'],
    ['1.2万', '12000'],
    ['3亿', '300000000'],
    ['12元', '12'],
    ['.5', '0.5'],
    ['-', ''],
    ['—', ''],
    ['0', '0'],
  ])('%s', (given, read) => expect(readNumber(given, false)).toBe(read))

  test.each(['12个', '1.234,50', '1,23', '1 2 x', 'abc', '1e5', '--5', '1..2'])('%s is none', (given) =>
    expect(readNumber(given, false)).toBeUndefined(),
  )

  test('a share of a hundred is what the field counts in', () => {
    expect(readNumber('13%', true)).toBe('13')
    expect(readNumber('13%', false)).toBe('0.13')
  })
})

describe('days as people write them', () => {
  test.each([
    '2026-1-5',
    '2026/01/05',
    '2026.1.5',
    '2026年1月5日',
    '2026 年 1 月 5 日',
    '20260105',
    '46027',
    '26-1-5',
    '5 Jan 2026',
    '2026-01-05 08:30',
    '2026-01-05T00:00:00Z',
    '２０２６－１－５',
  ])('%s', (given) => expect(readDate(given, undefined)).toBe('2026-01-05'))

  test('where it may be two days, it is asked; where only one is a day, it is that', () => {
    expect(readDate('5/1/2026', undefined)).toBeUndefined()
    expect(readDate('5/1/2026', 'dayFirst')).toBe('2026-01-05')
    expect(readDate('5/1/2026', 'monthFirst')).toBe('2026-05-01')
    expect(readDate('13/1/2026', undefined)).toBe('2026-01-13')
    expect(orderIn(['5/1/2026', '13/1/2026'])).toBe('dayFirst')
    expect(orderIn(['5/1/2026', '1/13/2026'])).toBe('monthFirst')
    expect(orderIn(['5/1/2026'])).toBeUndefined()
    const cell = readCell(date({ label: '日期' }), '5/1/2026')
    expect('mends' in cell && cell.mends.map((mend) => mend.value)).toEqual(['2026-01-05', '2026-05-01'])
  })

  test.each(['2026-02-30', '2026-13-01', 'soon', '12', '99999'])('%s is none', (given) =>
    expect(readDate(given, undefined)).toBeUndefined(),
  )
})

test('cells are read by their field', () => {
  const read = (...given: Parameters<typeof readCell>) => {
    const cell = readCell(...given)
    return 'value' in cell ? cell.value : cell.message.zh
  }
  expect(read(boolean({ label: '停用' }), '√')).toBe(true)
  expect(read(boolean({ label: '停用' }), '启用', { inverse: true })).toBe(false)
  expect(read(boolean({ label: '停用' }), '也许')).toContain('“是”或“否”')
  expect(read(integer({ label: '天' }), '180.00')).toBe(180)
  expect(read(integer({ label: '天' }), '1.5')).toContain('整数')
  expect(read(percent({ label: '税率' }), '13%')).toBe('13')
  expect(read(money({ label: '金额' }), '12 个')).toContain('不是数字')
  expect(read(choice({ label: '等级', options: { a: 'A 优', b: 'B 良' } }), 'a优')).toBe('a')
  expect(read(choice({ label: '等级', options: { a: 'A 优', b: 'B 良' } }), '差')).toContain('可选项')
  expect(read(text({ label: '条码' }), '0012')).toBe('0012')
  expect(read(text({ label: '条码' }), '6.90123E+12')).toContain('已丢失')
  expect(read(text({ label: '条码' }), '#N/A')).toContain('公式')
  expect(read(text({ label: '条码', maxLength: 3 }), '1234')).toContain('3 个字')
  expect(read(text({ label: '条码' }), '  ')).toBeUndefined()
})
