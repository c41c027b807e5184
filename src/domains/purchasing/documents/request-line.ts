import { zero } from '../../../base/decimal.ts'
import { cents } from '../../../base/money.ts'
import { choice, guarded, money, price, ref } from '../../../kernel/definition/field.ts'
import { text } from '../../../kernel/definition/field.ts'
import type { DeriveContext, LineDraft } from '../../../kernel/definition/record.ts'
import { item } from '../../../ledgers/dimensions/item.ts'
import { party } from '../../../ledgers/dimensions/party.ts'
import { deriveGoods, goodsLine, referencePrice } from '../../../ledgers/priced-lines.ts'

/** What made a request: a person, or one of the reasons the product sees by itself. */
export const requestOrigins = {
  manual: '手工',
  shortage: '订单缺料',
  stockAlert: '库存预警',
  forecast: '销售预测',
  replenishment: '智能补货',
  plan: '采购计划',
} as const
export type RequestOrigin = keyof typeof requestOrigins

/** What is asked for, and what it may cost: 预计单价 includes tax. */
export const requestedGoods = {
  ...goodsLine,
  supplier: ref(party, { label: '建议供应商', english: 'Suggested supplier', facet: 'supplier' }),
  ...guarded('cost', {
    price: price({ label: '预计单价', english: 'Estimated price', help: '含税；空则取供应商报价、最近进价或参考进价' }),
    amount: money({ label: '预计金额', english: 'Estimated amount', computed: true }),
  }),
} as const

/** Where a line of a request comes from, and the way back there. */
export const requestOrigin = {
  origin: choice({ label: '来源', options: requestOrigins, computed: true }),
  originNumber: text({ label: '来源单号', english: 'Origin number', maxLength: 60, computed: true }),
  originLine: ref(
    { name: 'line', label: '单据行' },
    { label: '来源行', unchecked: true, indexed: true, hidden: true, computed: true },
  ),
  reason: text({ label: '说明', english: 'Reason', maxLength: 400 }),
} as const

type RequestLine = LineDraft<typeof requestedGoods>

/** Unit, base quantity and estimate of a line. */
export const deriveRequestLine = (line: RequestLine, context: DeriveContext): Partial<RequestLine> => {
  const goods = deriveGoods(line, context)
  const record = context.lookup(item, line.item)
  const estimate = line.price ?? (record === undefined ? null : referencePrice(record, goods.unit, 'purchasePrice'))
  return { ...goods, amount: cents((line.quantity ?? zero).times(estimate ?? zero)) }
}
