import { zero } from '../../../base/decimal.ts'
import type { Decimal } from '../../../base/decimal.ts'
import { cents } from '../../../base/money.ts'

export interface ProvisionStep {
  readonly fromDays: number
  readonly percent: Decimal
}

export interface AgedAmount {
  readonly days: number
  readonly amount: Decimal
}

/** One age of the receivables, with what is provided for it. */
export interface AllowanceOfAge {
  readonly age: string
  readonly balance: Decimal
  readonly percent: Decimal
  readonly amount: Decimal
}

/**
 * The allowance that ages ask for (账龄分析法): each amount under the last step that its age has come to. What is below the first step
 * needs none; credit balances lower their age.
 */
export const badDebtAllowance = (
  given: readonly ProvisionStep[],
  amounts: readonly AgedAmount[],
): readonly AllowanceOfAge[] => {
  const steps = given.toSorted((a, b) => a.fromDays - b.fromDays)
  return steps.flatMap((step, index) => {
    const next = steps[index + 1]
    const balance = amounts
      .filter(({ days }) => days >= step.fromDays && (next === undefined || days < next.fromDays))
      .reduce((sum, { amount }) => sum.plus(amount), zero)
    if (balance.isZero()) return []
    const age = next === undefined ? `${step.fromDays} 天以上` : `${step.fromDays}–${next.fromDays - 1} 天`
    const amount = balance.isNegative() ? zero : cents(balance.times(step.percent).div(100))
    return [{ age, balance, percent: step.percent, amount }]
  })
}
