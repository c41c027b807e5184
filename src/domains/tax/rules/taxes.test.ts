import { describe, expect, it } from 'vitest'
import { calendarDate } from '../../../base/calendar-date.ts'
import { decimal } from '../../../base/decimal.ts'
import { taxLaw } from '../rates/tax-law.ts'
import { incomeTax } from './income-tax.ts'
import { smallScaleVat } from './small-scale-vat.ts'
import { stampDuty } from './stamp-duty.ts'
import { surcharges } from './surcharges.ts'
import { vatMonth } from './vat-month.ts'

const law = taxLaw(calendarDate('2026-09-30'), 'city')
const none = { relief: 0n, paid: 0n, paidNow: 0n, moved: 0n, movedNow: 0n, transferredOut: 0n }

describe('the month of a general taxpayer (财会〔2016〕22号, rule 5)', () => {
  it('owes what output exceeds the deductible by', () => {
    expect(vatMonth({ ...none, output: 13_000n, input: 7_800n, transferredOut: 780n })).toEqual({
      unpaid: 5_980n,
      overpaid: 0n,
      carried: 0n,
    })
  })

  it('keeps input in excess where it is', () => {
    expect(vatMonth({ ...none, output: 5_000n, input: 8_000n })).toEqual({ unpaid: 0n, overpaid: 0n, carried: 3_000n })
  })

  it('takes back what was paid in the month beyond what is owed, and no more than was paid', () => {
    expect(vatMonth({ ...none, output: 5_000n, input: 4_000n, paid: 3_000n, paidNow: 3_000n })).toEqual({
      unpaid: 0n,
      overpaid: 2_000n,
      carried: 0n,
    })
    expect(vatMonth({ ...none, output: 1_000n, input: 4_000n, paid: 500n, paidNow: 500n })).toEqual({
      unpaid: 0n,
      overpaid: 500n,
      carried: 3_000n,
    })
  })

  it('takes back no payment of an earlier month', () => {
    expect(vatMonth({ ...none, output: 5_000n, input: 4_000n, paid: 3_000n })).toEqual({
      unpaid: 0n,
      overpaid: 0n,
      carried: 2_000n,
    })
  })

  it('counts what earlier months moved out, so that a second run finds nothing', () => {
    expect(vatMonth({ ...none, output: 13_000n, input: 7_800n, moved: 5_200n })).toEqual({
      unpaid: 0n,
      overpaid: 0n,
      carried: 0n,
    })
  })

  it('lowers its own accrual where input was certified after it, and carries the rest', () => {
    const accrued = { ...none, output: 13_000n, moved: 5_200n, movedNow: 5_200n }
    expect(vatMonth({ ...accrued, input: 9_800n })).toEqual({ unpaid: -2_000n, overpaid: 0n, carried: 0n })
    expect(vatMonth({ ...accrued, input: 14_000n })).toEqual({ unpaid: -5_200n, overpaid: 0n, carried: 1_000n })
    // What an earlier month moved is that month's, and is not touched.
    expect(vatMonth({ ...accrued, input: 9_800n, movedNow: 0n })).toEqual({
      unpaid: 0n,
      overpaid: 0n,
      carried: 2_000n,
    })
  })
})

describe('a small-scale taxpayer (rule 5)', () => {
  const quarter = (sales: string, special = '0', deducted = '0') =>
    smallScaleVat(
      {
        sales: decimal(sales),
        tax: decimal(sales).div(100),
        specialTax: decimal(special),
        deducted: { net: decimal(deducted), tax: decimal(deducted).div(100) },
        months: 3,
      },
      law.smallScaleFreeSales?.value,
    )

  it('pays nothing up to 300,000 a quarter but for special invoices, and all of it above', () => {
    expect(quarter('300000')).toMatchObject({ free: true, due: decimal(0), relieved: decimal(3000) })
    expect(quarter('250000', '500')).toMatchObject({ free: true, due: decimal(500), relieved: decimal(2000) })
    expect(quarter('300001').free).toBe(false)
    expect(quarter('300001').relieved.toString()).toBe('0')
  })

  it('counts its sales after what services deduct from them, for the limit and for the tax', () => {
    expect(quarter('340000', '0', '50000')).toMatchObject({ free: true, relieved: decimal(2900) })
    expect(quarter('400000', '0', '50000')).toMatchObject({ free: false, due: decimal(3500), relieved: decimal(0) })
  })

  it('finds the limit that held on the day: 150,000 a month in 2022', () => {
    expect(taxLaw(calendarDate('2022-07-31'), 'city').smallScaleFreeSales?.value.toString()).toBe('150000')
    expect(taxLaw(calendarDate('2028-01-01'), 'city').smallScaleFreeSales).toBeUndefined()
  })
})

describe('surcharges on VAT', () => {
  const of = (vat: string, more: { monthlySales?: string; halves?: boolean } = {}) =>
    surcharges(
      { vat: decimal(vat), monthlySales: decimal(more.monthlySales ?? '500000'), halves: more.halves ?? false },
      law,
    )

  it('are 7 %, 3 % and 2 % in a city, half for who the law helps', () => {
    const full = of('10000')
    expect([full.city, full.education, full.localEducation].map(String)).toEqual(['700', '300', '200'])
    const half = of('10000', { halves: true })
    expect([half.city, half.education, half.localEducation].map(String)).toEqual(['350', '150', '100'])
  })

  it('leave education out up to 100,000 of sales a month (财税〔2016〕12号)', () => {
    const small = of('1000', { monthlySales: '100000' })
    expect([small.city, small.education, small.localEducation].map(String)).toEqual(['70', '0', '0'])
  })

  it('are 5 % in a town and 1 % elsewhere', () => {
    expect(taxLaw(calendarDate('2026-01-01'), 'town').cityPercent.value.toString()).toBe('5')
    expect(taxLaw(calendarDate('2026-01-01'), 'other').cityPercent.value.toString()).toBe('1')
  })
})

describe('income tax of the year so far', () => {
  const of = (profit: string, more: { isSmall?: boolean; accrued?: string; earlierLosses?: string } = {}) =>
    incomeTax(
      {
        profit: decimal(profit),
        earlierLosses: decimal(more.earlierLosses ?? '0'),
        accrued: decimal(more.accrued ?? '0'),
        isSmall: more.isSmall ?? true,
      },
      law,
    )

  it('is 5 % for a small low-profit company up to 3,000,000, and 25 % on all of it above', () => {
    expect(of('3000000').yearTax.toString()).toBe('150000')
    expect(of('3000000.01').yearTax.toString()).toBe('750000')
    expect(of('1000000', { isSmall: false }).yearTax.toString()).toBe('250000')
  })

  it('is what is new since the last quarter, after losses of earlier years; a loss gives nothing', () => {
    expect(of('500000', { accrued: '10000', earlierLosses: '100000' }).due.toString()).toBe('10000')
    expect(of('-20000').yearTax.toString()).toBe('0')
    expect(of('100000', { accrued: '8000' }).due.toString()).toBe('-3000')
  })
})

it('stamp duty is 0.3 per mille of sales contracts, half for who the law helps', () => {
  expect(stampDuty('sales', decimal('1000000'), false, law).toString()).toBe('300')
  expect(stampDuty('sales', decimal('1000000'), true, law).toString()).toBe('150')
})
