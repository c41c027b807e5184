import { round, zero } from '../base/decimal.ts'
import type { Decimal } from '../base/decimal.ts'
import { AmountToleranceError, amountsWithTax } from '../base/tax-amounts.ts'
import { toBase } from '../base/unit-ratio.ts'
import type { Draft } from '../kernel/definition/field.ts'
import { boolean, money, percent, price, quantity, ref, text } from '../kernel/definition/field.ts'
import type { OpenLine } from '../kernel/definition/flow.ts'
import { FieldRefusal } from '../kernel/definition/problem.ts'
import type { DeriveContext } from '../kernel/definition/record.ts'
import { currencyLine } from './document-currency.ts'
import { item, ratePercent, ratioOf, taxRate, unit } from './dimensions/item.ts'
import type { ItemRecord } from './dimensions/item.ts'
import { countOfSerials, deriveTracked } from './tracked-lines.ts'
import type { newLotLine } from './tracked-lines.ts'

/** What goods are on a line: the item, how many in which unit, and how many that is in the base unit. */
export const goodsLine = {
  item: ref(item, { label: '商品', required: true, indexed: true }),
  spec: text({ label: '规格型号', english: 'Specification', computed: true }),
  quantity: quantity({ label: '数量', required: true }),
  unit: ref(unit, { label: '单位' }),
  baseQuantity: quantity({ label: '基本数量', english: 'Base quantity', computed: true, hidden: true }),
  secondQuantity: quantity({
    label: '辅数量',
    english: 'Second quantity',
    help: '按商品的辅计量单位（浮动换算），与数量同时记账',
  }),
} as const

/**
 * 单价 折扣 税率 金额 税额 价税合计: stored, derived unless typed; what is typed wins within a tolerance. In the book currency; a
 * document in another is written in the 原币 of each.
 */
export const priceWithTax = {
  price: price({ label: '单价' }),
  currencyPrice: currencyLine.currencyPrice,
  discount: percent({ label: '折扣%', english: 'Discount %', help: '10 即打九折' }),
  allowance: money({
    label: '优惠',
    computed: true,
    proposed: true,
    help: '促销与整单优惠分摊到本行的金额，按单价的含税口径',
  }),
  taxRate: percent({ label: '税率%', english: 'Tax %' }),
  currencyNet: currencyLine.currencyNet,
  currencyTax: currencyLine.currencyTax,
  currencyGross: currencyLine.currencyGross,
  net: money({ label: '金额', english: 'Net' }),
  tax: money({ label: '税额' }),
  gross: money({ label: '价税合计', english: 'Gross' }),
  isGift: boolean({ label: '赠品' }),
} as const

type Tracked = Partial<typeof newLotLine>
type GoodsDraft = Draft<typeof goodsLine>
export type PricedDraft = Draft<typeof goodsLine & typeof priceWithTax>

/** Unit and base quantity from the item; a unit that the item is not counted in is refused. */
export const deriveGoods = (line: GoodsDraft & Draft<Tracked>, context: DeriveContext): Partial<GoodsDraft> => {
  const record = context.lookup(item, line.item)
  if (record === undefined) return {}
  const chosen = line.unit ?? record.unit
  const ratio = ratioOf(record, chosen)
  if (ratio === undefined)
    throw new FieldRefusal('unit', `商品“${record.name}”没有这个单位`, `${record.name} is not counted in this unit`)
  if (line.quantity?.isNegative())
    throw new FieldRefusal('quantity', '数量不能为负；退货请用退货单', 'must not be negative; use a return')
  // Who scanned the units need not count them.
  const count = line.quantity ?? (record.tracksSerials === true && chosen === record.unit ? countOfSerials(line) : null)
  const baseQuantity = count === null ? null : toBase(count, ratio)
  return {
    spec: record.spec,
    unit: chosen,
    quantity: count,
    baseQuantity,
    ...deriveTracked(line, record, baseQuantity),
  }
}

const typedAmounts = (line: PricedDraft): { net?: Decimal; tax?: Decimal; gross?: Decimal } => ({
  ...(line.net ? { net: line.net } : {}),
  ...(line.tax ? { tax: line.tax } : {}),
  ...(line.gross ? { gross: line.gross } : {}),
})

/** Whether the document's prices are 含税: as its head says, else as the company is used to. */
export const priceIncludesTax = (context: Pick<DeriveContext, 'header' | 'settings'>): boolean =>
  (context.header['priceIncludesTax'] ?? context.settings['priceIncludesTax']) !== false

/** 参考进价 or 零售价 in the line's unit: the unit's own, else the base unit's turned by the ratio. */
export const referencePrice = (
  record: ItemRecord,
  unitId: PricedDraft['unit'],
  which: 'purchasePrice' | 'salePrice',
): Decimal | null => {
  const own = which === 'salePrice' ? record.units.find((other) => other.unit === unitId)?.salePrice : null
  const base = record[which]
  const ratio = ratioOf(record, unitId)
  if (own !== null && own !== undefined) return own
  return base === null || ratio === undefined ? null : toBase(base, ratio)
}

