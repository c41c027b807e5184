import { describe, expect, test } from 'vitest'
import { decimal, sum } from '../../../base/decimal.ts'
import { applyPromotions, roundDownSteps, spreadBillDiscount } from './apply-promotions.ts'
import type { Promotion } from './apply-promotions.ts'

const line = (item: string, quantity: string, amount: string, category: string | null = null) => ({
  item,
  category,
  quantity: decimal(quantity),
  amount: decimal(amount),
})
const base: Promotion = {
  name: '促销',
  kind: 'reduction',
  validFrom: null,
  validTo: null,
  priority: 10,
  isExclusive: false,
  customer: null,
  level: null,
  region: null,
  segment: null,
  fromAmount: null,
  fromQuantity: null,
  repeats: false,
  off: null,
  percentOff: null,
  bundlePrice: null,
  scope: [],
  gifts: [],
}
const today = { date: '2026-06-18', customer: 'c1', level: 'a', region: '华东', segment: null }
const offs = (lines: Parameters<typeof applyPromotions>[0], ...rules: Partial<Promotion>[]) =>
  applyPromotions(
    lines,
    rules.map((rule) => ({ ...base, ...rule })),
    today,
  ).off.map((amount) => amount.toString())

const fullOff = { name: '满100减10', fromAmount: decimal('100'), off: decimal('10') }

describe('满减', () => {
  test('is spread by amount with the largest remainder, so that the lines add up', () => {
    expect(offs([line('a', '1', '33.33'), line('b', '1', '33.33'), line('c', '1', '33.34')], fullOff)).toEqual([
      '3.33',
      '3.33',
      '3.34',
    ])
  })

  test('counts once, or each time it is reached', () => {
    expect(offs([line('a', '1', '350')], fullOff)).toEqual(['10'])
    expect(offs([line('a', '1', '350')], { ...fullOff, repeats: true })).toEqual(['30'])
    expect(offs([line('a', '1', '99.99')], fullOff)).toEqual(['0'])
  })

  test('counts only the goods it is for', () => {
    const scope = [{ item: null, category: 'pens', quantity: null }]
    expect(offs([line('a', '1', '80', 'pens'), line('b', '1', '80')], { ...fullOff, scope })).toEqual(['0', '0'])
    expect(offs([line('a', '1', '120', 'pens'), line('b', '1', '80')], { ...fullOff, scope })).toEqual(['10', '0'])
  })
})

describe('折扣, 限时', () => {
  const half = { kind: 'discount', name: '半价', percentOff: decimal('50') } as const

  test('is a share of every line, on the days it lasts, for whom it is meant', () => {
    expect(offs([line('a', '1', '9.99')], { ...half, validFrom: '2026-06-18', validTo: '2026-06-18' })).toEqual(['5'])
    expect(offs([line('a', '1', '9.99')], { ...half, validTo: '2026-06-17' })).toEqual(['0'])
    expect(offs([line('a', '1', '9.99')], { ...half, level: 'b' })).toEqual(['0'])
  })

  test('stacks on what those of lower number left, unless one is exclusive', () => {
    const lines = [line('a', '1', '200')]
    expect(offs(lines, { ...half, priority: 1 }, { ...fullOff, priority: 2 })).toEqual(['110'])
    expect(offs(lines, { ...half, priority: 1, isExclusive: true }, { ...fullOff, priority: 2 })).toEqual(['100'])
    expect(offs(lines, { ...fullOff, priority: 1 }, { ...half, priority: 2, isExclusive: true })).toEqual(['10'])
  })
})

describe('赠品, 组合', () => {
  test('ten get one, twenty two', () => {
    const rule: Promotion = {
      ...base,
      name: '买十送一',
      kind: 'gift',
      fromQuantity: decimal('10'),
      repeats: true,
      gifts: [{ item: 'cup', quantity: decimal('1') }],
    }
    const { gifts, notes } = applyPromotions([line('a', '25', '250')], [rule], today)
    expect(gifts.map((gift) => [gift.item, gift.quantity.toString()])).toEqual([['cup', '2']])
    expect(notes).toEqual(['买十送一'])
  })

  test('a set has its own price for as many whole sets as there are', () => {
    const bundle = {
      kind: 'bundle',
      name: '套装',
      bundlePrice: decimal('100'),
      scope: [
        { item: 'a', category: null, quantity: decimal('1') },
        { item: 'b', category: null, quantity: decimal('2') },
      ],
    } as const
    // Two sets of 80 + 2 × 30 = 140 cost 200; the third a and the fifth b are outside.
    const lines = [line('a', '3', '240'), line('b', '5', '150')]
    expect(offs(lines, bundle)).toEqual(['45.71', '34.29'])
    expect(offs([line('a', '3', '240')], bundle)).toEqual(['0'])
  })
})

describe('整单优惠', () => {
  const amounts = [decimal('33.33'), decimal('66.66'), decimal('0.02')]
  const none = { percent: null, amount: null, roundDownTo: null }

  test('is spread in cents, and Σ lines = total', () => {
    const shares = spreadBillDiscount(amounts, { ...none, amount: decimal('1') })
    expect(sum(shares).toString()).toBe('1')
    expect(shares.map(String)).toEqual(['0.33', '0.67', '0'])
  })

  test('抹零 takes the total down to whole tenths or yuan', () => {
    const rest = (step: string) =>
      sum(spreadBillDiscount(amounts, { ...none, roundDownTo: roundDownSteps[step] ?? null }))
    expect(rest('jiao').toString()).toBe('0.01')
    const tenths = spreadBillDiscount([decimal('10.19')], { ...none, roundDownTo: decimal('0.1') })
    expect(tenths.map(String)).toEqual(['0.09'])
  })

  test('never takes off more than there is', () => {
    expect(sum(spreadBillDiscount(amounts, { ...none, amount: decimal('500') })).toString()).toBe('100.01')
  })
})
