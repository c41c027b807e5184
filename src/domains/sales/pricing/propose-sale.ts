import { isCalendarDate } from '../../../base/calendar-date.ts'
import { Decimal, zero } from '../../../base/decimal.ts'
import { cents } from '../../../base/money.ts'
import type { Draft } from '../../../kernel/definition/field.ts'
import { FieldRefusal, fieldProblem } from '../../../kernel/definition/problem.ts'
import type { FieldProblem } from '../../../kernel/definition/problem.ts'
import type { AnyDocument, LineDraft } from '../../../kernel/definition/record.ts'
import { mayNotChange } from '../../../kernel/documents/propose.ts'
import type { DraftToPropose, Proposed, Proposer, Values, Work } from '../../../kernel/posting/work.ts'
import { item, ratePercent, taxRate } from '../../../ledgers/dimensions/item.ts'
import { party } from '../../../ledgers/dimensions/party.ts'
import { derivePricedFrom, priceIncludesTax } from '../../../ledgers/priced-lines.ts'
import type { goodsLine, priceWithTax } from '../../../ledgers/priced-lines.ts'
import { settingsOf } from '../../../ledgers/settings.ts'
import { foreignOf } from '../../../ledgers/document-currency.ts'
import { derivePricedIn } from '../../../ledgers/priced-in-currency.ts'
import type { customerHead } from '../documents/sales-head.ts'
import { applyPromotions, roundDownSteps, spreadBillDiscount } from '../rules/apply-promotions.ts'
import type { Promoted, Promotion } from '../rules/apply-promotions.ts'
import { choosePrice, explainPrice, readPriceOrder } from '../rules/choose-price.ts'
import type { PriceCandidate } from '../rules/choose-price.ts'
import { candidatesFor, knownPrices } from './price-candidates.ts'
import type { Sale } from './price-candidates.ts'
import { byHand, keepCustomerPrices } from './keep-customer-prices.ts'
import type { billDiscount, saleTrack } from './sale-fields.ts'
import { proposePromises } from './propose-promise.ts'
import type { PromiseAsked } from './propose-promise.ts'
import { promotionsOn } from './stored-promotions.ts'

type Head = Draft<typeof customerHead & typeof billDiscount> & { readonly date?: unknown }
type Line = LineDraft<typeof goodsLine & typeof priceWithTax & typeof saleTrack>

// The drafts were read by the document's own fields, which are these.
const headOf = (draft: DraftToPropose) => draft.header as Head
const linesOf = (draft: DraftToPropose) => draft.lines as readonly Line[]

/** The currency of a sale with its rate; null in the book currency, at the counter, and while the rate is missing. */
const foreignSale = (draft: DraftToPropose, work: Work): Sale['foreign'] => {
  if (!('currency' in draft.definition.header)) return null
  const found = foreignOf({ header: draft.header, settings: work.settings, lookup: draft.lookup })
  return found?.code === undefined || found.rate === null ? null : { code: found.code, rate: found.rate }
}

const saleOf = (draft: DraftToPropose, work: Work): Sale => {
  const header = headOf(draft)
  const customer = draft.lookup(party, header.customer)
  const day = typeof header.date === 'string' && isCalendarDate(header.date) ? header.date : work.clock.today()
  return {
    date: day,
    customer: header.customer ?? null,
    level: customer?.level ?? null,
    region: customer?.region ?? null,
    segment: customer?.segment ?? null,
    includesTax: priceIncludesTax({ header: draft.header, settings: work.settings }),
    foreign: foreignSale(draft, work),
  }
}

const inCurrency = derivePricedIn('salePrice')
/** At the counter everything is in the book currency. */
const atCounter = derivePricedFrom('salePrice')

/** A line with what its rule makes of it before anything is allowed off it; nothing while it is refused. */
const derived = (draft: DraftToPropose, work: Work, line: Line): Line => {
  const derive = 'currency' in draft.definition.header ? inCurrency : atCounter
  try {
    return { ...line, ...derive(line, { header: draft.header, settings: work.settings, lookup: draft.lookup }) }
  } catch (error) {
    if (error instanceof FieldRefusal) return line
    throw error
  }
}

/** What a line costs before promotions, as the price is meant; null where it has no part in them. */
const ownAmount = (line: Line): Decimal | null => {
  if (!line.price || !line.quantity || line.isGift) return null
  const kept = zero.plus(100).minus(line.discount ?? zero)
  return cents(line.price.times(line.quantity).times(kept).div(100))
}

