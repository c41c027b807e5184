import { isKnown, meanOf } from './method.ts'
import type { FittedMethod, ForecastMethod, Prediction, Series } from './method.ts'

/** What was sold when something was, and how many periods lay between. */
interface Demands {
  readonly sizes: readonly number[]
  readonly intervals: readonly number[]
}

const demandsIn = (history: Series): Demands => {
  const sizes: number[] = []
  const intervals: number[] = []
  let since = 0
  for (const demand of history) {
    if (!isKnown(demand)) continue
    since += 1
    if (demand <= 0) continue
    sizes.push(demand)
    intervals.push(since)
    since = 0
  }
  return { sizes, intervals }
}

interface Run {
  /** What is expected of a period after the history. */
  readonly expected: number
  /** The mean square of one-step errors, from the second demand on. */
  readonly square: number
}

/** A method's walk through a history with given weights: what it takes in, and what it expects then. */
interface Walk {
  readonly take: (demand: number) => void
  readonly expects: () => number
}

type Begin = (weights: readonly number[], history: Series) => Walk

const run = (begin: Begin, history: Series, weights: readonly number[]): Run => {
  const { take, expects } = begin(weights, history)
  let total = 0
  let count = 0
  let begun = false
  for (const demand of history) {
    if (!isKnown(demand)) continue
    if (begun) {
      total += (demand - expects()) ** 2
      count += 1
    }
    take(demand)
    begun ||= demand > 0
  }
  return { expected: expects(), square: count === 0 ? 0 : total / count }
}

/** Croston's sizes and intervals; `part` of their quotient is expected. */
const crostonWalk =
  (part: (alpha: number) => number): Begin =>
  ([alpha = 0.1]) => {
    let size = 0
    let interval = 0
    let since = 0
    return {
      take: (demand) => {
        since += 1
        if (demand <= 0) return
        size = interval === 0 ? demand : size + alpha * (demand - size)
        interval = interval === 0 ? since : interval + alpha * (since - interval)
        since = 0
      },
      expects: () => (interval === 0 ? 0 : (part(alpha) * size) / interval),
    }
  }

/**
 * Teunter, Syntetos and Babai 2011: the chance of a demand is smoothed in every period, so that what is no longer wanted fades
 * away, and the size whenever there is one. It begins with the first size and the share of the first year's periods with demand.
 */
const tsbWalk: Begin = ([alpha = 0.1, beta = 0.1], history) => {
  const start = history.filter(isKnown).slice(0, 12)
  let chance = start.length === 0 ? 0 : start.filter((demand) => demand > 0).length / start.length
  let size = 0
  return {
    take: (demand) => {
      chance += beta * ((demand > 0 ? 1 : 0) - chance)
      if (demand > 0) size = size === 0 ? demand : size + alpha * (demand - size)
    },
    expects: () => chance * size,
  }
}

const predict = ({ expected, square }: Run, alpha: number, horizon: number): Prediction => ({
  points: Array.from({ length: horizon }, () => expected),
  // The level itself moves by its weight in each period, as under simple smoothing.
  variances: Array.from({ length: horizon }, (_one, ahead) => square * (1 + ahead * alpha ** 2)),
})

/** What a method expects with weights that are given. */
export const expectedBy = (name: 'croston' | 'sba' | 'tsb', history: Series, weights: readonly number[]): number =>
  run(walks[name], history, weights).expected

const fitted = (begin: Begin, choices: readonly (readonly number[])[], history: Series): FittedMethod => {
  let best: readonly number[] = choices[0] ?? [0.1]
  let least = Number.POSITIVE_INFINITY
  for (const weights of choices) {
    const { square } = run(begin, history, weights)
    if (square < least) [best, least] = [weights, square]
  }
  const [alpha = 0.1, beta] = best
  return {
    parameters: { alpha, ...(beta === undefined ? {} : { beta }) },
    ahead: (longer, horizon) => predict(run(begin, longer, best), alpha, horizon),
  }
}

const walks = {
  croston: crostonWalk(() => 1),
  sba: crostonWalk((alpha) => 1 - alpha / 2),
  tsb: tsbWalk,
} as const

const alphas = [0.05, 0.1, 0.15, 0.2, 0.3].map((alpha) => [alpha])
const pairs = [0.1, 0.2, 0.3].flatMap((alpha) => [0.05, 0.1, 0.2].map((beta) => [alpha, beta]))

const sporadic = (name: keyof typeof walks, choices: readonly (readonly number[])[]): ForecastMethod => ({
  name,
  least: () => 6,
  fit: (history) => fitted(walks[name], choices, history),
})

/**
 * Croston 1972: sizes and intervals are smoothed apart, and expected is their quotient, the same for every period to come. As
 * in fpp2 13.2, each begins with its first value.
 */
export const croston = sporadic('croston', alphas)
/** Syntetos and Boylan 2005: Croston's quotient is too high on average, by a part of α/2, which is taken off. */
export const sba = sporadic('sba', alphas)
export const tsb = sporadic('tsb', pairs)

/** How demand comes, by the interval between demands and how much their sizes vary (Syntetos, Boylan and Croston 2005). */
export const demandPatterns = {
  smooth: '平稳',
  erratic: '波动',
  intermittent: '间断',
  lumpy: '间断且波动',
  none: '无销售',
} as const
export type DemandPattern = keyof typeof demandPatterns

const longInterval = 1.32
const wideSizes = 0.49

export const demandPattern = (history: Series): DemandPattern => {
  const { sizes } = demandsIn(history)
  if (sizes.length === 0) return 'none'
  const interval = history.filter(isKnown).length / sizes.length
  const mean = meanOf(sizes)
  const variation = meanOf(sizes.map((size) => (size - mean) ** 2)) / mean ** 2
  if (interval >= longInterval) return variation >= wideSizes ? 'lumpy' : 'intermittent'
  return variation >= wideSizes ? 'erratic' : 'smooth'
}
