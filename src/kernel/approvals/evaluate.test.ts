import { describe, expect, test } from 'vitest'
import { decimal } from '../../base/decimal.ts'
import { boolean, money, percent, text } from '../definition/field.ts'
import { evaluate, readThreshold } from './evaluate.ts'
import type { Condition } from './evaluate.ts'

const fields = {
  amount: money({ label: '价税合计', english: 'Gross' }),
  margin: percent({ label: '毛利率%', english: 'Margin %', sensitive: true }),
  overCredit: boolean({ label: '超信用额度', english: 'Over the credit limit' }),
  region: text({ label: '地区' }),
}
const facts = { amount: decimal('100000.00'), margin: decimal('12.5'), overCredit: true, region: '华东' }
const said = (...conditions: Condition[]) => evaluate(conditions, fields, facts)?.map((reason) => reason.zh)

describe('conditions of approval rules', () => {
  test('hold where any of them does, if the rule says so, and give the reasons of those that do', () => {
    const conditions: Condition[] = [
      { fact: 'amount', operator: 'gt', threshold: '500000' },
      { fact: 'overCredit', operator: 'eq', threshold: '是' },
      { fact: 'colour', operator: 'eq', threshold: '红' },
    ]
    expect(evaluate(conditions, fields, facts)).toBeUndefined()
    expect(evaluate(conditions, fields, facts, 'any')?.map((reason) => reason.zh)).toEqual(['超信用额度'])
    expect(evaluate(conditions, fields, { ...facts, overCredit: false }, 'any')).toBeUndefined()
    expect(evaluate([], fields, facts, 'any')).toEqual([])
  })

  test('compare amounts as decimals, at the edge too', () => {
    expect(said({ fact: 'amount', operator: 'gt', threshold: '100000' })).toBeUndefined()
    expect(said({ fact: 'amount', operator: 'gte', threshold: '100,000' })).toEqual([
      '价税合计 100,000.00 大于等于 100,000.00',
    ])
    expect(said({ fact: 'amount', operator: 'lt', threshold: '99999.99' })).toBeUndefined()
  })

  test('must all hold, and none holds always', () => {
    const large = { fact: 'amount', operator: 'gt', threshold: '50000' } as const
    expect(said(large, { fact: 'overCredit', operator: 'eq', threshold: '是' })).toEqual([
      '价税合计 100,000.00 大于 50,000.00',
      '超信用额度',
    ])
    expect(said(large, { fact: 'region', operator: 'eq', threshold: '华南' })).toBeUndefined()
    expect(said()).toEqual([])
  })

  test('never tell a margin', () => {
    expect(said({ fact: 'margin', operator: 'lt', threshold: '15' })).toEqual(['毛利率% 小于 15'])
  })

  test('hold nothing of what is not known', () => {
    expect(evaluate([{ fact: 'margin', operator: 'lt', threshold: '15' }], fields, { margin: null })).toBeUndefined()
    expect(said({ fact: 'colour', operator: 'eq', threshold: '红' })).toBeUndefined()
  })

  test('are read by the kind of the fact', () => {
    expect(readThreshold(fields.overCredit, '否')).toBe(false)
    expect(readThreshold(fields.overCredit, '大概')).toBeUndefined()
    expect(readThreshold(fields.amount, '很多')).toBeUndefined()
  })
})
