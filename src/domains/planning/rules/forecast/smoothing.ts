import { isKnown, meanOf } from './method.ts'
import type { FittedMethod, ForecastMethod, MethodName, Prediction, Series } from './method.ts'
import { minimize } from './minimize.ts'

/**
 * Exponential smoothing with additive errors (Hyndman, Koehler, Ord and Snyder 2008, chapter 2; fpp2 chapter 7):
 *   expected = level + φ·trend + season,  error = demand − expected
 *   level ← level + φ·trend + α·error,  trend ← φ·trend + β·error,  season ← season + γ·error
 */
interface Weights {
  readonly alpha: number
  readonly beta: number
  readonly gamma: number
  readonly phi: number
}

interface Shape {
  readonly name: MethodName
  readonly trend: 'none' | 'linear' | 'damped'
  readonly isSeasonal: boolean
}

/** Where smoothing begins. `season` is the deviation of each place in the year, the first of the history first. */
interface Beginning {
  readonly level: number
  readonly trend: number
  readonly season: readonly number[]
}

interface End extends Beginning {
  readonly squares: number
  readonly count: number
}

/** Runs through a history from a beginning. What is not known changes nothing but the time. */
const smooth = (history: Series, weights: Weights, from: Beginning): End => {
  const { alpha, beta, gamma, phi } = weights
  const season = [...from.season]
  const length = season.length
  let { level, trend } = from
  let squares = 0
  let count = 0
  for (let index = 0; index < history.length; index += 1) {
    const place = length === 0 ? 0 : index % length
    const base = level + phi * trend
    const demand = history[index] ?? Number.NaN
    const error = Number.isNaN(demand) ? 0 : demand - base - (season[place] ?? 0)
    if (!Number.isNaN(demand)) {
      squares += error * error
      count += 1
    }
    level = base + alpha * error
    trend = phi * trend + beta * error
    if (length > 0) season[place] = (season[place] ?? 0) + gamma * error
  }
  const turn = length === 0 ? 0 : history.length % length
  return { level, trend, season: [...season.slice(turn), ...season.slice(0, turn)], squares, count }
}

interface Profile {
  readonly squares: number
  readonly level: number
  readonly trend: number
}

/**
 * The best first level and trend for given weights, and the sum of squares that is left. Errors are linear in both, so one run
 * that carries the response to each beside the errors themselves gives the least squares at once.
 */
const profile = (history: Series, weights: Weights, season: readonly number[], hasTrend: boolean): Profile => {
  const { alpha, beta, gamma, phi } = weights
  const length = season.length
  // Three runs side by side, in plain variables: this is asked some hundred times an item.
  const waves = Float64Array.from(season)
  const levelWaves = new Float64Array(length)
  const trendWaves = new Float64Array(length)
  let level0 = 0
  let level1 = 1
  let level2 = 0
  let trend0 = 0
  let trend1 = 0
  let trend2 = 1
  let s00 = 0
  let s01 = 0
  let s02 = 0
  let s11 = 0
  let s12 = 0
  let s22 = 0
  let place = 0
  for (let index = 0; index < history.length; index += 1) {
    const demand = history[index] ?? Number.NaN
    const base0 = level0 + phi * trend0
    const base1 = level1 + phi * trend1
    const base2 = level2 + phi * trend2
    let error0 = 0
    let error1 = 0
    let error2 = 0
    if (!Number.isNaN(demand)) {
      error0 = demand - base0 - (length === 0 ? 0 : (waves[place] ?? 0))
      error1 = -base1 - (length === 0 ? 0 : (levelWaves[place] ?? 0))
      error2 = hasTrend ? -base2 - (length === 0 ? 0 : (trendWaves[place] ?? 0)) : 0
      s00 += error0 * error0
      s01 += error0 * error1
      s11 += error1 * error1
      s02 += error0 * error2
      s12 += error1 * error2
      s22 += error2 * error2
    }
    level0 = base0 + alpha * error0
    level1 = base1 + alpha * error1
    level2 = base2 + alpha * error2
    trend0 = phi * trend0 + beta * error0
    trend1 = phi * trend1 + beta * error1
    trend2 = phi * trend2 + beta * error2
    if (length === 0) continue
    waves[place] = (waves[place] ?? 0) + gamma * error0
    levelWaves[place] = (levelWaves[place] ?? 0) + gamma * error1
    trendWaves[place] = (trendWaves[place] ?? 0) + gamma * error2
    place = place + 1 === length ? 0 : place + 1
  }
  // The run of errors began at zero; a beginning of (level, trend) adds that many of the other two.
  const determinant = s11 * s22 - s12 * s12
  if (!hasTrend || Math.abs(determinant) < 1e-12 * s11 * s22) {
    const level = s11 === 0 ? 0 : -s01 / s11
    return { squares: s00 + level * s01, level, trend: 0 }
  }
  const level = (-s01 * s22 + s02 * s12) / determinant
  const trend = (-s02 * s11 + s01 * s12) / determinant
  return { squares: s00 + level * s01 + trend * s02, level, trend }
}

