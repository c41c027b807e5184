import { describe, expect, test } from 'vitest'
import { decimal } from '../../base/decimal.ts'
import { boolean, choice, date, money, percent, text } from '../definition/field.ts'
import { typeOfExpression } from './check.ts'
import { evaluateExpression } from './evaluate.ts'
import { namesOf, valuesOf } from './fields.ts'
import { parseExpression } from './parse.ts'
import { ExpressionError } from './tokens.ts'

const fields = {
  amount: money({ label: '价税合计' }),
  margin: percent({ label: '毛利率' }),
  overCredit: boolean({ label: '超信用' }),
  region: text({ label: '地区' }),
  kind: choice({ label: '类型', options: { goods: '货物', service: '服务' } }),
  date: date({ label: '日期' }),
  missing: money({ label: '未填' }),
}
const values = {
  amount: decimal('12000.50'),
  margin: decimal('8'),
  overCredit: true,
  region: '华东',
  kind: 'goods',
  date: '2026-03-15',
  missing: null,
}
const given = (written: string): string | boolean | null => {
  const result = evaluateExpression(parseExpression(written), valuesOf(fields, values))
  return result === null || typeof result === 'boolean' ? result : String(result)
}
const typed = (written: string) => typeOfExpression(parseExpression(written), namesOf(fields))
const faultOf = (written: string): string => {
  try {
    typed(written)
    return ''
  } catch (error) {
    return error instanceof ExpressionError ? `${error.zh}@${error.at}` : 'something else'
  }
}

describe('expressions', () => {
  test.each([
    ['1 + 2 * 3', '7'],
    ['(1 + 2) * 3', '9'],
    ['-2 * -3', '6'],
    ['10 - 4 - 3', '3'],
    ['0.1 + 0.2', '0.3'],
    ['1 / 3 * 3', '0.99999999999999999999'],
    ['13%', '0.13'],
    ['amount * 10%', '1200.05'],
    ['价税合计 - 0.5', '12000'],
    ['"a" + "b"', 'ab'],
    ['round(2.345, 2)', '2.35'],
    ['四舍五入（amount ÷ 3，2）', '4000.17'],
    ['max(1, amount, 3)', '12000.5'],
    ['min(3, 2)', '2'],
    ['sum(1, 2, missing)', '3'],
    ['days("2026-03-01", date)', '14'],
    ['if(amount > 10000, "大额", "小额")', '大额'],
    ['abs(3 - 5)', '2'],
  ])('reckon %s', (written, expected) => expect(given(written)).toBe(expected))

  test.each([
    ['amount > 10000', true],
    ['amount ≥ 12000.50 且 毛利率 < 10', true],
    ['amount > 20000 or overCredit', true],
    ['amount > 20000 或 非 超信用', false],
    ['not (amount > 20000)', true],
    ['region = "华东" and kind = "货物"', true],
    ['region in ("华南", "华北")', false],
    ['地区 属于 ("华东", "华北")', true],
    ['region <> "华南"', true],
    ['contains(region, "东")', true],
    ['date >= "2026-03-01"', true],
    ['missing > 0', false],
    ['missing = 空', true],
    ['empty(missing)', true],
    ['empty(region)', false],
    ['overCredit = 是', true],
    ['amount / 0 > 1', false],
  ])('say whether %s', (written, expected) => expect(given(written)).toBe(expected))

  test('of what is not known give nothing, and throw nothing', () => {
    expect(given('missing + 1')).toBeNull()
    expect(given('amount / 0')).toBeNull()
    expect(given('nothing')).toBeNull()
    expect(given('round(missing, 2)')).toBeNull()
  })

  test('have a type before they have values', () => {
    expect(typed('amount > 1')).toBe('boolean')
    expect(typed('amount * 2')).toBe('number')
    expect(typed('if(overCredit, region, "x")')).toBe('text')
  })

  test.each([
    ['', '请填写公式@0'],
    ['amount >', '公式没有写完@8'],
    ['amount > "很多"', '这里应为数字，而不是文字@9'],
    ['amount and overCredit', '这里应为是否，而不是数字@0'],
    ['colour = 1', '没有字段“colour”@0'],
    ['evil(1)', '没有函数“evil”@0'],
    ['round(1)', '“round”需要 2 个值@0'],
    ['(1, 2', '这里应为“,”@5'],
    ['1 2', '“2”多余@2'],
    ['a; b', '不认识“;”@1'],
    ['amount = 1 @ 2', '不认识“@”@11'],
    ['region + 1', '这里应为文字，而不是数字@9'],
    ['()', '括号里没有内容@0'],
  ])('say what is wrong with %j, and where', (written, fault) => expect(faultOf(written)).toBe(fault))

  test('reach nothing but the names they are given', () => {
    for (const written of [
      'constructor',
      'toString',
      '__proto__',
      'amount.constructor',
      'process.exit',
      'constructor(1)',
      'hasOwnProperty("a")',
    ])
      expect(faultOf(written), written).toMatch(/^没有(字段|函数)/)
  })

  test('are bounded in length and depth', () => {
    expect(() => parseExpression('1+'.repeat(2000))).toThrow(ExpressionError)
    expect(() => parseExpression(`${'('.repeat(100)}1${')'.repeat(100)}`)).toThrow(ExpressionError)
    expect(() => parseExpression(`${'-'.repeat(500)}1`)).toThrow(ExpressionError)
  })
})
