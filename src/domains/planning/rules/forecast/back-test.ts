import { isKnown, meanOf } from './method.ts'
import type { ForecastMethod, Series } from './method.ts'

/** How far forecasts were off, where the truth is known by now. */
export interface ForecastErrors {
  /** Mean absolute error over that of the naive forecast inside the history (Hyndman and Koehler 2006); null where that is zero. */
  readonly mase: number | null
  /** Sum of absolute errors over the sum of demand, as a part; null where nothing was sold. */
  readonly wape: number | null
  /** Root of the mean squared error, scaled likewise: the measure for demand with many zeros, whose median is zero. */
  readonly rmsse: number | null
  /** On average too high or too low, as a part of demand. */
  readonly bias: number | null
}

const quotient = (part: number, whole: number): number | null => (whole > 0 ? part / whole : null)

/** Errors of a naive forecast inside a history: of the season before where there are two, else of the period before. */
const naiveErrors = (history: Series, season: number): number[] => {
  const lag = history.length >= 2 * season ? season : 1
  return history
    .slice(lag)
    .map((value, index) => value - (history[index] ?? Number.NaN))
    .filter(isKnown)
}

/** Measures forecasts against what came, scaled by the history before them. */
export const errorsAgainst = (
  pairs: readonly { readonly forecast: number; readonly demand: number }[],
  history: Series,
  season: number,
): ForecastErrors => {
  const known = pairs.filter(({ demand }) => isKnown(demand))
  const misses = known.map(({ forecast, demand }) => forecast - demand)
  const naive = naiveErrors(history, season)
  const absolute = meanOf(misses.map(Math.abs))
  const square = meanOf(misses.map((miss) => miss * miss))
  const demand = meanOf(known.map((pair) => pair.demand))
  return {
    mase: quotient(absolute, meanOf(naive.map(Math.abs))),
    rmsse: quotient(Math.sqrt(square), Math.sqrt(meanOf(naive.map((miss) => miss * miss)))),
    wape: quotient(absolute, demand),
    bias: demand > 0 ? meanOf(misses) / demand : null,
  }
}

/** From how many ends of the history back-tests look ahead, and how far. */
export interface Origins {
  readonly count: number
  readonly horizon: number
}

/** A third of the history at most, and never more than half a year of periods; nothing where there is too little. */
export const originsOf = (length: number): Origins => {
  const count = Math.min(6, Math.floor(length / 3))
  return { count, horizon: Math.min(3, count) }
}

/**
 * 回测 from a rolling origin (Tashman 2000): parameters are found before the first origin alone, then each later origin looks ahead
 * with what was known there, so that nothing is judged by what it had seen.
 */
export const backTest = (
  method: ForecastMethod,
  history: Series,
  season: number,
  { count, horizon }: Origins,
): ForecastErrors | undefined => {
  const first = history.length - count
  if (count === 0 || first < method.least(season)) return undefined
  const before = history.slice(0, first)
  const fitted = method.fit(before, season)
  const pairs: { forecast: number; demand: number }[] = []
  for (let origin = first; origin < history.length; origin += 1) {
    const steps = Math.min(horizon, history.length - origin)
    const { points } = fitted.ahead(history.slice(0, origin), steps)
    points.forEach((point, ahead) => {
      pairs.push({ forecast: Math.max(0, point), demand: history[origin + ahead] ?? Number.NaN })
    })
  }
  return errorsAgainst(pairs, before, season)
}
