import { Decimal } from '../../../base/decimal.ts'

/** The sales of a small-scale taxpayer in a month or a quarter, without tax. */
export interface SmallScaleSales {
  readonly sales: Decimal
  readonly tax: Decimal
  /** What of the tax stands on special invoices: the buyer deducts it, so it is paid in any case. */
  readonly specialTax: Decimal
  /** 差额征税: what services deduct from these sales and from their tax. */
  readonly deducted: { readonly net: Decimal; readonly tax: Decimal }
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
 * of it is. Sales and tax are those after what services may deduct (公告2023年第1号). Without a limit nothing is relieved.
 */
export const smallScaleVat = (given: SmallScaleSales, freeMonthly: Decimal | undefined): SmallScaleVat => {
  const free = freeMonthly !== undefined && given.sales.minus(given.deducted.net).lte(freeMonthly.times(given.months))
  const tax = given.tax.minus(given.deducted.tax)
  const due = free ? Decimal.min(given.specialTax, tax) : tax
  return { free, due, relieved: tax.minus(due) }
}
