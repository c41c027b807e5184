import { backTest, originsOf } from './back-test.ts'
import type { ForecastErrors } from './back-test.ts'
import { croston, demandPattern, sba, tsb } from './intermittent.ts'
import type { DemandPattern } from './intermittent.ts'
import type { ForecastMethod, MethodName, Series } from './method.ts'
import { mean, seasonalNaive } from './plain-methods.ts'
import { dampedTrend, holt, holtWinters, seasonalSmoothing, simpleSmoothing } from './smoothing.ts'

/** One method as it did in the back-test. */
export interface Tried {
  readonly method: MethodName
  readonly errors: ForecastErrors
}

/** One period to come: what is expected, and between which bounds it lies in eight cases of ten. */
export interface Expected {
  readonly point: number
  readonly low: number
  readonly high: number
}

export interface DemandForecast {
  readonly method: MethodName
  readonly parameters: Readonly<Record<string, number>>
  readonly pattern: DemandPattern
  readonly ahead: readonly Expected[]
  /** The back-test of the method that was taken; undefined where the history is too short for one. */
  readonly errors: ForecastErrors | undefined
  /** All that were tried, the best first. */
  readonly tried: readonly Tried[]
}

/** The normal quantile of an interval of 80 %. */
const eightInTen = 1.281_551_565_5

const steady: readonly ForecastMethod[] = [
  simpleSmoothing,
  mean,
  dampedTrend,
  holt,
  seasonalNaive,
  seasonalSmoothing,
  holtWinters,
]
const sporadic: readonly ForecastMethod[] = [sba, croston, tsb, mean]

const isSporadic = (pattern: DemandPattern): boolean => pattern === 'intermittent' || pattern === 'lumpy'

/** Absolute errors call for the median, which of sporadic demand is zero; squared ones call for the mean, which is bought. */
const scoreOf = (errors: ForecastErrors, pattern: DemandPattern): number =>
  (isSporadic(pattern) ? errors.rmsse : errors.mase) ?? errors.wape ?? Number.POSITIVE_INFINITY

/** What was sold before the first sale is not history. */
const sinceFirstSale = (history: Series): Series => {
  const first = history.findIndex((demand) => demand > 0)
  return first < 0 ? [] : history.slice(first)
}

const nothing = (horizon: number): DemandForecast => ({
  method: 'mean',
  parameters: {},
  pattern: 'none',
  ahead: Array.from({ length: horizon }, () => ({ point: 0, low: 0, high: 0 })),
  errors: undefined,
  tried: [],
})

/**
 * 销量预测 of one item: the methods that suit how its demand comes are back-tested on its own history, and the one that was
 * least off is fitted to all of it. Equal errors go to the simpler method. Never below zero.
 */
export const forecastDemand = (given: Series, horizon: number, season = 12): DemandForecast => {
  const history = sinceFirstSale(given)
  if (history.length === 0) return nothing(horizon)
  const pattern = demandPattern(history)
  const candidates = isSporadic(pattern) ? sporadic : steady
  const origins = originsOf(history.length)
  const tried = candidates
    .flatMap((method) => {
      const errors = backTest(method, history, season, origins)
      return errors === undefined ? [] : [{ method, errors }]
    })
    .toSorted((one, other) => scoreOf(one.errors, pattern) - scoreOf(other.errors, pattern))
  const [best] = tried
  const method = best?.method ?? mean
  const fitted = method.fit(history, season)
  const { points, variances } = fitted.ahead(history, horizon)
  return {
    method: method.name,
    parameters: fitted.parameters,
    pattern,
    ahead: points.map((point, index) => {
      const half = eightInTen * Math.sqrt(variances[index] ?? 0)
      return { point: Math.max(0, point), low: Math.max(0, point - half), high: Math.max(0, point + half) }
    }),
    errors: best?.errors,
    tried: tried.map((one) => ({ method: one.method.name, errors: one.errors })),
  }
}
