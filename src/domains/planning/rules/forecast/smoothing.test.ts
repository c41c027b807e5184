import { describe, expect, test } from 'vitest'
import { airPassengers, oil, visitorNights } from './testing/known-series.ts'
import { errorsAgainst } from './back-test.ts'
import { dampedTrend, errorsOf, holt, holtWinters, seasonalSmoothing, simpleSmoothing } from './smoothing.ts'
import { minimize } from './minimize.ts'

const eighty = 1.2815515655

const rounded = (values: readonly number[], places = 2) => values.map((value) => Number(value.toFixed(places)))

describe('exponential smoothing', () => {
  test('of the oil series finds the weight, level, forecast and intervals of fpp2 7.1', () => {
    const fitted = simpleSmoothing.fit(oil, 1)
    expect(fitted.parameters['alpha']).toBeCloseTo(0.8339, 1)
    expect(fitted.parameters['level']).toBeCloseTo(446.5868, 0)
    const { points, variances } = fitted.ahead(oil, 5)
    const low = points.map((point, index) => point - eighty * Math.sqrt(variances[index] ?? 0))
    for (const point of points) expect(Math.abs(point - 542.6806)).toBeLessThan(0.05)
    const book = [504.4541, 492.9073, 483.5747, 475.5269, 468.3452]
    low.forEach((bound, index) => expect(Math.abs(bound - (book[index] ?? 0))).toBeLessThan(0.3))
  })

  test('of the oil series is off inside it as fpp2 says: MAE 22.26, RMSE 28.12, MASE 0.93', () => {
    const fitted = simpleSmoothing.fit(oil, 1)
    const misses = errorsOf(fitted, oil, 0)
    const root = Math.sqrt(misses.reduce((sum, miss) => sum + miss * miss, 0) / misses.length)
    expect(rounded([root], 1)).toEqual([28.1])
    const pairs = oil.map((demand, index) => ({ demand, forecast: demand - (misses[index] ?? 0) }))
    expect(rounded([errorsAgainst(pairs, oil, 1).mase ?? 0])).toEqual([0.93])
  })

  test('with a trend follows the air passengers as Holt’s method does in fpp2 7.2', () => {
    const book = [74.6, 76.7, 78.8, 80.91, 83.01]
    const { points } = holt.fit(airPassengers, 1).ahead(airPassengers, 5)
    points.forEach((point, index) => expect(Math.abs(point - (book[index] ?? 0))).toBeLessThan(0.15))
    // The book’s weights (0.8321, 0.0001) are one of several low places; ours is no higher.
    const misses = errorsOf(holt.fit(airPassengers, 1), airPassengers, 0)
    const level = { alpha: 0.8321, level: 15.57, trend: 2.102 }
    let [at, squares] = [level.level, 0]
    for (const demand of airPassengers) {
      const error = demand - at - level.trend
      squares += error * error
      at += level.trend + level.alpha * error
    }
    expect(misses.reduce((sum, miss) => sum + miss * miss, 0)).toBeLessThan(1.001 * squares)
  })

  test('with a damped trend grows by less each year', () => {
    const { points } = dampedTrend.fit(airPassengers, 1).ahead(airPassengers, 10)
    const steps = points.slice(1).map((point, index) => point - (points[index] ?? 0))
    steps.slice(1).forEach((step, index) => expect(step).toBeLessThan(steps[index] ?? 0))
  })

  test('with a year of quarters follows the visitor nights as Holt-Winters does in fpp2 7.3', () => {
    const book = [76.1, 51.6, 63.97, 68.37, 78.9, 54.41, 66.77, 71.18]
    const { points } = holtWinters.fit(visitorNights, 4).ahead(visitorNights, 8)
    points.forEach((point, index) => expect(Math.abs(point / (book[index] ?? 1) - 1)).toBeLessThan(0.005))
    const fitted = seasonalSmoothing.fit(visitorNights, 4).ahead(visitorNights, 8)
    expect(fitted.points.slice(0, 4)).toEqual(fitted.points.slice(4))
  })

  test('keeps its level through what is not known', () => {
    const gap = [...oil.slice(0, 17), Number.NaN]
    const fitted = simpleSmoothing.fit(gap, 1)
    expect(fitted.ahead(gap, 1).points[0]).toBeCloseTo(fitted.ahead(oil.slice(0, 17), 1).points[0] ?? 0, 6)
  })
})

test('the downhill simplex finds the bottom of a narrow valley, and stays inside its box', () => {
  const valley = ([x = 0, y = 0]: readonly number[]) => (1 - x) ** 2 + 100 * (y - x * x) ** 2
  const found = minimize(valley, { start: [-1, 1], lower: [-2, -2], upper: [2, 2], evaluations: 400, tolerance: 1e-10 })
  expect(rounded(found.at)).toEqual([1, 1])
  const side = minimize(([x = 0]) => x, { start: [3], lower: [1], upper: [5], evaluations: 60 })
  expect(side.at[0]).toBeCloseTo(1, 3)
})
