import { decimal, sum } from './decimal.ts'
import type { Decimal } from './decimal.ts'
import { cents } from './money.ts'

/** The three amounts of a line: 金额, 税额, 价税合计. */
export type TaxAmountName = 'net' | 'tax' | 'gross'

/** What a line says about its price and tax. */
export interface TaxAmountsInput {
  /** In the line's unit, as the price is. */
  readonly quantity: Decimal
  readonly price: Decimal
  /** Whether the price is 含税. */
  readonly priceIncludesTax: boolean
  /** In percent: 13 is 13 %. */
  readonly taxRate: Decimal
  /** What is taken off, in percent: 10 is 九折. */
  readonly discountPercent?: Decimal
  /** What is taken off beside, in money, as the price is with or without tax: a share of a discount on the whole bill. */
  readonly allowance?: Decimal
  /** Amounts a person typed; they win over the derived ones within the tolerance. */
  readonly typed?: { readonly [name in TaxAmountName]?: Decimal }
}

/** The stored amounts of a line, each in cents, with net + tax = gross. */
export interface TaxAmounts {
  readonly net: Decimal
  readonly tax: Decimal
  readonly gross: Decimal
  /** What the discount took off, with or without tax as the price is. */
  readonly discountAmount: Decimal
}

/** A typed amount is too far from the derived one, or the three do not add up. */
export class AmountToleranceError extends RangeError {
  /** The amount at fault. */
  readonly amount: TaxAmountName
  readonly typed: Decimal
  readonly derived: Decimal

  constructor(amount: TaxAmountName, typed: Decimal, derived: Decimal) {
    super(`${amount} ${typed.toString()} is too far from ${derived.toString()}`)
    this.name = 'AmountToleranceError'
    this.amount = amount
    this.typed = typed
    this.derived = derived
  }
}

const leastTolerance = decimal('0.05')
/** Half of the sixth place of a price: what a price that was itself rounded from an amount may be off. */
const priceUncertainty = decimal('0.0000005')

/**
 * Net, tax and gross of a line. A price with tax: gross = quantity × price, tax = round(gross ÷ (1 + r) × r, 2), net =
 * gross − tax. A price without: net = quantity × price, tax = round(net × r, 2), gross = net + tax. Typed amounts win
 * when each lies within 0.05 of the derived one (more for quantities so large that a price of six places cannot say
 * the amount); otherwise an {@link AmountToleranceError} names the amount.
 */
export function amountsWithTax(input: TaxAmountsInput): TaxAmounts {
  const full = cents(input.quantity.times(input.price))
  const discount = input.discountPercent ?? decimal(0)
  const kept = decimal(100).minus(discount).dividedBy(100)
  const base = cents(input.quantity.times(input.price).times(kept)).minus(input.allowance ?? 0)
  const rate = input.taxRate.dividedBy(100)
  const derived = input.priceIncludesTax ? fromGross(base, rate) : fromNet(base, rate)
  const amounts = withTyped(derived, input, rate)
  return { ...amounts, discountAmount: full.minus(base) }
}

type ThreeAmounts = { readonly [name in TaxAmountName]: Decimal }

function fromGross(gross: Decimal, rate: Decimal): ThreeAmounts {
  const tax = cents(gross.times(rate).dividedBy(rate.plus(1)))
  return { net: gross.minus(tax), tax, gross }
}

function fromNet(net: Decimal, rate: Decimal): ThreeAmounts {
  const tax = cents(net.times(rate))
  return { net, tax, gross: net.plus(tax) }
}

function withTyped(derived: ThreeAmounts, input: TaxAmountsInput, rate: Decimal): ThreeAmounts {
  const typed = input.typed
  if (typed === undefined) return derived
  const tolerance = leastTolerance.plus(input.quantity.abs().times(priceUncertainty))
  for (const name of ['net', 'tax', 'gross'] as const) {
    const amount = typed[name]
    if (amount === undefined) continue
    const tooFar = amount.minus(derived[name]).abs().greaterThan(tolerance)
    if (tooFar || !cents(amount).equals(amount)) throw new AmountToleranceError(name, amount, derived[name])
  }
  const amounts = completed(derived, typed, input.priceIncludesTax, rate)
  checkAddsUp(amounts)
  return amounts
}

/** Fills in what was not typed, starting from what was. */
function completed(
  derived: ThreeAmounts,
  typed: NonNullable<TaxAmountsInput['typed']>,
  priceIncludesTax: boolean,
  rate: Decimal,
): ThreeAmounts {
  const { net, tax, gross } = typed
  if (gross !== undefined) {
    if (net !== undefined) return { net, tax: tax ?? gross.minus(net), gross }
    return tax === undefined ? fromGross(gross, rate) : { net: gross.minus(tax), tax, gross }
  }
  if (net !== undefined) {
    if (tax !== undefined) return { net, tax, gross: net.plus(tax) }
    return priceIncludesTax ? { net, tax: derived.gross.minus(net), gross: derived.gross } : fromNet(net, rate)
  }
  if (tax === undefined) return derived
  if (priceIncludesTax) return { net: derived.gross.minus(tax), tax, gross: derived.gross }
  return { net: derived.net, tax, gross: derived.net.plus(tax) }
}

function checkAddsUp({ net, tax, gross }: ThreeAmounts): void {
  const whole = sum([net, tax])
  if (!whole.equals(gross)) throw new AmountToleranceError('gross', gross, whole)
}
