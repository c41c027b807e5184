import type { Decimal } from '../../../base/decimal.ts'

/** The sales of a small-scale taxpayer in a month or a quarter, without tax. */
export interface SmallScaleSales {
  readonly sales: Decimal
  readonly tax: Decimal
  /** What of the tax stands on special invoices: the buyer deducts it, so it is paid in any case. */
  readonly specialTax: Decimal
  readonly months: 1 | 3
}

export interface SmallScaleVat {
  readonly free: boolean
  readonly due: Decimal
  /** 免税额: what is not paid, and is income. */
  readonly relieved: Decimal
}

/**
 * 小规模纳税人: up to the free sales of a month, or three times that of a quarter, only the tax of special invoices is due; above, all
 * of it is. Without a limit nothing is relieved.
 */
export const smallScaleVat = (given: SmallScaleSales, freeMonthly: Decimal | undefined): SmallScaleVat => {
  const free = freeMonthly !== undefined && given.sales.lte(freeMonthly.times(given.months))
  const due = free ? given.specialTax : given.tax
  return { free, due, relieved: given.tax.minus(due) }
}
