import { isKnown, meanOf } from './method.ts'
import type { ForecastMethod, Series } from './method.ts'

const varianceAround = (values: Series, expected: (index: number) => number): number =>
  meanOf(values.map((value, index) => (value - expected(index)) ** 2))

/** 平均 of the last year, or of what there is: what is left to say of a short history. */
export const mean: ForecastMethod = {
  name: 'mean',
  least: () => 1,
  fit: (_history, season) => ({
    parameters: {},
    ahead: (history, horizon) => {
      const last = history.slice(-season)
      const expected = meanOf(last)
      const variance = varianceAround(last, () => expected)
      const spread = 1 + 1 / Math.max(1, last.filter(isKnown).length)
      return {
        points: Array.from({ length: horizon }, () => expected),
        variances: Array.from({ length: horizon }, () => variance * spread),
      }
    },
  }),
}

/** The value a whole number of seasons before, of the last season in which it is known. */
const seasonsBefore = (history: Series, index: number, season: number): number => {
  for (let at = index - season; at >= 0; at -= season) {
    const value = history[at] ?? Number.NaN
    if (isKnown(value)) return value
  }
  return Number.NaN
}

/** 去年同期: every period is as it was a year before; the measure that others have to beat. */
export const seasonalNaive: ForecastMethod = {
  name: 'seasonalNaive',
  least: (season) => season + 1,
  fit: (_fit, season) => ({
    parameters: {},
    ahead: (history, horizon) => {
      const usual = meanOf(history.slice(-season))
      const known = (value: number) => (isKnown(value) ? value : usual)
      const points = Array.from({ length: horizon }, (_one, ahead) =>
        known(seasonsBefore(history, history.length + (ahead % season), season)),
      )
      const variance = varianceAround(history, (index) => seasonsBefore(history, index, season))
      return { points, variances: points.map((_one, ahead) => variance * (Math.floor(ahead / season) + 1)) }
    },
  }),
}
