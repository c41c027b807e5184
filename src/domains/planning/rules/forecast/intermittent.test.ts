import { describe, expect, test } from 'vitest'
import { croston, demandPattern, expectedBy, sba, tsb } from './intermittent.ts'
import { lubricant } from './testing/known-series.ts'

describe('sporadic demand', () => {
  test('of the lubricant is 2.750 every 2.793 months, 0.985 a month, by Croston in fpp2 13.2', () => {
    expect(expectedBy('croston', lubricant, [0.1])).toBeCloseTo(2.75 / 2.793, 3)
  })

  test('is Croston’s less a part of α/2 by Syntetos and Boylan', () => {
    expect(expectedBy('sba', lubricant, [0.1])).toBeCloseTo(0.95 * expectedBy('croston', lubricant, [0.1]), 12)
  })

  test('keeps its size and loses its chance by Teunter, Syntetos and Babai, worked by hand', () => {
    // Two of four months sold: the chance begins at ½, then 0.4, 0.52, 0.416, 0.5328; the size at 10, then 10 + 0.5·(6 − 10).
    expect(expectedBy('tsb', [0, 10, 0, 6], [0.5, 0.2])).toBeCloseTo(0.5328 * 8, 12)
    // Two more without a sale: it begins at ⅓, then 0.2667, 0.4133, 0.3307, 0.4645, 0.3716, 0.2973.
    expect(expectedBy('tsb', [0, 10, 0, 6, 0, 0], [0.5, 0.2])).toBeCloseTo(0.2973 * 8, 3)
    // Croston's does not see that nothing was sold since.
    expect(expectedBy('croston', [0, 10, 0, 6, 0, 0], [0.5])).toBe(expectedBy('croston', [0, 10, 0, 6], [0.5]))
  })

  test('is told apart from demand that comes every month, by Syntetos, Boylan and Croston’s limits 1.32 and 0.49', () => {
    expect(demandPattern(lubricant)).toBe('lumpy')
    expect(demandPattern([0, 5, 0, 5, 0, 5])).toBe('intermittent')
    expect(demandPattern([5, 6, 4, 5, 6])).toBe('smooth')
    expect(demandPattern([1, 30, 2, 1, 40])).toBe('erratic')
    expect(demandPattern([0, 0, 0])).toBe('none')
    // 4 demands in 5 months are one in 1.25.
    expect(demandPattern([5, 5, 0, 5, 5])).toBe('smooth')
  })

  test('has one rate for all months to come, which grows less certain', () => {
    for (const method of [croston, sba, tsb]) {
      const { points, variances } = method.fit(lubricant, 12).ahead(lubricant, 3)
      expect(new Set(points).size).toBe(1)
      expect(variances[2]).toBeGreaterThan(variances[0] ?? 0)
    }
  })
})
