import { zero } from '../base/decimal.ts'
import type { Decimal } from '../base/decimal.ts'
import { AmountToleranceError, amountsWithTax } from '../base/tax-amounts.ts'
import { toBase } from '../base/unit-ratio.ts'
import type { Draft } from '../kernel/definition/field.ts'
import { boolean, money, percent, price, quantity, ref, text } from '../kernel/definition/field.ts'
import { FieldRefusal } from '../kernel/definition/problem.ts'
import type { DeriveContext } from '../kernel/definition/record.ts'
import { item, ratePercent, ratioOf, taxRate, unit } from './dimensions/item.ts'

/** What goods are on a line: the item, how many in which unit, and how many that is in the base unit. */
export const goodsLine = {
  item: ref(item, { label: '商品', required: true, indexed: true }),
  spec: text({ label: '规格型号', english: 'Specification', computed: true }),
  quantity: quantity({ label: '数量', required: true }),
  unit: ref(unit, { label: '单位' }),
  baseQuantity: quantity({ label: '基本数量', english: 'Base quantity', computed: true, hidden: true }),
} as const

/** 单价 折扣 税率 金额 税额 价税合计: stored, derived unless typed; what is typed wins within a tolerance. */
export const priceWithTax = {
  price: price({ label: '单价' }),
  discount: percent({ label: '折扣%', english: 'Discount %', help: '10 即打九折' }),
  taxRate: percent({ label: '税率%', english: 'Tax %' }),
  net: money({ label: '金额', english: 'Net' }),
  tax: money({ label: '税额' }),
  gross: money({ label: '价税合计', english: 'Gross' }),
  isGift: boolean({ label: '赠品' }),
} as const

type GoodsDraft = Draft<typeof goodsLine>
type PricedDraft = Draft<typeof goodsLine & typeof priceWithTax>

/** Unit and base quantity from the item; a unit that the item is not counted in is refused. */
export const deriveGoods = (line: GoodsDraft, context: DeriveContext): Partial<GoodsDraft> => {
  const record = context.lookup(item, line.item)
  if (record === undefined) return {}
  const chosen = line.unit ?? record.unit
  const ratio = ratioOf(record, chosen)
  if (ratio === undefined)
    throw new FieldRefusal('unit', `商品“${record.name}”没有这个单位`, `${record.name} is not counted in this unit`)
  if (line.quantity?.isNegative())
    throw new FieldRefusal('quantity', '数量不能为负；退货请用退货单', 'must not be negative; use a return')
  return {
    spec: record.spec,
    unit: chosen,
    baseQuantity: line.quantity === null || line.quantity === undefined ? null : toBase(line.quantity, ratio),
  }
}

const typedAmounts = (line: PricedDraft): { net?: Decimal; tax?: Decimal; gross?: Decimal } => ({
  ...(line.net ? { net: line.net } : {}),
  ...(line.tax ? { tax: line.tax } : {}),
  ...(line.gross ? { gross: line.gross } : {}),
})

const labels = { net: '金额', tax: '税额', gross: '价税合计' } as const

/** Goods with their price: net, tax and gross by §5.1's rules. `priceIncludesTax` stands at the document's head. */
export const derivePriced = (line: PricedDraft, context: DeriveContext): Partial<PricedDraft> => {
  const goods = deriveGoods(line, context)
  const record = context.lookup(item, line.item)
  const rate = line.taxRate ?? ratePercent(record === undefined ? undefined : context.lookup(taxRate, record.taxRate))
  if (line.isGift) return { ...goods, price: zero, discount: null, taxRate: rate, net: zero, tax: zero, gross: zero }
  const priced = { ...goods, taxRate: rate }
  if (!line.quantity || !line.price) return priced
  try {
    const { net, tax, gross } = amountsWithTax({
      quantity: line.quantity,
      price: line.price,
      priceIncludesTax: context.header['priceIncludesTax'] !== false,
      taxRate: rate,
      ...(line.discount ? { discountPercent: line.discount } : {}),
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
