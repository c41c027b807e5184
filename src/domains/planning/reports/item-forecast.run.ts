import { addMonths, daysBetween, firstOfMonth, lastOfMonth, monthOf } from '../../../base/calendar-date.ts'
import type { CalendarDate } from '../../../base/calendar-date.ts'
import { round } from '../../../base/decimal.ts'
import { invalid, fieldProblem } from '../../../kernel/definition/problem.ts'
import type { ReportRow } from '../../../kernel/definition/report.ts'
import { defineReportRun } from '../../../kernel/documents/installed.ts'
import { methodNames } from '../rules/forecast/method.ts'
import { estimated, historyNotes, methodReason, predictDemand } from '../supply/predict-demand.ts'
import type { PredictedItem } from '../supply/predict-demand.ts'
import { itemForecast } from './item-forecast.ts'
import { within } from './within.ts'

const blank = { sold: null, promoted: null, outDays: null, demand: null, forecast: null, low: null, high: null }

const pastRows = ({ item, history, demand, places }: PredictedItem): ReportRow[] => {
  const first = Math.max(
    0,
    history.findIndex((month) => month.sold !== 0),
  )
  return history.slice(first).map((own, index) => {
    const days = daysBetween(own.month, addMonths(own.month, 1))
    const known = demand[first + index] ?? Number.NaN
    return {
      ...blank,
      month: monthOf(own.month),
      itemId: item,
      from: own.month,
      to: lastOfMonth(own.month),
      sold: round(own.sold, Math.max(places, 2)).toString(),
      promoted: own.promoted === 0 ? null : round(own.promoted, Math.max(places, 2)).toString(),
      outDays: Math.round((1 - own.inStock) * days) || null,
      demand: Number.isNaN(known) ? null : estimated(known, Math.max(places, 2)).toString(),
    }
  })
}

const comingRows = ({ item, forecast, places }: PredictedItem, today: CalendarDate): ReportRow[] =>
  forecast.ahead.map(({ point, low, high }, index) => ({
    ...blank,
    month: monthOf(addMonths(firstOfMonth(today), index)),
    itemId: item,
    forecast: estimated(point, places).toString(),
    low: estimated(low, places).toString(),
    high: estimated(high, places).toString(),
  }))

export const runItemForecast = defineReportRun(itemForecast, async (parameters, work) => {
  if (!parameters.item) {
    throw invalid('请选择商品', 'Choose an item', [fieldProblem('item', '请选择商品', 'item is required')])
  }
  const today = work.clock.today(String(work.settings['zone'] ?? 'Asia/Shanghai'))
  const [one] = await predictDemand(work, today, {
    items: [parameters.item],
    warehouse: parameters.warehouse ?? null,
    months: within('months', parameters.months ?? 36, 6, 120),
    horizon: within('horizon', parameters.horizon ?? 6, 1, 12),
  })
  if (one === undefined) return { rows: [], notes: ['所选月份没有销售'] }
  return {
    rows: [...pastRows(one), ...comingRows(one, today)],
    notes: [
      `${one.code} ${one.name}`,
      methodNames[one.forecast.method],
      methodReason(one.forecast),
      ...historyNotes(one.history),
    ],
  }
})
