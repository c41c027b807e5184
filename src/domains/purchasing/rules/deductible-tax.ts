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
