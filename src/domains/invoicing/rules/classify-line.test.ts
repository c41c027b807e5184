import { describe, expect, test } from 'vitest'
import { classifyLine } from './classify-line.ts'

const rule = (item: string, more: { seller?: string; taxCode?: string; keyword?: string }) => ({
  item,
  seller: more.seller ?? null,
  taxCode: more.taxCode ?? null,
  keyword: more.keyword ?? null,
})
const meal = { seller: 'S', taxCode: '3070401000000000000', name: '*餐饮服务*餐费' }

describe('what a line of an invoice is for us', () => {
  test('is told by the longest code that fits', () => {
    const rules = [rule('service', { taxCode: '307' }), rule('meal', { taxCode: '30704' })]
    expect(classifyLine(meal, rules)).toBe('meal')
  })

  test('is told by the seller’s own rule before any other', () => {
    const rules = [rule('meal', { taxCode: '3070401' }), rule('welfare', { seller: 'S', keyword: '餐' })]
    expect(classifyLine(meal, rules)).toBe('welfare')
  })

  test('is left to a person where no rule fits or two contradict each other', () => {
    expect(classifyLine(meal, [rule('freight', { taxCode: '301' })])).toBeUndefined()
    expect(classifyLine(meal, [rule('a', { keyword: '餐费' }), rule('b', { keyword: '餐饮' })])).toBeUndefined()
  })
})
