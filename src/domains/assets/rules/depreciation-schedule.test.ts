import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { decimal, sum } from '../../../base/decimal.ts'
import { chargeByUse, monthOfSchedule } from './depreciation-schedule.ts'
import type { ScheduleBasis } from './depreciation-schedule.ts'

const basisOf = (method: ScheduleBasis['method'], base: string, residual: string, months: number): ScheduleBasis => ({
  method,
  base: decimal(base),
  residual: decimal(residual),
  months,
})
const monthsOf = (basis: ScheduleBasis) =>
  Array.from({ length: basis.months }, (_, month) => monthOfSchedule(basis, month))
const yearsOf = (basis: ScheduleBasis) => {
  const months = monthsOf(basis)
  return Array.from({ length: Math.ceil(basis.months / 12) }, (_, year) =>
    sum(months.slice(year * 12, year * 12 + 12)).toString(),
  )
}

/** The worked examples of 初级会计实务 (财政部会计财务评价中心), 固定资产折旧. */
describe('textbook examples', () => {
  test('双倍余额递减法: 1,000,000 over 5 years with a residual of 4,000', () => {
    const years = yearsOf(basisOf('decliningBalance', '1000000', '4000', 60))
    expect(years).toEqual(['400000', '240000', '144000', '106000', '106000'])
  })

  test('年数总和法: the same asset', () => {
    const years = yearsOf(basisOf('sumOfYears', '1000000', '4000', 60))
    expect(years).toEqual(['332000', '265600', '199200', '132800', '66400'])
  })

  test('工作量法: a lorry of 600,000 with 5 % residual and 500,000 km, 4,000 km in the month', () => {
    const given = { base: decimal('600000'), residual: decimal('30000'), unitsLeft: decimal('500000') }
    expect(chargeByUse({ ...given, units: decimal('4000') }).toString()).toBe('4560')
  })

  test('年限平均法: a plant of 5,000,000 over 20 years with 2 % residual', () => {
    const months = monthsOf(basisOf('straightLine', '5000000', '100000', 240))
    // The book rounds the monthly rate to 0.41 % and gives 20,500; exact to the cent it is 20,416.67.
    expect(months[0]?.toString()).toBe('20416.67')
    expect(sum(months).toString()).toBe('4900000')
  })
})

describe('months', () => {
  test('of one year are alike, and its last takes the cents that are over', () => {
    const months = monthsOf(basisOf('straightLine', '1000', '0', 12)).map(String)
    expect(months.slice(0, 2)).toEqual(['83.33', '83.33'])
    expect(months[11]).toBe('83.37')
  })

  test('after the life charge nothing', () => {
    expect(monthOfSchedule(basisOf('straightLine', '1000', '0', 12), 12).toString()).toBe('0')
  })

  test('of lives that are no whole years, and of any amount, come to exactly what may be depreciated', () => {
    const methods = fc.constantFrom<ScheduleBasis['method']>('straightLine', 'decliningBalance', 'sumOfYears')
    fc.assert(
      fc.property(
        methods,
        fc.integer({ min: 1, max: 50_000_000 }),
        fc.integer({ min: 0, max: 20 }),
        fc.integer({ min: 1, max: 480 }),
        (method, worth, percent, months) => {
          const base = decimal(worth).div(100)
          const residual = base.times(percent).div(100).toDecimalPlaces(2)
          const charges = monthsOf({ method, base, residual, months })
          expect(sum(charges).toString()).toBe(base.minus(residual).toString())
        },
      ),
    )
  })
})
