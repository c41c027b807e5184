import { describe, expect, test } from 'vitest'
import { backTest, errorsAgainst, originsOf } from './back-test.ts'
import { forecastDemand } from './forecast-demand.ts'
import { mean, seasonalNaive } from './plain-methods.ts'
import { simpleSmoothing } from './smoothing.ts'
import { airPassengers, lubricant, visitorNights } from './testing/known-series.ts'
import { uncensored } from './uncensored.ts'

const year = [30, 28, 35, 40, 52, 60, 66, 61, 50, 41, 33, 31]
const years = (count: number, growth = 0) =>
  Array.from({ length: 12 * count }, (_one, month) => (year[month % 12] ?? 0) + growth * month)

describe('forecast errors', () => {
  test('scale the mean absolute error by the naive one, worked by hand', () => {
    // Off by 2, 0 and 4, mean 2; the history moved by 1, 3 and 2, mean 2.
    const pairs = [
      { forecast: 12, demand: 10 },
      { forecast: 10, demand: 10 },
      { forecast: 6, demand: 10 },
    ]
    const errors = errorsAgainst(pairs, [5, 6, 3, 5], 12)
    expect(errors.mase).toBe(1)
    expect(errors.wape).toBe(0.2)
    expect(errors.bias).toBeCloseTo(-2 / 30, 12)
    expect(errors.rmsse).toBeCloseTo(Math.sqrt(20 / 3) / Math.sqrt(14 / 3), 12)
    expect(errorsAgainst(pairs, [5, 5, 5], 12).mase).toBeNull()
  })

  test('never use what came after the origin', () => {
    const origins = originsOf(24)
    expect(origins).toEqual({ count: 6, horizon: 3 })
    const before = years(2).slice(0, 18)
    const one = backTest(simpleSmoothing, [...before, 1, 2, 3, 4, 5, 6], 12, { count: 6, horizon: 1 })
    const other = backTest(simpleSmoothing, [...before, 1, 2, 3, 4, 5, 600], 12, { count: 6, horizon: 1 })
    // Only what the last month itself was differs: 594 more in one of six months.
    expect(((other?.wape ?? 0) * 615 - (one?.wape ?? 0) * 21) / 6).not.toBeNaN()
    const first = simpleSmoothing.fit(before, 12).parameters
    expect(simpleSmoothing.fit(before, 12).parameters).toEqual(first)
  })
})

describe('the forecast of an item', () => {
  test('takes the method that was least off when looking back, and says what else was tried', () => {
    const seasonal = forecastDemand(years(3), 12)
    expect(
      seasonal.method === 'seasonalNaive' || seasonal.method === 'seasonal' || seasonal.method === 'holtWinters',
    ).toBe(true)
    expect(seasonal.ahead.map(({ point }) => Math.round(point))).toEqual(year)
    const scores = seasonal.tried.map((one) => one.errors.mase ?? 0)
    expect(scores).toEqual(scores.toSorted((a, b) => a - b))
    expect(seasonal.tried.map((one) => one.method)).toContain('simple')
    const nights = forecastDemand(visitorNights, 4, 4)
    expect(nights.method).toBe('holtWinters')
    expect(nights.errors?.wape).toBeLessThan(0.06)
    expect(['holt', 'damped', 'simple']).toContain(forecastDemand(airPassengers, 3, 1).method)
  })

  test('beats the year before where sales grow', () => {
    const growing = forecastDemand(years(3, 1), 6)
    const naive = growing.tried.find((one) => one.method === 'seasonalNaive')
    expect(growing.errors?.mase).toBeLessThan(naive?.errors.mase ?? 0)
  })

  test('of sporadic demand comes from methods made for it, and is never below zero', () => {
    const { method, pattern, ahead, tried } = forecastDemand(lubricant, 6)
    expect(pattern).toBe('lumpy')
    expect(['mean', 'sba', 'croston', 'tsb']).toContain(method)
    expect(tried.map((one) => one.method).toSorted()).toEqual(['croston', 'mean', 'sba', 'tsb'])
    for (const { low, point, high } of ahead) {
      expect(low).toBeGreaterThanOrEqual(0)
      expect(point).toBeGreaterThan(0)
      expect(high).toBeGreaterThan(point)
    }
  })

  test('of a short history is its mean, without a measured error', () => {
    const short = forecastDemand([0, 0, 8, 12], 2)
    expect(short).toMatchObject({ method: 'mean', errors: undefined, tried: [] })
    expect(short.ahead.map(({ point }) => point)).toEqual([10, 10])
    expect(forecastDemand([0, 0], 1)).toMatchObject({ pattern: 'none', ahead: [{ point: 0, low: 0, high: 0 }] })
  })

  test('lies in its interval about eight times in ten', () => {
    let inside = 0
    for (let item = 0; item < 200; item += 1) {
      let seed = item + 1
      const chance = () => {
        seed = (seed * 48_271) % 2_147_483_647
        return seed / 2_147_483_647
      }
      const demand = Array.from({ length: 31 }, () => 100 + (chance() + chance() + chance() - 1.5) * 20)
      const [next] = forecastDemand(demand.slice(0, 30), 1).ahead
      const truth = demand[30] ?? 0
      if (next !== undefined && truth >= next.low && truth <= next.high) inside += 1
    }
    expect(inside).toBeGreaterThan(140)
    expect(inside).toBeLessThan(180)
  })
})

describe('plain methods', () => {
  test('repeat the year before, and look a year further back where it is not known', () => {
    const history = [...years(2).slice(0, 23), Number.NaN]
    const { points } = seasonalNaive.fit(history, 12).ahead(history, 14)
    expect(points).toEqual([...year, year[0], year[1]])
    expect(mean.fit([2, 4], 12).ahead([2, Number.NaN, 4], 1).points).toEqual([3])
  })
})

test('a month that was partly out of stock counts at its pace, one that mostly was is not known', () => {
  expect(
    uncensored([
      { sold: 10, inStock: 1 },
      { sold: 6, inStock: 0.6 },
      { sold: 4, inStock: 0.4 },
      { sold: -2, inStock: 1 },
    ]),
  ).toEqual([10, 10, Number.NaN, 0])
  // Bought to order: the shelf is always empty.
  expect(
    uncensored([
      { sold: 10, inStock: 0.1 },
      { sold: 12, inStock: 0 },
      { sold: 8, inStock: 1 },
    ]),
  ).toEqual([10, 12, 8])
})
