import { isCalendarDate } from '../../../base/calendar-date.ts'
import { decimal } from '../../../base/decimal.ts'
import type { Decimal } from '../../../base/decimal.ts'
import type { Draft } from '../../../kernel/definition/field.ts'
import { FieldRefusal } from '../../../kernel/definition/problem.ts'
import type { LineDraft } from '../../../kernel/definition/record.ts'
import type { DraftToPropose, Proposed, Proposer, Values, Work } from '../../../kernel/posting/work.ts'
import { item, ratioOf } from '../../../ledgers/dimensions/item.ts'
import { derivePricedIn } from '../../../ledgers/priced-in-currency.ts'
import { priceIncludesTax, referencePrice } from '../../../ledgers/priced-lines.ts'
import { purchaseOrder } from '../documents/purchase-order.ts'
import { supplierQuotation } from '../documents/supplier-quotation.ts'
import { bestOffer } from '../rules/best-offer.ts'
import type { Offer, PriceSource } from '../rules/best-offer.ts'
import { asLinePrice } from '../rules/line-price.ts'
import { readOffers } from './read-offers.ts'

type Head = Draft<typeof purchaseOrder.header> & { readonly date?: unknown }
type Line = LineDraft<typeof purchaseOrder.tables.lines.fields>

// The drafts were read by the order's own fields, which are these.
const headOf = (draft: DraftToPropose) => draft.header as Head
const linesOf = (draft: DraftToPropose) => draft.lines as readonly Line[]

/** A price a line may have, as the line writes prices, and who says so. */
interface Priced {
  readonly price: Decimal
  readonly source: PriceSource
  readonly number: string | null
  readonly line: string | null
}

const inCurrency = derivePricedIn(null)

/** A line with what its rule makes of it; as it is while the rule refuses it. */
const derived = (draft: DraftToPropose, work: Work, line: Line): Line => {
  try {
    const context = { header: draft.header, settings: work.settings, lookup: draft.lookup }
    return { ...line, ...inCurrency(line, context) }
  } catch (error) {
    if (error instanceof FieldRefusal) return line
    throw error
  }
}

/** What may be asked for a line: the best offer first, the others, and the item's reference price. */
const pricesFor = (draft: DraftToPropose, work: Work, line: Line, offers: readonly Offer[]): Priced[] => {
  const record = draft.lookup(item, line.item)
  const ratio = record === undefined ? undefined : ratioOf(record, line.unit)
  if (record === undefined || ratio === undefined) return []
  const includesTax = priceIncludesTax({ header: draft.header, settings: work.settings })
  const pricing = { ratio, taxRate: line.taxRate ?? decimal(0), includesTax }
  const best = bestOffer(offers, line.baseQuantity ?? null)
  const others = offers.filter((offer) => offer !== best)
  const offered = [...(best === undefined ? [] : [best]), ...others].map((offer): Priced => ({
    price: asLinePrice(offer.price, pricing),
    source: offer.source,
    number: offer.number,
    line: offer.line,
  }))
  const reference = referencePrice(record, line.unit, 'purchasePrice')
  return reference === null
    ? offered
    : [...offered, { price: reference, source: 'reference', number: null, line: null }]
}

const told = (line: Line, found: Priced | undefined): Values => ({
  priceSource: found?.source ?? 'typed',
  priceNumber: found?.number ?? null,
  quotationLine: line.quotationLine ?? found?.line ?? null,
})

/** The price of a line: the best one where nobody typed one, and for every price where it is from. */
const pricedLine = (line: Line, prices: readonly Priced[]): Values => {
  if (!line.item || line.isGift) return {}
  const [first] = prices
  if (!line.price && !line.net && !line.gross) {
    return first === undefined ? {} : { price: first.price, ...told(line, first) }
  }
  const drawn = line.source?.type === supplierQuotation.name ? line.source.line : line.quotationLine
  const kept = decimal(100)
    .minus(line.discount ?? 0)
    .div(100)
  const net = line.price?.times(kept)
  const equal = prices.filter((one) => net && one.price.eq(net))
  return told(line, equal.find((one) => one.line !== null && one.line === drawn) ?? equal[0])
}

const proposeOne = async (draft: DraftToPropose, work: Work): Promise<Proposed> => {
  const { supplier, date } = headOf(draft)
  const on =
    typeof date === 'string' && isCalendarDate(date)
      ? date
      : work.clock.today(String(work.settings['zone'] ?? 'Asia/Shanghai'))
  const items = linesOf(draft).flatMap((line) => line.item ?? [])
  const offers = supplier ? await readOffers(work, items, on, supplier) : new Map<string, Offer[]>()
  return {
    lines: linesOf(draft).map((line) => {
      const whole = derived(draft, work, line)
      const own = line.item ? (offers.get(line.item) ?? []) : []
      return pricedLine(whole, pricesFor(draft, work, whole, own))
    }),
  }
}

/** 报价 or 协议价, then 最近进价, then 参考进价; a price that someone typed stays, and is told as such. */
export const proposeOrderPrices: Proposer = {
  document: purchaseOrder,
  propose: (drafts, work) => Promise.all(drafts.map((draft) => proposeOne(draft, work))),
}
