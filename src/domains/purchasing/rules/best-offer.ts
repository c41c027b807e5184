import type { CalendarDate } from '../../../base/calendar-date.ts'
import { zero } from '../../../base/decimal.ts'
import type { Decimal } from '../../../base/decimal.ts'

/** Where an order's price came from, the strongest first. */
export const priceSources = {
  quotation: '报价',
  agreement: '协议价',
  lastPrice: '最近进价',
  reference: '参考进价',
  typed: '手工',
} as const
export type PriceSource = keyof typeof priceSources

/** What one supplier asks for an item on a day. Quantities and prices are of the base unit; prices include tax. */
export interface Offer {
  readonly item: string
  readonly supplier: string
  readonly source: PriceSource
  /** The number of the document, or the code of the list, that says so. */
  readonly number: string | null
  /** The line of a quotation, where it comes from one. */
  readonly line: string | null
  readonly price: Decimal
  /** The least quantity at which the price holds. */
  readonly from: Decimal
  readonly leadDays: number | null
  readonly minimumOrder: Decimal | null
  readonly orderMultiple: Decimal | null
  readonly isPreferred: boolean
  readonly saidOn: CalendarDate | null
}

const isPromise = (offer: Offer) => offer.source === 'quotation' || offer.source === 'agreement'

const rank: Readonly<Record<PriceSource, number>> = { quotation: 0, agreement: 0, lastPrice: 1, reference: 2, typed: 3 }

const compare = (one: Offer, other: Offer): number =>
  rank[one.source] - rank[other.source] ||
  Number(other.isPreferred) - Number(one.isPreferred) ||
  one.price.cmp(other.price) ||
  (one.leadDays ?? 0) - (other.leadDays ?? 0) ||
  other.from.cmp(one.from) ||
  (one.number ?? '').localeCompare(other.number ?? '')

/**
 * The offer to buy at: what was promised (报价, 协议价) before what was last paid; among promises the preferred supplier's,
 * then the lowest price, then the shortest lead time. A price whose quantity break is not reached does not count.
 */
export const bestOffer = (offers: readonly Offer[], quantity: Decimal | null): Offer | undefined =>
  offers.filter((offer) => offer.from.lte(quantity ?? zero)).toSorted(compare)[0]

/** The best offer of each supplier, the best first: what is compared side by side. */
export const offersBySupplier = (offers: readonly Offer[], quantity: Decimal | null): Offer[] =>
  [...Map.groupBy(offers, (offer) => offer.supplier).values()]
    .flatMap((own) => bestOffer(own, quantity) ?? [])
    .toSorted(compare)

/** Whether a supplier promised the price, rather than was once paid it. */
export const isPromised = isPromise
