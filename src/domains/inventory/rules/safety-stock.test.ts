import { describe, expect, test } from 'vitest'
import { decimal, round } from '../../../base/decimal.ts'
import { normalQuantile, safetyStock, spreadOf } from './safety-stock.ts'

describe('the inverse of the normal distribution', () => {
  /** Abramowitz and Stegun, Handbook of Mathematical Functions, table 26.5 and 26.6: the x of a share. */
  test.each([
    [0.5, 0],
    [0.75, 0.6744897502],
    [0.9, 1.2815515655],
    [0.95, 1.644853627],
    [0.975, 1.9599639845],
    [0.98, 2.0537489106],
    [0.99, 2.326347874],
    [0.999, 3.0902323062],
    [0.01, -2.326347874],
  ])('of %d is %d', (share, x) => {
    expect(normalQuantile(share)).toBeCloseTo(x, 7)
  })

  test('has no value at the ends', () => {
    expect(() => normalQuantile(1)).toThrow(/between 0 and 1/)
    expect(() => normalQuantile(0)).toThrow(/between 0 and 1/)
  })
})

/** Heizer and Render, Operations Management, probabilistic models of inventory: demand, its σ, lead time, its σ, service. */
describe('safety stock', () => {
  const of = (daily: number, deviation: number, lead: number, leadDeviation: number, service: number) =>
    safetyStock({
      daily: decimal(daily),
      dailyDeviation: decimal(deviation),
      leadDays: decimal(lead),
      leadDeviation: decimal(leadDeviation),
      servicePercent: decimal(service),
    })

  test('of demand that varies, in a lead time of two days: 1.28 × 5 × √2 = 9.05', () => {
    const found = of(15, 5, 2, 0, 90)
    expect(round(found.deviation, 2).toString()).toBe('7.07')
    expect(round(found.quantity, 1).toString()).toBe('9.1')
  })

  test('of a lead time that varies: 2.055 × 10 × 3 = 61.65', () => {
    expect(round(of(10, 0, 6, 3, 98).quantity, 1).toString()).toBe('61.6')
  })

  test('of both: √(5 × 16² + 150² × 1²) = 154, and 1.65 of them 254', () => {
    const found = of(150, 16, 5, 1, 95)
    expect(round(found.deviation, 0).toString()).toBe('154')
    expect(round(found.quantity, 0).toString()).toBe('254')
  })

  test('is nothing where nothing varies, and never negative', () => {
    expect(of(10, 0, 5, 0, 99).quantity.toString()).toBe('0')
    expect(of(10, 4, 5, 1, 20).quantity.toString()).toBe('0')
  })

  test('takes mean and deviation of the days of a sample', () => {
    // 2, 4, 4, 4, 5, 5, 7, 9: mean 5, the sum of squares 32.
    const days = [2, 4, 4, 4, 5, 5, 7, 9].map(decimal)
    const { mean, deviation } = spreadOf(days)
    expect(mean.toString()).toBe('5')
    expect(round(deviation.pow(2), 6).toString()).toBe('4.571429')
    expect(spreadOf([decimal(3)]).deviation.toString()).toBe('0')
  })
})
