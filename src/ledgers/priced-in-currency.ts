import { round } from '../base/decimal.ts'
import type { Decimal } from '../base/decimal.ts'
import { cents } from '../base/money.ts'
import { FieldRefusal } from '../kernel/definition/problem.ts'
import type { DeriveContext } from '../kernel/definition/record.ts'
import { item } from './dimensions/item.ts'
import { foreignOf } from './document-currency.ts'
import { derivePriced, derivePricedFrom, referencePrice } from './priced-lines.ts'
import type { PricedDraft } from './priced-lines.ts'

const fieldsInCurrency: Readonly<Record<string, string>> = {
  price: 'currencyPrice',
  net: 'currencyNet',
  tax: 'currencyTax',
  gross: 'currencyGross',
}

const noCurrency = { currencyPrice: null, currencyNet: null, currencyTax: null, currencyGross: null } as const

/** Places of a price that was turned into another currency: nobody asks for more. */
const turnedPlaces = 4
/** Places of the price in the books that belongs to one in currency. */
const bookPlaces = 6

type Reference = 'purchasePrice' | 'salePrice'

/** The price in the document's currency: as typed, else what a price in the book currency makes at the rate. */
const currencyPriceOf = (line: PricedDraft, context: DeriveContext, rate: Decimal | null, which: Reference | null) => {
  if (line.currencyPrice ?? line.currencyGross ?? line.currencyNet) return line.currencyPrice ?? null
  const record = context.lookup(item, line.item)
  const usual = which === null || record === undefined ? null : referencePrice(record, line.unit ?? record.unit, which)
  const inBooks = line.price ?? usual
  return inBooks && rate ? round(inBooks.div(rate), turnedPlaces) : null
}

/** The line as if the book currency were the document's; what is refused names the fields in currency. */
const derivedIn = (line: PricedDraft, context: DeriveContext, rate: Decimal | null, which: Reference | null) => {
  const { currencyNet: net, currencyTax: tax, currencyGross: gross, allowance } = line
  const price = currencyPriceOf(line, context, rate, which)
  const off = allowance && rate ? cents(allowance.div(rate)) : allowance
  try {
    return derivePriced({ ...line, price, net, tax, gross, allowance: off }, context)
  } catch (error) {
    if (!(error instanceof FieldRefusal)) throw error
    throw new FieldRefusal(fieldsInCurrency[error.field] ?? error.field, error.text.zh, error.text.en)
  }
}

const inBooks = (amount: Decimal | null | undefined, rate: Decimal | null): Decimal | null =>
  amount && rate ? cents(amount.times(rate)) : null

/**
 * Goods with their price in the document's currency: what a person types is 原币, the book currency follows at the rate. Of a
 * document in the book currency as {@link derivePriced}; `which` is the item's price where nobody typed one.
 */
export const derivePricedIn =
  (which: Reference | null) =>
  (line: PricedDraft, context: DeriveContext): Partial<PricedDraft> => {
    const foreign = foreignOf(context)
    if (foreign === undefined) {
      const usual = which === null ? derivePriced : derivePricedFrom(which)
      return { ...usual(line, context), ...noCurrency }
    }
    const { rate } = foreign
    const { price, net, tax, gross, ...goods } = derivedIn(line, context, rate, which)
    const bookGross = inBooks(gross, rate)
    const bookTax = inBooks(tax, rate)
    return {
      ...goods,
      currencyPrice: price ?? null,
      currencyNet: net ?? null,
      currencyTax: tax ?? null,
      currencyGross: gross ?? null,
      price: price && rate ? round(price.times(rate), bookPlaces) : null,
      net: bookGross && bookTax ? bookGross.minus(bookTax) : null,
      tax: bookTax,
      gross: bookGross,
    }
  }