/** The first season: how each place in the year stands to its year, of the years that are whole, adding up to nothing. */
const firstSeason = (history: Series, length: number): number[] => {
  const years = Math.min(3, Math.floor(history.length / length))
  const deviations = Array.from({ length }, (_one, place) =>
    meanOf(
      Array.from({ length: years }, (_year, year) => {
        const own = history.slice(year * length, (year + 1) * length)
        return (own[place] ?? Number.NaN) - meanOf(own)
      }),
    ),
  )
  const over = meanOf(deviations)
  return deviations.map((one) => one - over)
}

const least = 0.0001

/** The weights that are searched for: α always, then β as a part of α, γ as a part of 1 − α, and φ, as the shape has them. */
const weightsAt = (shape: Shape, at: readonly number[]): Weights => {
  const alpha = at[0] ?? least
  const hasTrend = shape.trend !== 'none'
  const beta = hasTrend ? (at[1] ?? 0) * alpha : 0
  const gamma = shape.isSeasonal ? (at[hasTrend ? 2 : 1] ?? 0) * (1 - alpha) : 0
  const phi = shape.trend === 'damped' ? (at.at(-1) ?? 1) : hasTrend ? 1 : 0
  return { alpha, beta, gamma, phi }
}

const searchOf = (shape: Shape) => {
  const sides = [
    [0.3, least, 1 - least],
    ...(shape.trend === 'none' ? [] : [[0.05, least, 1 - least]]),
    ...(shape.isSeasonal ? [[0.3, least, 1 - least]] : []),
    ...(shape.trend === 'damped' ? [[0.95, 0.8, 0.98]] : []),
  ]
  const column = (index: number) => sides.map((side) => side[index] ?? 0)
  return { start: column(0), lower: column(1), upper: column(2), evaluations: 40 * sides.length }
}

/** By how much the error of a period h ahead varies, in units of σ²: 1 + Σ (α + β·φ_j + γ·[j is a whole year])². */
const spread = ({ alpha, beta, gamma, phi }: Weights, season: number, horizon: number): number[] => {
  const spreads: number[] = []
  let sum = 1
  let damping = 0
  for (let ahead = 1; ahead <= horizon; ahead += 1) {
    spreads.push(sum)
    damping = phi * (1 + damping)
    const wave = season > 0 && ahead % season === 0 ? gamma : 0
    sum += (alpha + beta * damping + wave) ** 2
  }
  return spreads
}

const predict = (end: End, weights: Weights, degrees: number, horizon: number): Prediction => {
  const variance = end.squares / Math.max(1, end.count - degrees)
  let damping = 0
  const points = Array.from({ length: horizon }, (_one, index) => {
    damping = weights.phi * (1 + damping)
    const wave = end.season.length === 0 ? 0 : (end.season[index % end.season.length] ?? 0)
    return end.level + damping * end.trend + wave
  })
  return { points, variances: spread(weights, end.season.length, horizon).map((one) => one * variance) }
}

const fit = (shape: Shape, history: Series, length: number): FittedMethod => {
  const season = shape.isSeasonal ? firstSeason(history, length) : []
  const hasTrend = shape.trend !== 'none'
  const search = searchOf(shape)
  const found = minimize((at) => profile(history, weightsAt(shape, at), season, hasTrend).squares, search)
  const weights = weightsAt(shape, found.at)
  const { level, trend } = profile(history, weights, season, hasTrend)
  const degrees = search.start.length + (hasTrend ? 2 : 1) + Math.max(0, season.length - 1)
  const { alpha, beta, gamma, phi } = weights
  return {
    parameters: { alpha, ...(hasTrend ? { beta, phi } : {}), ...(shape.isSeasonal ? { gamma } : {}), level, trend },
    ahead: (longer, horizon) => predict(smooth(longer, weights, { level, trend, season }), weights, degrees, horizon),
  }
}

const twoYears = (season: number): number => (season > 1 ? 2 * season : Number.POSITIVE_INFINITY)

const smoothing = (shape: Shape, needed: (season: number) => number): ForecastMethod => ({
  name: shape.name,
  least: needed,
  fit: (history, season) => fit(shape, history, season),
})

/** 简单指数平滑: a level that moves. */
export const simpleSmoothing = smoothing({ name: 'simple', trend: 'none', isSeasonal: false }, () => 4)
/** Holt 线性趋势. */
export const holt = smoothing({ name: 'holt', trend: 'linear', isSeasonal: false }, () => 8)
/** 阻尼趋势: a trend that dies down, the safest of all over many series (Gardner and McKenzie 1985). */
export const dampedTrend = smoothing({ name: 'damped', trend: 'damped', isSeasonal: false }, () => 10)
/** A level that moves, and a year that repeats. */
export const seasonalSmoothing = smoothing({ name: 'seasonal', trend: 'none', isSeasonal: true }, twoYears)
/** Holt-Winters 加法: trend and year (Winters 1960). */
export const holtWinters = smoothing({ name: 'holtWinters', trend: 'linear', isSeasonal: true }, twoYears)

/** One-step errors of a fitted method over a history, for those who judge the fit itself. */
export const errorsOf = (fitted: FittedMethod, history: Series, from: number): number[] =>
  history
    .map((demand, index) =>
      index < from ? Number.NaN : demand - (fitted.ahead(history.slice(0, index), 1).points[0] ?? 0),
    )
    .filter(isKnown)
