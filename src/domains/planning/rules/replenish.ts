import { round, zero } from '../../../base/decimal.ts'
import type { Decimal } from '../../../base/decimal.ts'
import { orderQuantity } from '../../purchasing/index.ts'
import type { Supply } from './cover-demand.ts'

/** 日均按: what was sold of late, or what is expected of the days to come. */
export const demandBases = { average: '近期销量', forecast: '销量预测' } as const
export type DemandBasis = keyof typeof demandBases

/** What a forecast expects of the days that a purchase is for, and how far its method was off when looking back. */
export interface ExpectedSales {
  readonly days: number
  readonly expected: Decimal
  readonly method: string
  /** Percent; null where the history is too short to say. */
  readonly wape: Decimal | null
}

/** What is known of an item when it is decided whether to buy more of it. Base unit throughout. */
export interface ItemHistory extends Supply {
  /** Sold in the window, less what came back. */
  readonly sold: Decimal
  readonly days: number
  /** Taken in place of what was sold, where it is asked for and the item has a history. */
  readonly forecast: ExpectedSales | null
  readonly leadDays: number
  /** Days that a purchase should last beyond its own way here. */
  readonly coverDays: number
  readonly safetyStock: Decimal
  readonly minimum: Decimal | null
  readonly maximum: Decimal | null
  /** Promised to customers. */
  readonly demand: Decimal
  /** Here, and not to be used; beside `onHand`. */
  readonly frozen: Decimal
  readonly minimumOrder: Decimal | null
  readonly orderMultiple: Decimal | null
}

/** A proposal with every figure that led to it. */
export interface Replenishment {
  readonly daily: Decimal
  /** 补货点: at or below it, more is bought. */
  readonly reorderPoint: Decimal
  /** What there should be once it is here. */
  readonly target: Decimal
  readonly available: Decimal
  readonly wanted: Decimal
  /** The wanted, as the supplier sells it. */
  readonly quantity: Decimal
}

const most = (one: Decimal, other: Decimal | null) => (other?.gt(one) ? other : one)

const dailyOf = ({ forecast, sold, days }: ItemHistory): Decimal => {
  if (forecast !== null) return forecast.days > 0 ? round(forecast.expected.div(forecast.days), 4) : zero
  return days > 0 && sold.gt(zero) ? round(sold.div(days), 4) : zero
}

/**
 * How much of an item to buy, from what it sold (智能补货): the reorder point covers the lead time and the safety stock, and
 * is never below the item's minimum; the target lasts for the days to cover as well, and is never above its maximum.
 * Available is what is here, on the way and asked for, less what is promised.
 */
export const replenish = (item: ItemHistory): Replenishment => {
  const daily = dailyOf(item)
  const reorderPoint = most(round(daily.times(item.leadDays).plus(item.safetyStock), 2), item.minimum)
  const lasting = round(daily.times(item.leadDays + item.coverDays).plus(item.safetyStock), 2)
  const wished = most(lasting, reorderPoint)
  const target = item.maximum?.lt(wished) ? item.maximum : wished
  const available = item.onHand.plus(item.inTransit).plus(item.requested).minus(item.demand)
  const isLow = reorderPoint.gt(zero) ? available.lte(reorderPoint) : available.lt(zero)
  const missing = target.minus(available)
  const wanted = isLow && missing.gt(zero) ? missing.ceil() : zero
  return { daily, reorderPoint, target, available, wanted, quantity: orderQuantity(wanted, item) }
}

const text = (value: Decimal) => value.toDecimalPlaces(2).toString()

const forecastWords = ({ days, expected, method, wape }: ExpectedSales): string =>
  `预测 ${days} 天销 ${text(expected)}（${method}${wape === null ? '' : `，回测误差 ${text(wape)}%`}）`

/** Why a proposal is what it is, in figures that anyone can add up. */
export const reasonOf = (item: ItemHistory, proposal: Replenishment): string => {
  const { daily, reorderPoint, target, available, wanted, quantity } = proposal
  const parts = [
    `近${item.days}天销 ${text(item.sold)}${item.forecast === null ? '' : `；${forecastWords(item.forecast)}`}，日均 ${text(daily)}`,
    `补货点 ${text(reorderPoint)}＝日均×提前期 ${item.leadDays} 天＋安全库存 ${text(item.safetyStock)}` +
      (item.minimum?.eq(reorderPoint) ? `（取最低库存）` : ''),
    `可用 ${text(available)}＝现存 ${text(item.onHand.plus(item.frozen))}${item.frozen.isZero() ? '' : `－冻结 ${text(item.frozen)}`}＋在途 ${text(item.inTransit)}＋已申请 ${text(item.requested)}－待发 ${text(item.demand)}`,
  ]
  if (wanted.isZero()) return [...parts, '无需补货'].join('；')
  return [
    ...parts,
    `补到 ${text(target)}${item.maximum?.eq(target) ? '（最高库存）' : ''}，缺 ${text(wanted)}`,
    ...(quantity.eq(wanted)
      ? []
      : [
          `按${[
            item.minimumOrder === null ? '' : `起订量 ${text(item.minimumOrder)}`,
            item.orderMultiple === null ? '' : `倍数 ${text(item.orderMultiple)}`,
          ]
            .filter((one) => one !== '')
            .join('、')}取 ${text(quantity)}`,
        ]),
  ].join('；')
}
