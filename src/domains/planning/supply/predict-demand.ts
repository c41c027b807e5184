import { addMonths, daysBetween, firstOfMonth } from '../../../base/calendar-date.ts'
import type { CalendarDate } from '../../../base/calendar-date.ts'
import { round } from '../../../base/decimal.ts'
import type { Decimal } from '../../../base/decimal.ts'
import type { Work } from '../../../kernel/posting/work.ts'
import { forecastDemand } from '../rules/forecast/forecast-demand.ts'
import type { DemandForecast } from '../rules/forecast/forecast-demand.ts'
import { demandPatterns } from '../rules/forecast/intermittent.ts'
import { methodNames } from '../rules/forecast/method.ts'
import { uncensored } from '../rules/forecast/uncensored.ts'
import { readSalesHistory } from './sales-history.ts'
import type { HistoryAsked, SoldMonth } from './sales-history.ts'

/** What an item sold, what is expected of it from the current month on, and who it is. */
export interface PredictedItem {
  readonly item: string
  readonly code: string
  readonly name: string
  readonly unit: string
  /** Places of its unit. */
  readonly places: number
  readonly history: readonly SoldMonth[]
  /** The history as it would have been with stock throughout; NaN where that is not known. */
  readonly demand: readonly number[]
  readonly forecast: DemandForecast
}

interface ItemRow {
  readonly id: string
  readonly code: string
  readonly name: string
  readonly unit: string
  readonly places: number | null
}

/** 销量预测 of every item that sold in the months looked at and is still dealt in, by code. */
export const predictDemand = async (
  work: Work,
  today: CalendarDate,
  asked: HistoryAsked & { readonly horizon: number },
): Promise<PredictedItem[]> => {
  const sold = await readSalesHistory(work, today, asked)
  const items = await work.tx.rows<ItemRow>(
    `select i.id, i.code, i.name, u.name as unit, u.places from item i join unit u on u.company_id = $1 and u.id = i.unit
     where i.company_id = $1 and i.id = any($2::uuid[]) and not i.disabled order by i.code`,
    [work.company, [...sold.keys()]],
  )
  return items.map(({ id, code, name, unit, places }) => {
    const history = sold.get(id) ?? []
    const demand = uncensored(history)
    return {
      item: id,
      code,
      name,
      unit,
      places: places ?? 0,
      history,
      demand,
      forecast: forecastDemand(demand, asked.horizon),
    }
  })
}

/** An estimate leaves as a decimal of no more places than its unit has. */
export const estimated = (value: number, places: number): Decimal => round(Math.max(0, value), places)

const part = (value: number | null): string => (value === null ? '—' : `${round(value * 100, 1).toString()}%`)
const scale = (value: number | null): string => (value === null ? '—' : round(value, 2).toString())

/** Why this method, in words that can be checked: how demand comes, what was tried and how far each was off. */
export const methodReason = ({ pattern, errors, tried, method }: DemandForecast): string => {
  const kind = `需求${demandPatterns[pattern]}`
  if (errors === undefined) return `${kind}；历史太短，不能回测，取${methodNames[method]}`
  const others = tried
    .slice(1, 4)
    .map((one) => `${methodNames[one.method]} ${part(one.errors.wape)}`)
    .join('、')
  return (
    `${kind}；回测 ${tried.length} 种方法，${methodNames[method]}误差最小：WAPE ${part(errors.wape)}，MASE ${scale(errors.mase)}` +
    (others === '' ? '' : `；其次 ${others}`)
  )
}

/** What history says of itself that a reader should know. */
export const historyNotes = (history: readonly SoldMonth[]): string[] => {
  const first = history.findIndex((month) => month.sold > 0)
  const own = first < 0 ? [] : history.slice(first)
  const out = own.filter((month) => month.inStock < 1).length
  const promoted = own.filter((month) => month.promoted > 0).length
  return [
    ...(own.length < 12 ? [`历史只有 ${own.length} 个月`] : []),
    ...(out === 0 ? [] : [`${out} 个月有缺货`]),
    ...(promoted === 0 ? [] : [`${promoted} 个月有促销`]),
  ]
}

/** What is expected of the next days: whole months in part, today the first of the days. */
export const expectedWithin = (forecast: DemandForecast, today: CalendarDate, days: number): number => {
  let [left, expected] = [days, 0]
  let day = today
  for (const { point } of forecast.ahead) {
    if (left <= 0) break
    const month = firstOfMonth(day)
    const next = addMonths(month, 1)
    const taken = Math.min(left, daysBetween(day, next))
    expected += (point * taken) / daysBetween(month, next)
    left -= taken
    day = next
  }
  return expected
}
