import { decimal, zero } from '../../../base/decimal.ts'
import type { Decimal } from '../../../base/decimal.ts'
import { cents } from '../../../base/money.ts'

/** How the sale of a used asset is taxed. */
export const disposalVatMethods = { usual: '一般计税', reduced: '简易计税 3% 减按 2%' } as const
export type DisposalVatMethod = keyof typeof disposalVatMethods

/** What a sale of a used asset comes to. */
export interface DisposalAmounts {
  readonly net: Decimal
  readonly tax: Decimal
  /** The part of the levy that is let off. */
  readonly relief: Decimal
}

/**
 * 简易计税: the levy is 3 % of the price without it, of which 2 % is paid (财税〔2009〕9号; 财税〔2014〕57号): for small-scale
 * payers, and for assets whose input tax could not be deducted. To the cent.
 */
export const reducedDisposal = (gross: Decimal): DisposalAmounts => {
  const net = cents(gross.div(decimal('1.03')))
  const tax = cents(net.times(2).div(100))
  return { net, tax, relief: gross.minus(net).minus(tax) }
}

/** 一般计税: the tax inside the price, at the rate. To the cent. */
export const usualDisposal = (gross: Decimal, rate: Decimal): DisposalAmounts => {
  const net = cents(gross.times(100).div(rate.plus(100)))
  return { net, tax: gross.minus(net), relief: zero }
}
