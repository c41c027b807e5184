import { decimal, zero } from '../../../base/decimal.ts'
import type { Decimal } from '../../../base/decimal.ts'

/** Coefficients of rational approximations: numerators and denominators from the highest power down. */
type Coefficients = readonly number[]

const central: readonly [Coefficients, Coefficients] = [
  [-39.69683028665376, 220.9460984245205, -275.9285104469687, 138.357751867269, -30.66479806614716, 2.506628277459239],
  [-54.47609879822406, 161.5858368580409, -155.6989798598866, 66.80131188771972, -13.28068155288572, 1],
]
const tail: readonly [Coefficients, Coefficients] = [
  [
    -0.007784894002430293, -0.3223964580411365, -2.400758277161838, -2.549732539343734, 4.374664141464968,
    2.938163982698783,
  ],
  [0.007784695709041462, 0.3224671290700398, 2.445134137142996, 3.754408661907416, 1],
]
const tailBegins = 0.02425

const polynomial = (coefficients: Coefficients, x: number): number =>
  coefficients.reduce((sum, coefficient) => sum * x + coefficient, 0)

/**
 * How many standard deviations above the mean a share of a normal distribution lies below: the inverse of the standard
 * normal distribution, by P. J. Acklam's approximation (relative error below 1.15e-9). `share` lies between 0 and 1.
 * @throws RangeError where it does not.
 */
export const normalQuantile = (share: number): number => {
  if (!(share > 0 && share < 1)) throw new RangeError('the share must lie between 0 and 1')
  if (share > 1 - tailBegins) return -normalQuantile(1 - share)
  if (share < tailBegins) {
    const q = Math.sqrt(-2 * Math.log(share))
    return polynomial(tail[0], q) / polynomial(tail[1], q)
  }
  const q = share - 0.5
  return (q * polynomial(central[0], q * q)) / polynomial(central[1], q * q)
}

/** What is known of an item's demand and of how long it takes to come. */
export interface DemandSpread {
  /** Mean and standard deviation of a day's demand, in the base unit. */
  readonly daily: Decimal
  readonly dailyDeviation: Decimal
  /** Mean and standard deviation of the lead time, in days. */
  readonly leadDays: Decimal
  readonly leadDeviation: Decimal
  /** How often nothing shall be short while one waits, in percent: 95. */
  readonly servicePercent: Decimal
}

export interface SafetyStock {
  readonly z: Decimal
  /** Standard deviation of the demand over the lead time. */
  readonly deviation: Decimal
  readonly quantity: Decimal
}

/** Safety stock where demand and lead time vary independently: z × √(L σd² + d² σL²), to six places, never below zero. */
export const safetyStock = (item: DemandSpread): SafetyStock => {
  const { daily, dailyDeviation, leadDays, leadDeviation, servicePercent } = item
  const z = decimal(normalQuantile(servicePercent.div(100).toNumber())).toDecimalPlaces(6)
  const deviation = leadDays
    .times(dailyDeviation.pow(2))
    .plus(daily.pow(2).times(leadDeviation.pow(2)))
    .sqrt()
  const quantity = z.times(deviation).toDecimalPlaces(6)
  return { z, deviation, quantity: quantity.lt(zero) ? zero : quantity }
}

/** Mean and standard deviation of a sample (n − 1), of days with their demand; both zero for fewer than two days. */
export const spreadOf = (days: readonly Decimal[]): { mean: Decimal; deviation: Decimal } => {
  if (days.length < 2) return { mean: zero, deviation: zero }
  const mean = days.reduce((sum, day) => sum.plus(day), zero).div(days.length)
  const squares = days.reduce((sum, day) => sum.plus(day.minus(mean).pow(2)), zero)
  return { mean, deviation: squares.div(days.length - 1).sqrt() }
}
