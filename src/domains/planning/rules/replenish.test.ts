import { describe, expect, test } from 'vitest'
import { decimal } from '../../../base/decimal.ts'
import { reasonOf, replenish } from './replenish.ts'
import type { ItemHistory } from './replenish.ts'

const pen: ItemHistory = {
  sold: decimal(270),
  days: 90,
  leadDays: 7,
  coverDays: 30,
  safetyStock: decimal(20),
  minimum: null,
  maximum: null,
  onHand: decimal(40),
  inTransit: decimal(0),
  requested: decimal(0),
  demand: decimal(5),
  frozen: decimal(0),
  forecast: null,
  minimumOrder: null,
  orderMultiple: null,
}
const figures = (item: ItemHistory) => {
  const { daily, reorderPoint, target, available, wanted, quantity } = replenish(item)
  return [daily, reorderPoint, target, available, wanted, quantity].map(String).join(' ')
}

describe('replenishment', () => {
  test('buys at the reorder point, enough for the lead time, the days to cover and the safety stock', () => {
    // 3 a day: reorder at 3 × 7 + 20 = 41, up to 3 × 37 + 20 = 131; available 40 − 5 = 35.
    expect(figures(pen)).toBe('3 41 131 35 96 96')
    expect(figures({ ...pen, onHand: decimal(47) })).toBe('3 41 131 42 0 0')
  })

  test('counts what is on the way and what is asked for already', () => {
    expect(figures({ ...pen, inTransit: decimal(4), requested: decimal(3) })).toBe('3 41 131 42 0 0')
  })

  test('keeps the least and the most of the item, the least order and its steps', () => {
    expect(figures({ ...pen, minimum: decimal(60), onHand: decimal(60) })).toBe('3 60 131 55 76 76')
    expect(figures({ ...pen, maximum: decimal(100) })).toBe('3 41 100 35 65 65')
    expect(figures({ ...pen, minimumOrder: decimal(100), orderMultiple: decimal(24) })).toBe('3 41 131 35 96 120')
  })

  test('buys nothing of what does not sell, but what is promised and not there', () => {
    const still = { ...pen, sold: decimal(-2), safetyStock: decimal(0) }
    expect(figures({ ...still, onHand: decimal(5) })).toBe('0 0 0 0 0 0')
    expect(figures({ ...still, onHand: decimal(2) })).toBe('0 0 0 -3 3 3')
  })

  test('tells why, in figures', () => {
    const item = { ...pen, minimumOrder: decimal(100), orderMultiple: decimal(24) }
    expect(reasonOf(item, replenish(item))).toBe(
      '近90天销 270，日均 3；补货点 41＝日均×提前期 7 天＋安全库存 20；可用 35＝现存 40＋在途 0＋已申请 0－待发 5；补到 131，缺 96；按起订量 100、倍数 24取 120',
    )
  })
})
