import { expect, it } from 'vitest'
import { figuresShown } from './figure-columns.ts'

const labels = (...asked: Parameters<typeof figuresShown>) => figuresShown(...asked).map(([, label]) => label)

it('columns are those of the forms: month, quarter and year of both standards', () => {
  expect(labels('smallBusiness', 'month', false)).toEqual(['本年累计金额', '本月金额'])
  expect(labels('smallBusiness', 'quarter', true)).toEqual(['本年累计金额', '本季金额', '上年同期金额', '上年同期累计'])
  expect(labels('smallBusiness', 'year', true)).toEqual(['本年累计金额', '上年金额'])
  expect(labels('enterprise', 'year', false)).toEqual(['本期金额', '上期金额'])
  expect(labels('enterprise', 'month', false)).toEqual(['本期金额', '上期金额', '本年累计金额'])
  expect(labels('enterprise', 'month', true)).toEqual(['本期金额', '上期金额', '本年累计金额', '上年同期累计'])
})
