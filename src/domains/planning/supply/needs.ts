import { addDays } from '../../../base/calendar-date.ts'
import type { CalendarDate } from '../../../base/calendar-date.ts'
import { sum, zero } from '../../../base/decimal.ts'
import type { Decimal } from '../../../base/decimal.ts'
import type { Work } from '../../../kernel/posting/work.ts'
import { belowMinimum, coverDemand } from '../rules/cover-demand.ts'
import type { Covered } from '../rules/cover-demand.ts'
import { remainingForecast } from '../rules/remaining-forecast.ts'
import { readForecasts, readOrderDemand, readOrdered, readSupply } from './read-supply.ts'
import type { NamedDemand, NamedForecast, SuppliedItem } from './read-supply.ts'

/** The reasons for which the product asks for purchases by itself. */
export const needOrigins = { shortage: '订单缺料', stockAlert: '库存预警', forecast: '销售预测' } as const
export type NeedOrigin = keyof typeof needOrigins

/** Something that has to be bought, why, by when, and the way back to where it comes from. */
export interface Need {
  readonly origin: NeedOrigin
  readonly of: SuppliedItem
  /** In the base unit. */
  readonly quantity: Decimal
  readonly neededOn: CalendarDate
  /** The document that needs it; null of a stock alert, whose source is the item. */
  readonly demand: NamedDemand | null
  readonly reason: string
}

const text = (value: Decimal) => value.toDecimalPlaces(6).toString()

const forecastDemand = (forecasts: readonly NamedForecast[], left: ReadonlyMap<string, Decimal>, today: CalendarDate) =>
  forecasts.flatMap((line): NamedDemand[] => {
    const quantity = left.get(line.line)
    if (quantity === undefined) return []
    const on = line.from < today ? today : line.from
    return [
      {
        item: line.item,
        line: line.line,
        kind: 'forecast',
        on,
        quantity,
        document: line.document,
        type: 'salesForecast',
        number: line.number,
        partyName: null,
      },
    ]
  })

const readForecastDemand = async (work: Work, today: CalendarDate): Promise<NamedDemand[]> => {
  const forecasts = await readForecasts(work, today)
  const [first] = forecasts.map((line) => line.from).toSorted()
  if (first === undefined) return []
  const byItem = Map.groupBy(forecasts, (line) => line.item)
  const sold = await readOrdered(work, [...byItem.keys()], first)
  const left = [...byItem].flatMap(([item, lines]) => remainingForecast(lines, sold.get(item) ?? [], today))
  return forecastDemand(forecasts, new Map(left.map((one) => [one.line.line, one.left])), today)
}

/** Every demand for the goods that are looked at, and how it is met. */
export interface Coverage {
  readonly of: SuppliedItem
  readonly covered: readonly Covered<NamedDemand>[]
}

/** How what is ordered of us and forecast is met by what there is, item by item. */
export const readCoverage = async (
  work: Work,
  today: CalendarDate,
  asked: { readonly items?: readonly string[] | null; readonly category?: string | null } = {},
): Promise<Coverage[]> => {
  const [supply, orders, forecasts] = await Promise.all([
    readSupply(work, asked),
    readOrderDemand(work),
    readForecastDemand(work, today),
  ])
  const demands = Map.groupBy([...orders, ...forecasts], (one) => one.item)
  return supply.map((of) => ({ of, covered: coverDemand(of, demands.get(of.item) ?? []) }))
}

const demandNeed = (of: SuppliedItem, one: Covered<NamedDemand>, today: CalendarDate): Need[] => {
  if (!one.short.gt(zero)) return []
  const { demand } = one
  const rest = [
    `需 ${text(demand.quantity)}`,
    `现存可用 ${text(one.fromStock)}`,
    `在途 ${text(one.fromTransit)}`,
    `已申请 ${text(one.fromRequests)}`,
    `缺 ${text(one.short)}`,
  ].join('，')
  return [
    {
      origin: demand.kind === 'order' ? 'shortage' : 'forecast',
      of,
      quantity: one.short,
      neededOn: demand.on < today ? today : demand.on,
      demand,
      reason: `${demand.number}${demand.partyName === null ? '' : ` ${demand.partyName}`}：${rest}`,
    },
  ]
}

const alertNeed = (of: SuppliedItem, asked: readonly Need[], today: CalendarDate): Need[] => {
  const more = sum(asked.map((need) => need.quantity))
  const available = of.onHand.plus(of.inTransit).plus(of.requested).plus(more).minus(of.demand)
  const quantity = belowMinimum(available, of)
  if (!quantity.gt(zero)) return []
  const limits = `最低库存 ${text(of.minimum ?? zero)}${of.maximum === null ? '' : `，最高库存 ${text(of.maximum)}`}`
  return [
    {
      origin: 'stockAlert',
      of,
      quantity,
      neededOn: addDays(today, of.leadDays ?? 0),
      demand: null,
      reason: `可用库存 ${text(available)} 低于${limits}，补 ${text(quantity)}`,
    },
  ]
}

/**
 * What has to be bought: shortages of orders first, then of forecasts, then what stays below its minimum, each counting what
 * the ones before it ask for. What is on the way or asked for already is never needed again.
 */
export const readNeeds = async (
  work: Work,
  today: CalendarDate,
  origins: readonly NeedOrigin[],
  asked: { readonly items?: readonly string[] | null; readonly category?: string | null } = {},
): Promise<Need[]> => {
  const coverage = await readCoverage(work, today, asked)
  return coverage.flatMap(({ of, covered }) => {
    const needs = covered.flatMap((one) => demandNeed(of, one, today)).filter((need) => origins.includes(need.origin))
    return origins.includes('stockAlert') ? [...needs, ...alertNeed(of, needs, today)] : needs
  })
}
