import { zero } from '../../../base/decimal.ts'
import type { Decimal } from '../../../base/decimal.ts'

/** What decides whether the tax of a purchase may be deducted. */
export interface DeductibleTaxInput {
  readonly taxpayer: 'general' | 'smallScale' | null | undefined
  readonly invoiceKind: 'special' | 'ordinary' | 'none' | null | undefined
  readonly tax: Decimal
}

/**
 * The input tax that may be deducted, in the tax's own unit: all of it for a general taxpayer with a 专用发票, else nothing
 * (增值税暂行条例 第九条, 第十一条), so that goods bought on a 普票 cost 113 and not 100.
 */
export const deductibleTax = ({ taxpayer, invoiceKind, tax }: DeductibleTaxInput): Decimal =>
  taxpayer === 'smallScale' || (invoiceKind ?? 'special') !== 'special' ? zero : tax

/**
 * The part of a deductible tax that waits for its certification (待认证进项税额): all of it, unless the company certifies
 * each invoice as it is entered (即票即抵).
 */
export const taxToCertify = (certifyInputVat: string | null | undefined, deductible: Decimal): Decimal =>
  certifyInputVat === 'immediate' ? zero : deductible

/** Input VAT stands where it waits to be certified, or is deducted at once. */
export const inputTaxRole = (pendingTax: Decimal | null) =>
  pendingTax === null || pendingTax.isZero() ? ('inputVat' as const) : ('inputVatPending' as const)
