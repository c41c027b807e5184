import { addMonths, firstOfMonth, monthOf } from '../../../base/calendar-date.ts'
import type { CalendarDate } from '../../../base/calendar-date.ts'
import { decimal, round, sum } from '../../../base/decimal.ts'
import type { Decimal } from '../../../base/decimal.ts'
import type { ReportColumn, ReportRow } from '../../../kernel/definition/report.ts'
import { defineReportRun } from '../../../kernel/documents/installed.ts'
import { methodNames } from '../rules/forecast/method.ts'
import { estimated, historyNotes, methodReason, predictDemand } from '../supply/predict-demand.ts'
import type { PredictedItem } from '../supply/predict-demand.ts'
import { demandForecast } from './demand-forecast.ts'
import type { forecastOrders } from './demand-forecast.ts'
import { within } from './within.ts'

/** A part of one as a percentage of two places. */
const percentOf = (part: number | null): string | null => (part === null ? null : round(part * 100, 2).toString())

const monthsAhead = (today: CalendarDate, horizon: number): CalendarDate[] =>
  Array.from({ length: horizon }, (_one, index) => addMonths(firstOfMonth(today), index))

/** What was sold in the same months a year before. */
const yearBefore = ({ history, places }: PredictedItem, months: readonly CalendarDate[]): Decimal => {
  const same = new Set(months.map((month) => addMonths(month, -12)))
  return sum(history.filter(({ month }) => same.has(month)).map(({ sold }) => round(sold, Math.max(places, 6))))
}

interface Row {
  readonly cells: ReportRow
  readonly expected: Decimal
  readonly growth: Decimal | null
  readonly wape: number | null
}

const rowOf = (one: PredictedItem, months: readonly CalendarDate[], warehouseId: string | null): Row => {
  const points = one.forecast.ahead.map(({ point }) => estimated(point, one.places))
  const [expected, before] = [sum(points), yearBefore(one, months)]
  const growth = before.gt(0) ? round(expected.minus(before).times(100).div(before), 2) : null
  const { errors, method } = one.forecast
  const mase = errors?.mase ?? null
  return {
    expected,
    growth,
    wape: errors?.wape ?? null,
    cells: {
      itemId: one.item,
      warehouseId,
      itemName: `${one.code} ${one.name}`,
      unit: one.unit,
      lastYear: before.toString(),
      expected: expected.toString(),
      growth: growth?.toString() ?? null,
      wape: percentOf(errors?.wape ?? null),
      mase: mase === null ? null : round(mase, 2).toString(),
      method: methodNames[method],
      notes: historyNotes(one.history).join('；') || null,
      reason: methodReason(one.forecast),
      ...Object.fromEntries(months.map((month, index) => [monthOf(month), points[index]?.toString() ?? null])),
    },
  }
}

const falling = (one: Decimal | number | null, other: Decimal | number | null): number =>
  decimal(other ?? Number.MIN_SAFE_INTEGER).cmp(decimal(one ?? Number.MIN_SAFE_INTEGER))

const orders: Readonly<Record<keyof typeof forecastOrders, (one: Row, other: Row) => number>> = {
  code: () => 0,
  quantity: (one, other) => falling(one.expected, other.expected),
  growth: (one, other) => falling(one.growth, other.growth),
  error: (one, other) => falling(one.wape, other.wape),
}

const columnsOf = (months: readonly CalendarDate[]): ReportColumn[] => {
  const ofMonths = months.map((month): ReportColumn => ({
    name: monthOf(month),
    label: monthOf(month),
    english: monthOf(month),
    kind: 'quantity',
    group: '预测',
    total: true,
  }))
  return demandForecast.columns.flatMap((column) => (column.name === 'expected' ? [...ofMonths, column] : [column]))
}

export const runDemandForecast = defineReportRun(demandForecast, async (parameters, work) => {
  const today = work.clock.today(String(work.settings['zone'] ?? 'Asia/Shanghai'))
  const horizon = within('horizon', parameters.horizon ?? 3, 1, 12)
  const months = monthsAhead(today, horizon)
  const warehouse = parameters.warehouse ?? null
  const predicted = await predictDemand(work, today, {
    items: parameters.item ? [parameters.item] : null,
    category: parameters.category ?? null,
    warehouse,
    months: within('months', parameters.months ?? 36, 6, 120),
    horizon,
  })
  const rows = predicted.map((one) => rowOf(one, months, warehouse)).toSorted(orders[parameters.order ?? 'code'])
  return {
    columns: columnsOf(months),
    rows: rows.map(({ cells }) => cells),
    notes: [
      `历史到 ${monthOf(addMonths(firstOfMonth(today), -1))}，预测 ${monthOf(months[0] ?? today)} 起 ${horizon} 个月`,
    ],
  }
})