const usual = 'customer,last,level,promotion,wholesale,retail'

type Choose = (line: Line) => PriceCandidate | undefined

const isTyped = (line: Line): boolean =>
  Boolean(line.price ?? line.gross ?? line.net ?? line.currencyPrice ?? line.currencyGross ?? line.currencyNet)

/** Past deals are searched for prices that are asked for, or may not be changed; not to remark on every price typed. */
const chooser = async (draft: DraftToPropose, work: Work, sale: Sale, right: string): Promise<Choose> => {
  const open = linesOf(draft).filter((line) => !line.source && line.item)
  if (open.length === 0) return () => undefined
  const itemsOf = (lines: readonly Line[]) => [...new Set(lines.flatMap((line) => line.item ?? []))]
  const compared = work.actor.may(right) ? open.filter((line) => !isTyped(line)) : open
  const known = await knownPrices(work, sale, { listed: itemsOf(open), dealt: itemsOf(compared) })
  const order = readPriceOrder(settingsOf(work.settings).priceOrder ?? usual) ?? readPriceOrder(usual) ?? []
  return (line) => {
    const record = draft.lookup(item, line.item)
    if (record === undefined || line.isGift) return undefined
    const wanted = {
      item: record,
      unit: line.unit ?? record.unit,
      taxRate: line.taxRate ?? ratePercent(draft.lookup(taxRate, record.taxRate)),
    }
    return choosePrice(candidatesFor(known, wanted, sale), order, derived(draft, work, line).baseQuantity ?? zero)
  }
}

/** Whether a line has the price it had; of one in currency that price alone tells, whatever the rate has become. */
const samePrice = (was: Values, line: Line): boolean =>
  line.currencyPrice ? sameDecimal(was['currencyPrice'], line.currencyPrice) : sameDecimal(was['price'], line.price)

const sameDecimal = (a: unknown, b: unknown): boolean => Decimal.isDecimal(a) && Decimal.isDecimal(b) && a.eq(b)

interface Priced {
  readonly values: Values
  readonly line: Line
  readonly problems: readonly FieldProblem[]
}

/** The price of a line: the chosen one where none was typed; a typed one says so, and asks for the right to. */
const pricedLine = (draft: DraftToPropose, work: Work, right: string, choose: Choose, index: number): Priced => {
  const line = linesOf(draft)[index] ?? {}
  const was = draft.before.find((one) => one['id'] === line.id)
  const kept = { values: { priceSource: was?.['priceSource'] ?? null }, line: derived(draft, work, line), problems: [] }
  if (line.source || !line.item || line.isGift) return kept
  const chosen = choose(line)
  if (!isTyped(line)) {
    const values = chosen === undefined ? {} : { price: chosen.price, priceSource: explainPrice(chosen) }
    return { values, line: derived(draft, work, { ...line, ...values }), problems: [] }
  }
  const whole = derived(draft, work, line)
  if (was !== undefined && was['item'] === line.item && samePrice(was, whole)) return kept
  if (chosen !== undefined && sameDecimal(chosen.price, whole.price)) {
    return { values: { priceSource: explainPrice(chosen) }, line: whole, problems: [] }
  }
  const allowed = chosen === undefined || work.actor.may(right)
  return {
    values: {
      priceSource: chosen === undefined ? byHand : `${byHand}（${explainPrice(chosen)} ${chosen.price.toString()}）`,
    },
    line: whole,
    problems: allowed ? [] : [mayNotChange(index, 'price', '单价', right)],
  }
}

/** Whether a line counts towards promotions and takes from them. */
const takesPart = (line: Line): boolean => !line.source && !line.isGift && ownAmount(line) !== null

const promotedBy = (
  draft: DraftToPropose,
  promotions: readonly Promotion[],
  sale: Sale,
  lines: readonly Line[],
): Promoted => {
  if (promotions.length === 0 || !lines.some(takesPart)) {
    return { off: lines.map(() => zero), notes: lines.map(() => ''), gifts: [] }
  }
  const seen = lines.map((line) => ({
    item: takesPart(line) ? (line.item ?? '') : '',
    category: takesPart(line) ? (draft.lookup(item, line.item)?.category ?? null) : null,
    quantity: takesPart(line) ? (line.baseQuantity ?? zero) : zero,
    amount: takesPart(line) ? (ownAmount(line) ?? zero) : zero,
  }))
  return applyPromotions(seen, promotions, sale)
}

