import { round, zero } from '../../../base/decimal.ts'
import type { Decimal } from '../../../base/decimal.ts'
import type { TaxLaw } from '../rates/tax-law.ts'

export interface IncomeOfYear {
  /** 利润总额 of the year so far. */
  readonly profit: Decimal
  /** 弥补以前年度亏损. */
  readonly earlierLosses: Decimal
  /** Tax of the year that was accrued before. */
  readonly accrued: Decimal
  /** Employees and assets are within the limits of 小型微利企业, and the trade is not restricted. */
  readonly isSmall: boolean
}

export interface IncomeTax {
  readonly taxable: Decimal
  readonly percent: Decimal
  readonly yearTax: Decimal
  /** What is still to be accrued; negative where too much was. */
  readonly due: Decimal
}

/** 企业所得税预缴: the tax of the year so far by the rate that holds for its income, less what was accrued. */
export const incomeTax = (year: IncomeOfYear, law: TaxLaw): IncomeTax => {
  const after = year.profit.minus(year.earlierLosses)
  const taxable = after.isNegative() ? zero : after
  const relief = year.isSmall ? law.smallProfit?.value : undefined
  const percent = relief !== undefined && taxable.lte(relief.limit) ? relief.percent : law.incomeTaxPercent.value
  const yearTax = round(taxable.times(percent).div(100), 2)
  return { taxable, percent, yearTax, due: yearTax.minus(year.accrued) }
}
