import { round, zero } from '../../../base/decimal.ts'
import { cents } from '../../../base/money.ts'
import { money, price, text } from '../../../kernel/definition/field.ts'
import type { DeriveContext, LineDraft } from '../../../kernel/definition/record.ts'
import { item } from '../../../ledgers/dimensions/item.ts'
import { deriveGoods, goodsLine, referencePrice } from '../../../ledgers/priced-lines.ts'
import { newLotLine } from '../../../ledgers/tracked-lines.ts'

/** Goods with the cost they come in at, without tax. */
export const costLine = {
  ...goodsLine,
  ...newLotLine,
  unitCost: price({ label: '单位成本', sensitive: true }),
  amount: money({ label: '成本金额', sensitive: true }),
  remark: text({ label: '备注' }),
} as const

/** Cost is quantity × unit cost; an amount that was typed says the unit cost; with neither, the reference price does. */
export const deriveCost = (line: LineDraft<typeof costLine>, context: DeriveContext) => {
  const goods = deriveGoods(line, context)
  const quantity = line.quantity ?? goods.quantity
  if (!quantity || quantity.isZero()) return goods
  if (line.unitCost === null || line.unitCost === undefined) {
    if (line.amount) return { ...goods, unitCost: round(line.amount.div(quantity), 10) }
    const record = context.lookup(item, line.item)
    const reference = record === undefined ? null : referencePrice(record, line.unit ?? record.unit, 'purchasePrice')
    return reference === null ? goods : { ...goods, unitCost: reference, amount: cents(quantity.times(reference)) }
  }
  // A typed amount wins while it is what the unit cost, rounded to its places, could mean.
  const derived = cents(quantity.times(line.unitCost))
  const near = line.amount?.minus(derived).abs().lte('0.05') === true
  return { ...goods, amount: near ? (line.amount ?? zero) : derived }
}
