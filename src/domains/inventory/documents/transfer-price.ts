import { cents } from '../../../base/money.ts'
import { choice, money, percent, price, ref, text } from '../../../kernel/definition/field.ts'
import type { Draft } from '../../../kernel/definition/field.ts'
import type { DeriveContext } from '../../../kernel/definition/record.ts'
import type { goodsLine } from '../../../ledgers/priced-lines.ts'
import { priceList } from '../../sales/index.ts'

/** How goods are priced as they are moved in; none is 同价, at cost. */
export const transferPriceKinds = { typed: '指定调入价', priceList: '按价格表', markUp: '按加价率' } as const

/** 异价调拨: the receiving warehouse takes the goods at a price of its own. */
export const transferPriceHead = {
  priceBy: choice({
    label: '异价方式',
    english: 'Priced by',
    options: transferPriceKinds,
    help: '空为同价调拨。异价与成本的差额记商品进销差价，随货物出库转回；须分仓库核算成本',
  }),
  priceList: ref(priceList, { label: '价格表' }),
  markUpPercent: percent({ label: '加价率%', english: 'Mark-up %', help: '在调出仓库当前成本上加价' }),
} as const

export const transferPriceLine = {
  inPrice: price({ label: '调入单价', english: 'Price moved in at', sensitive: true, help: '不含税，异价调拨时填写' }),
  inAmount: money({ label: '调入金额', english: 'Moved in at', computed: true, sensitive: true }),
  /** What the server found the price by; while that is the same, a price that was changed by hand stays. */
  inPriceBasis: text({ label: '调入价依据', hidden: true }),
} as const

type Line = Draft<typeof transferPriceLine & typeof goodsLine>

/** Whether the document is 异价, as its head says. */
export const isPriced = (context: Pick<DeriveContext, 'header'>): boolean => Boolean(context.header['priceBy'])

/** What the line's goods are moved in at; nothing where they are moved at cost. */
export const deriveTransferPrice = (line: Line, context: DeriveContext) => {
  if (!isPriced(context)) return { inPrice: null, inAmount: null, inPriceBasis: null }
  return { inAmount: line.inPrice && line.quantity ? cents(line.inPrice.times(line.quantity)) : null }
}
