import { zero } from '../../../base/decimal.ts'
import type { Decimal } from '../../../base/decimal.ts'
import { cents } from '../../../base/money.ts'

/** From an amount on, a share in percent of what lies above it, up to the next step. */
export interface CommissionStep {
  readonly from: Decimal
  readonly rate: Decimal
}

/** 阶梯提成: each part of the amount at the rate of its step, rounded once at the end. A negative amount is taken at the first rate. */
export const commissionOf = (amount: Decimal, steps: readonly CommissionStep[]): Decimal => {
  const sorted = steps.toSorted((a, b) => a.from.cmp(b.from))
  const [first] = sorted
  if (first === undefined) return zero
  if (amount.isNegative()) return cents(amount.times(first.rate).div(100))
  const earned = sorted.reduce((sum, step, index) => {
    const top = sorted[index + 1]?.from
    const until = top === undefined || amount.lt(top) ? amount : top
    const part = until.minus(step.from)
    return part.lte(0) ? sum : sum.plus(part.times(step.rate).div(100))
  }, zero)
  return cents(earned)
}
