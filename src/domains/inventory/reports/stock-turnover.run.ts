import { addDays, addMonths, firstOfMonth, lastOfMonth, monthOf } from '../../../base/calendar-date.ts'
import type { CalendarDate } from '../../../base/calendar-date.ts'
import { round } from '../../../base/decimal.ts'
import type { Decimal } from '../../../base/decimal.ts'
import { cents } from '../../../base/money.ts'
import { fieldProblem, invalid } from '../../../kernel/definition/problem.ts'
import type { ReportRow } from '../../../kernel/definition/report.ts'
import { defineReportRun } from '../../../kernel/documents/installed.ts'
import type { Work } from '../../../kernel/posting/work.ts'
import { groupFlows, totalOf } from './group-flows.ts'
import { daysIn, stockFlows } from './stock-flows.ts'
import type { FlowsAsked, StockFlow } from './stock-flows.ts'
import { stockTurnover } from './stock-turnover.ts'

interface Range {
  readonly from: CalendarDate
  readonly to: CalendarDate
}

/** The range that is asked for; the last year where none is. */
export const flowRange = (
  work: Work,
  asked: { readonly from?: CalendarDate | null; readonly to?: CalendarDate | null },
): Range => {
  const to = asked.to ?? work.clock.today(String(work.settings['zone'] ?? 'Asia/Shanghai'))
  const from = asked.from ?? addDays(addMonths(to, -12), 1)
  if (from <= to) return { from, to }
  throw invalid('参数有误', 'The parameters are not valid', [
    fieldProblem('from', '开始日期不能晚于结束日期', 'must not be after the last day'),
  ])
}

const latest = (flows: readonly StockFlow[]): CalendarDate | null =>
  flows
    .flatMap((flow) => flow.lastSold ?? [])
    .toSorted()
    .at(-1) ?? null

/** Turns and days of a stock that was so large on average and of which so much was sold. */
const turnover = (average: Decimal, sold: Decimal, range: Range) => {
  if (!average.gt(0) || sold.isNegative()) return { turns: null, turnsAYear: null, days: null }
  const turns = sold.div(average)
  const length = daysIn(range)
  return {
    turns: round(turns, 2).toString(),
    turnsAYear: round(turns.times(365).div(length), 2).toString(),
    days: turns.isZero() ? null : round(turns.pow(-1).times(length), 1).toString(),
  }
}

const rowOf = (name: string, flows: readonly StockFlow[], range: Range, more: ReportRow): ReportRow => {
  const average = totalOf(flows, (flow) => flow.averageValue)
  const sold = totalOf(flows, (flow) => flow.soldCost)
  return {
    ...more,
    name,
    averageValue: cents(average).toString(),
    closingValue: cents(totalOf(flows, (flow) => flow.closingValue)).toString(),
    soldCost: cents(sold).toString(),
    ...turnover(average, sold, range),
    lastSold: latest(flows),
  }
}

const monthsIn = ({ from, to }: Range): Range[] => {
  const months: Range[] = []
  for (let first = firstOfMonth(from); first <= to && months.length < 36; first = addMonths(first, 1)) {
    const last = lastOfMonth(first)
    months.push({ from: first < from ? from : first, to: last > to ? to : last })
  }
  return months
}

const monthRows = async (work: Work, asked: FlowsAsked): Promise<ReportRow[]> => {
  const rows: ReportRow[] = []
  for (const month of monthsIn(asked)) {
    const flows = await stockFlows(work, { ...asked, ...month })
    const narrowed = {
      itemId: asked.item ?? null,
      categoryId: asked.category ?? null,
      warehouseId: asked.warehouse ?? null,
    }
    rows.push(rowOf(monthOf(month.from), flows, month, { ...narrowed, drillBy: asked.item ? null : 'item', ...month }))
  }
  return rows
}

const falling = (one: ReportRow, other: ReportRow) => Number(other['averageValue']) - Number(one['averageValue'])

export const runStockTurnover = defineReportRun(stockTurnover, async (parameters, work) => {
  const range = flowRange(work, parameters)
  const by = parameters.by ?? 'item'
  const asked = {
    ...range,
    item: parameters.item ?? null,
    category: parameters.category ?? null,
    warehouse: parameters.warehouse ?? null,
    byWarehouse: by === 'warehouse',
  }
  const notes = [`${range.from} — ${range.to}，${daysIn(range)} 天`]
  if (by === 'month') return { rows: await monthRows(work, asked), notes }
  const groups = await groupFlows(work, await stockFlows(work, asked), by)
  const rows = groups.map(({ id, name, flows }) =>
    rowOf(name, flows, range, {
      itemId: by === 'item' ? id : asked.item,
      categoryId: by === 'category' ? id || null : asked.category,
      warehouseId: by === 'warehouse' ? id || null : asked.warehouse,
      drillBy: by === 'item' ? 'month' : 'item',
      ...range,
    }),
  )
  return {
    rows: rows.filter((row) => Number(row['averageValue']) !== 0 || Number(row['soldCost']) !== 0).toSorted(falling),
    notes,
  }
})
