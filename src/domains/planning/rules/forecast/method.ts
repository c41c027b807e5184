/**
 * Demand of one item, period by period. Forecasts are estimates, so these are JavaScript's numbers and become decimals where
 * they leave. NaN stands for a period whose demand is not known, because there was nothing to sell.
 */
export type Series = readonly number[]

/** What is expected of the periods after a history, and how far it may be off: the variance of each period's error. */
export interface Prediction {
  readonly points: readonly number[]
  readonly variances: readonly number[]
}

/** A method with the parameters found on some history; it may look ahead from that history or a longer one. */
export interface FittedMethod {
  readonly parameters: Readonly<Record<string, number>>
  ahead(history: Series, horizon: number): Prediction
}

export interface ForecastMethod {
  readonly name: MethodName
  /** The periods of history without which it says nothing. */
  least(season: number): number
  fit(history: Series, season: number): FittedMethod
}

/** 预测方法, by the names of the literature. */
export const methodNames = {
  mean: '平均',
  seasonalNaive: '去年同期',
  simple: '简单指数平滑',
  damped: '阻尼趋势（Holt）',
  holt: '线性趋势（Holt）',
  seasonal: '季节指数平滑',
  holtWinters: '趋势加季节（Holt-Winters）',
  croston: 'Croston 间断需求',
  sba: 'SBA 间断需求',
  tsb: 'TSB 间断需求',
} as const
export type MethodName = keyof typeof methodNames

export const isKnown = (value: number): boolean => !Number.isNaN(value)

/** The mean of what is known; zero of nothing. */
export const meanOf = (values: Series): number => {
  let total = 0
  let count = 0
  for (const value of values) {
    if (Number.isNaN(value)) continue
    total += value
    count += 1
  }
  return count === 0 ? 0 : total / count
}