/** The amounts follow from price, discount and allowance where anything is allowed; what was stored of them is stale. */
const allowed = (allowance: Decimal, note: string, before: Values | undefined): Values => {
  const was = before?.['allowance']
  const changed = !allowance.isZero() || (Decimal.isDecimal(was) && !was.isZero())
  return {
    allowance: allowance.isZero() ? null : allowance,
    promotion: note === '' ? null : note,
    ...(changed
      ? { net: null, tax: null, gross: null, currencyNet: null, currencyTax: null, currencyGross: null }
      : {}),
  }
}

const promiseAsked = (draft: DraftToPropose, line: Line & { readonly promisedOn?: unknown }): PromiseAsked => {
  const record = draft.lookup(item, line.item)
  if (record === undefined || record.isService === true || !line.baseQuantity) return null
  // A day that someone agreed, for the line or the whole order, stands.
  const isDated = typeof (line.promisedOn ?? draft.header['promisedOn']) === 'string'
  return { item: record.id, quantity: line.baseQuantity, isDated }
}

interface Way {
  /** The right to change a price. */
  readonly right: string
  /** Whether the day of delivery is proposed too. */
  readonly isPromised: boolean
}

const proposeOne = async (draft: DraftToPropose, work: Work, { right, isPromised }: Way): Promise<Proposed> => {
  const sale = saleOf(draft, work)
  const header = headOf(draft)
  const given = new Set(draft.before.filter((line) => line['isPromotionGift'] === true).map((line) => line['id']))
  const isPromoted = header.withoutPromotions !== true && linesOf(draft).some((line) => !line.source)
  const [choose, promotions] = await Promise.all([
    chooser(draft, work, sale, right),
    isPromoted ? promotionsOn(work, sale.date) : [],
  ])
  const priced = linesOf(draft).map((_line, index) => pricedLine(draft, work, right, choose, index))
  const problems = priced.flatMap((one) => one.problems)
  if (!sale.includesTax && header.roundOff && header.roundOff !== 'none') {
    problems.push(fieldProblem('roundOff', '单价不含税时不能抹零', 'needs prices that include tax'))
  }
  // What a promotion gave when the draft was last saved is given anew, or no longer.
  const lines = priced.map(({ line }) => (given.has(line.id ?? '') ? { ...line, isGift: true } : line))
  const promoted = promotedBy(draft, promotions, sale, lines)
  const left = lines.map((line, index) => (ownAmount(line) ?? zero).minus(promoted.off[index] ?? zero))
  const bill = spreadBillDiscount(left, {
    percent: header.billDiscountPercent ?? null,
    amount: header.billDiscount ?? null,
    roundDownTo: sale.includesTax ? (roundDownSteps[header.roundOff ?? 'none'] ?? null) : null,
  })
  const promises = isPromised
    ? await proposePromises(
        work,
        lines.map((line) => promiseAsked(draft, line)),
        draft.header,
      )
    : []
  return {
    lines: priced.map(({ values, line }, index) => {
      if (given.has(line.id ?? '')) return null
      const share = bill[index] ?? zero
      const notes = [promoted.notes[index] ?? '', share.isZero() ? '' : `整单优惠 -${share.toString()}`]
      const before = draft.before.find((one) => one['id'] === line.id)
      const note = notes.filter((part) => part !== '').join('；')
      return { ...values, ...promises[index], ...allowed((promoted.off[index] ?? zero).plus(share), note, before) }
    }),
    more: promoted.gifts.map((gift) => ({
      item: gift.item,
      quantity: gift.quantity,
      isGift: true,
      isPromotionGift: true,
      promotion: gift.promotion,
    })),
    problems,
  }
}

/** 取价, 促销, 整单优惠: what a document of sale is proposed for its lines, with the reason on each. */
export const proposeSale = (document: AnyDocument, options: { readonly isPromised?: boolean } = {}): Proposer => ({
  document,
  propose: (drafts, work) => {
    const way = { right: `${document.name}.changePrice`, isPromised: options.isPromised === true }
    return Promise.all(drafts.map((draft) => proposeOne(draft, work, way)))
  },
  saved: async (drafts, work) => {
    if (settingsOf(work.settings).updatePrices !== true) return
    for (const draft of drafts) await keepCustomerPrices(work, draft)
  },
})
