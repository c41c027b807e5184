import { describe, expect, it } from 'vitest'
import { phraseReader } from './phrases.ts'

const read = phraseReader([
  ['近{}天销 {}', 'sold {2} in {1} days'],
  ['日均 {}', '{} a day'],
  ['补货点 {}', 'reorder point {}'],
  ['日均', 'daily'],
  ['提前期 {} 天', 'lead time of {} days'],
  ['安全库存 {}', 'safety stock {}'],
  ['（取最低库存）', '(the minimum)'],
  ['现货', 'in stock'],
  ['短缺：{} 只有 {}', 'Short: {}, only {}'],
  ['批发', 'Wholesale'],
])

describe('sentences of the product', () => {
  it('are read in English, whatever they are put together of', () => {
    expect(read('近90天销 91，日均 1.01；补货点 23.08＝日均×提前期 7 天＋安全库存 16')).toBe(
      'sold 91 in 90 days, 1.01 a day; reorder point 23.08 = daily × lead time of 7 days + safety stock 16',
    )
    expect(read('补货点 5（取最低库存）')).toBe('reorder point 5 (the minimum)')
    expect(read('批发')).toBe('Wholesale')
  })

  it('keep the names in them', () => {
    expect(read('短缺：砂锅煲 3.5L 只有 2')).toBe('Short: 砂锅煲 3.5L, only 2')
  })

  it('are left alone where phrases do not explain all of it: a name is not a sentence', () => {
    expect(read('现货供应商')).toBe('现货供应商')
    expect(read('上海批发中心')).toBe('上海批发中心')
    expect(read('PVC 管')).toBe('PVC 管')
  })
})
