import { decimal } from '../../../base/decimal.ts'
import type { Decimal } from '../../../base/decimal.ts'
import type { CalendarDate } from '../../../base/calendar-date.ts'
import { defineCompletion } from '../../../kernel/documents/installed.ts'
import { loadReferences } from '../../../kernel/documents/lookup.ts'
import type { Lookup } from '../../../kernel/documents/lookup.ts'
import type { Work, WrittenDraft } from '../../../kernel/posting/work.ts'
import { item, ratioOf } from '../../../ledgers/dimensions/item.ts'
import { referencePrice } from '../../../ledgers/priced-lines.ts'
import { readOffers } from '../offers/read-offers.ts'
import { bestOffer } from '../rules/best-offer.ts'
import type { Offer, PriceSource } from '../rules/best-offer.ts'
import { asLinePrice } from '../rules/line-price.ts'
import { purchaseOrder } from './purchase-order.ts'
import { supplierQuotation } from './supplier-quotation.ts'

type Order = WrittenDraft<typeof purchaseOrder>
type Line = Order['tables']['lines'][number]

interface Priced {
  readonly price: Decimal
  readonly source: PriceSource
  readonly number: string | null
  readonly line: string | null
}

/** What may be asked for a line, as the line writes prices: each offer, and the item's reference price. */
const pricesFor = (line: Line, order: Order, offers: readonly Offer[], lookup: Lookup): Priced[] => {
  const record = lookup(item, line.item)
  const ratio = record === undefined ? undefined : ratioOf(record, line.unit)
  if (record === undefined || ratio === undefined) return []
  const pricing = { ratio, taxRate: line.taxRate ?? decimal(0), includesTax: order.header.priceIncludesTax !== false }
  const best = bestOffer(offers, line.baseQuantity ?? null)
  const others = offers.filter((offer) => offer !== best)
  const promised = [...(best === undefined ? [] : [best]), ...others].map((offer) => ({
    price: asLinePrice(offer.price, pricing),
    source: offer.source,
    number: offer.number,
    line: offer.line,
  }))
  const reference = referencePrice(record, line.unit, 'purchasePrice')
  return reference === null
    ? promised
    : [...promised, { price: reference, source: 'reference', number: null, line: null }]
}

const sourceOf = (line: Line, found: Priced | undefined) =>
  ({
    priceSource: found?.source ?? 'typed',
    priceNumber: found?.number ?? null,
    quotationLine: line.quotationLine ?? (found?.line as Line['quotationLine']) ?? null,
  }) as const

const isUnpriced = (line: Line) => !line.price && !line.net && !line.gross

/** A line with its price and where it is from: of a quotation it was drawn from, offered, or typed by someone. */
const pricedLine = (line: Line, prices: readonly Priced[]): Line => {
  if (!line.item || line.isGift) return { ...line, priceSource: null, priceNumber: null, quotationLine: null }
  const [first] = prices
  if (isUnpriced(line)) {
    return first === undefined
      ? { ...line, priceSource: null, priceNumber: null }
      : { ...line, price: first.price, ...sourceOf(line, first) }
  }
  const drawn = line.source?.type === supplierQuotation.name ? line.source.line : line.quotationLine
  const kept = decimal(100)
    .minus(line.discount ?? 0)
    .div(100)
  const net = line.price?.times(kept)
  const equal = prices.filter((one) => net && one.price.eq(net))
  const found = equal.find((one) => one.line !== null && one.line === drawn) ?? equal[0]
  return { ...line, ...sourceOf(line, found) }
}

const completed = async (work: Work, order: Order): Promise<Order> => {
  const { lines } = order.tables
  const on: CalendarDate = order.header.date ?? work.clock.today(String(work.settings['zone'] ?? 'Asia/Shanghai'))
  const items = lines.flatMap((line) => (line.item ? [line.item] : []))
  const [offers, lookup] = await Promise.all([
    order.header.supplier ? readOffers(work, items, on, order.header.supplier) : new Map<string, Offer[]>(),
    loadReferences(
      work,
      lines.map((values) => ({ fields: purchaseOrder.tables.lines.fields, values })),
    ),
  ])
  return {
    header: order.header,
    tables: {
      ...order.tables,
      lines: lines.map((line) =>
        pricedLine(line, line.item ? pricesFor(line, order, offers.get(line.item) ?? [], lookup) : []),
      ),
    },
  }
}

/** A price where nobody typed one: 报价 or 协议价, then 最近进价, then 参考进价; and for every price, where it is from. */
export const completePurchaseOrder = defineCompletion(purchaseOrder, (drafts, work) =>
  Promise.all(drafts.map((draft) => completed(work, draft))),
)
