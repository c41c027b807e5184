import { decimal, zero } from '../../../base/decimal.ts'
import type { Decimal } from '../../../base/decimal.ts'
import { cents } from '../../../base/money.ts'
import type { DepreciationMethod } from '../../../ledgers/dimensions/asset.ts'

/** What a schedule by time is reckoned on: the amount that is left, what is to remain, and over how many months. */
export interface ScheduleBasis {
  readonly method: Exclude<DepreciationMethod, 'unitsOfUse'>
  readonly base: Decimal
  readonly residual: Decimal
  readonly months: number
}

/** Months in a row that are charged alike; the last of them takes the cents that are over. */
interface Stretch {
  readonly months: number
  readonly total: Decimal
}

const yearOf = (month: number, months: number) => ({
  length: Math.min(12, months - month),
  left: months - month,
})

/** Each year's share is its remaining life over the sum of them all, so that 5 years take 5/15, 4/15 … 1/15. */
const sumOfYears = ({ base, residual, months }: ScheduleBasis): Stretch[] => {
  const starts = Array.from({ length: Math.ceil(months / 12) }, (_, year) => yearOf(year * 12, months))
  const whole = starts.reduce((sum, year) => sum + year.left * year.length, 0)
  const depreciable = base.minus(residual)
  let rest = depreciable
  return starts.map((year, index) => {
    const isLast = index === starts.length - 1
    const total = isLast ? rest : cents(depreciable.times(year.left * year.length).div(whole))
    rest = rest.minus(total)
    return { months: year.length, total }
  })
}

/** Twice the straight-line rate on what is left at the beginning of each year; the last two years share the rest evenly. */
const decliningBalance = ({ base, residual, months }: ScheduleBasis): Stretch[] => {
  const stretches: Stretch[] = []
  let left = base
  let month = 0
  while (months - month > 24) {
    const year = cents(left.times(24).div(months))
    const total = year.gt(left.minus(residual)) ? left.minus(residual) : year
    stretches.push({ months: 12, total })
    left = left.minus(total)
    month += 12
  }
  return [...stretches, ...evenYears(left.minus(residual), months - month)]
}

/** An amount over at most two years, by the month. */
const evenYears = (total: Decimal, months: number): Stretch[] => {
  if (months <= 12) return [{ months, total }]
  const first = cents(total.times(12).div(months))
  return [
    { months: 12, total: first },
    { months: months - 12, total: total.minus(first) },
  ]
}

const stretchesOf = (basis: ScheduleBasis): Stretch[] => {
  if (basis.method === 'sumOfYears') return sumOfYears(basis)
  if (basis.method === 'decliningBalance') return decliningBalance(basis)
  return [{ months: basis.months, total: basis.base.minus(basis.residual) }]
}

/**
 * The charge of one month of a life, counted from 0, to the cent: 年限平均法, 双倍余额递减法, 年数总和法 by month. Months of one
 * year (of the whole life for 年限平均法) are alike and its last takes the rest, so that a year adds up to the textbook's
 * figure, and the life to what may be depreciated. After the life nothing is charged.
 */
export const monthOfSchedule = (basis: ScheduleBasis, month: number): Decimal => {
  if (!basis.base.gt(basis.residual)) return zero
  let first = 0
  for (const stretch of stretchesOf(basis)) {
    if (month < first + stretch.months) {
      const usual = cents(stretch.total.div(stretch.months))
      return month === first + stretch.months - 1 ? stretch.total.minus(usual.times(stretch.months - 1)) : usual
    }
    first += stretch.months
  }
  return zero
}

/** 工作量法: what may be depreciated over the units of use that are left, for the units of one month, to the cent. */
export const chargeByUse = (given: {
  readonly base: Decimal
  readonly residual: Decimal
  readonly unitsLeft: Decimal
  readonly units: Decimal
}): Decimal => {
  const { base, residual, unitsLeft, units } = given
  if (!unitsLeft.gt(zero)) return zero
  return cents(decimal(base).minus(residual).times(units).div(unitsLeft))
}
