import { decimal, round } from '../../../base/decimal.ts'
import type { Decimal } from '../../../base/decimal.ts'
import { toBase } from '../../../base/unit-ratio.ts'
import type { UnitRatio } from '../../../base/unit-ratio.ts'

/** How a document's line means its price. */
export interface LinePricing {
  readonly ratio: UnitRatio
  readonly taxRate: Decimal
  readonly includesTax: boolean
}

const taxFactor = ({ taxRate, includesTax }: LinePricing) => (includesTax ? decimal(1) : taxRate.div(100).plus(1))

/** A price of the base unit with tax, as the line writes it: of its unit, with or without tax; six decimals. */
export const asLinePrice = (perBase: Decimal, line: LinePricing): Decimal =>
  round(toBase(perBase, line.ratio).div(taxFactor(line)), 6)

/** What a line's price comes to for a base unit, with tax and after its discount. */
export const perBaseWithTax = (price: Decimal, discount: Decimal | null | undefined, line: LinePricing): Decimal => {
  const kept = decimal(100)
    .minus(discount ?? 0)
    .div(100)
  return price.times(kept).times(taxFactor(line)).div(toBase(1, line.ratio))
}