/** Goods with their price; one that nobody typed is the item's reference price. */
export const derivePricedFrom =
  (which: 'purchasePrice' | 'salePrice') =>
  (line: PricedDraft, context: DeriveContext): Partial<PricedDraft> => {
    const record = context.lookup(item, line.item)
    if (record === undefined || line.isGift || line.price || line.gross || line.net) {
      return derivePriced(line, context)
    }
    const price = referencePrice(record, line.unit ?? record.unit, which)
    return { price, ...derivePriced({ ...line, price }, context) }
  }

type Carried =
  | 'item'
  | 'quantity'
  | 'unit'
  | 'secondQuantity'
  | 'price'
  | 'currencyPrice'
  | 'currencyNet'
  | 'currencyTax'
  | 'currencyGross'
  | 'discount'
  | 'allowance'
  | 'taxRate'
  | 'isGift'
  | 'net'
  | 'tax'
  | 'gross'

const hundred = zero.plus(100)

/** The discount with what was allowed beside it, so that every part of a line goes on at what it really costs. */
const wholeDiscount = (source: Pick<PricedDraft, 'price' | 'quantity' | 'discount' | 'allowance'>) => {
  const { price, quantity: count, discount, allowance } = source
  if (!allowance || allowance.isZero() || !price || !count || price.isZero() || count.isZero()) return discount
  return round((discount ?? zero).plus(allowance.times(hundred).div(price.times(count))), 6)
}

/** What a flow carries over of goods and their price; amounts only of a line that is taken whole, for they may be typed. */
export const carryPriced = (source: Pick<PricedDraft, Carried>, open: OpenLine) => ({
  item: source.item,
  unit: source.unit,
  quantity: open.quantity,
  price: source.price,
  currencyPrice: source.currencyPrice,
  discount: wholeDiscount(source),
  taxRate: source.taxRate,
  isGift: source.isGift,
  ...(open.isWhole
    ? {
        net: source.net,
        tax: source.tax,
        gross: source.gross,
        currencyNet: source.currencyNet,
        currencyTax: source.currencyTax,
        currencyGross: source.currencyGross,
        secondQuantity: source.secondQuantity,
      }
    : {}),
})

const labels = { net: '金额', tax: '税额', gross: '价税合计' } as const

/** The price that an amount alone says: 倒算单价. Ten places, so that quantity × price gives the amount back. */
const priceFromAmount = (line: PricedDraft, context: DeriveContext, rate: Decimal): Decimal | null => {
  if (!line.quantity || line.quantity.isZero()) return null
  const factor = rate.div(100).plus(1)
  const [same, other] = priceIncludesTax(context)
    ? [line.gross, line.net?.times(factor)]
    : [line.net, line.gross?.div(factor)]
  const amount = same ?? other
  const kept = hundred.minus(line.discount ?? zero).div(100)
  return !amount || kept.isZero() ? null : round(amount.div(kept).div(line.quantity), 10)
}

/** Goods with their price: net, tax and gross by §5.1's rules. `priceIncludesTax` stands at the document's head. */
export const derivePriced = (typed: PricedDraft, context: DeriveContext): Partial<PricedDraft> => {
  const goods = deriveGoods(typed, context)
  const line = { ...typed, quantity: typed.quantity ?? goods.quantity ?? null }
  const record = context.lookup(item, line.item)
  const rate = line.taxRate ?? ratePercent(record === undefined ? undefined : context.lookup(taxRate, record.taxRate))
  if (line.isGift) return { ...goods, price: zero, discount: null, taxRate: rate, net: zero, tax: zero, gross: zero }
  const price = line.price ?? priceFromAmount(line, context, rate)
  if (!line.quantity || !price) return { ...goods, taxRate: rate }
  const priced = { ...goods, price, taxRate: rate }
  try {
    const { net, tax, gross } = amountsWithTax({
      quantity: line.quantity,
      price,
      priceIncludesTax: priceIncludesTax(context),
      taxRate: rate,
      ...(line.discount ? { discountPercent: line.discount } : {}),
      ...(line.allowance ? { allowance: line.allowance } : {}),
      typed: typedAmounts(line),
    })
    return { ...priced, net, tax, gross }
  } catch (error) {
    if (!(error instanceof AmountToleranceError)) throw error
    throw new FieldRefusal(
      error.amount,
      `${labels[error.amount]} ${error.typed.toString()} 与数量×单价不符，应为 ${error.derived.toString()} 左右`,
      `${error.typed.toString()} does not fit quantity and price; about ${error.derived.toString()} is expected`,
    )
  }
}

/** Σ of a money column over the lines; what is missing counts as nothing. */
export const totalOf = <Name extends string>(
  lines: readonly { readonly [K in Name]?: Decimal | null }[],
  name: Name,
): Decimal => lines.reduce((total, line) => total.plus(line[name] ?? zero), zero)
