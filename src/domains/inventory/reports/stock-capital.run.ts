import { addDays } from '../../../base/calendar-date.ts'
import type { CalendarDate } from '../../../base/calendar-date.ts'
import { decimal, round } from '../../../base/decimal.ts'
import type { Decimal } from '../../../base/decimal.ts'
import { cents } from '../../../base/money.ts'
import type { ReportRow } from '../../../kernel/definition/report.ts'
import { defineReportRun } from '../../../kernel/documents/installed.ts'
import { groupFlows, totalOf } from './group-flows.ts'
import type { GroupedFlow } from './group-flows.ts'
import { withoutZeros } from './markup-column.ts'
import { stockCapital } from './stock-capital.ts'
import { stockWorths } from './stock-worth.ts'
import { daysIn, stockFlows } from './stock-flows.ts'
import type { StockFlow } from './stock-flows.ts'
import { flowRange } from './stock-turnover.run.ts'

const percent = (part: Decimal, whole: Decimal): string | null =>
  whole.isZero() ? null : round(part.times(100).div(whole), 2).toString()

interface Looking {
  readonly days: number
  readonly rate: Decimal
  /** What was not sold since is slow. */
  readonly slowSince: CalendarDate
  readonly whole: Decimal
}

const isSlow = ({ lastSold }: StockFlow, since: CalendarDate) => lastSold === null || lastSold < since

const figuresOf = ({ flows }: GroupedFlow, { days, rate, slowSince, whole }: Looking): ReportRow => {
  const average = totalOf(flows, (flow) => flow.averageValue)
  const closing = totalOf(flows, (flow) => flow.closingValue)
  const sold = totalOf(flows, (flow) => flow.soldCost)
  const slow = totalOf(
    flows.filter((flow) => isSlow(flow, slowSince)),
    (flow) => flow.closingValue,
  )
  return {
    averageValue: cents(average).toString(),
    share: percent(average, whole),
    closingValue: cents(closing).toString(),
    closingMarkup: cents(totalOf(flows, (flow) => flow.closingMarkup)).toString(),
    slowValue: cents(slow).toString(),
    slowShare: percent(slow, closing),
    cost: cents(average.times(rate).times(days).div(36_500)).toString(),
    coverDays: sold.gt(0) ? Number(round(closing.times(days).div(sold), 0)) : null,
  }
}

export const runStockCapital = defineReportRun(stockCapital, async (parameters, work) => {
  const range = flowRange(work, parameters)
  const by = parameters.by ?? 'category'
  const category = parameters.category ?? null
  const warehouse = parameters.warehouse ?? null
  const worth = parameters.worth ?? 'cost'
  const flows = await stockFlows(work, { ...range, category, warehouse, byWarehouse: by === 'warehouse', worth })
  const looking: Looking = {
    days: daysIn(range),
    rate: parameters.rate ?? decimal(6),
    slowSince: addDays(range.to, -(parameters.slowDays ?? 90)),
    whole: totalOf(flows, (flow) => flow.averageValue),
  }
  const groups = await groupFlows(work, flows, by)
  const rows = groups.map((group): ReportRow => ({
    ...figuresOf(group, looking),
    name: group.name,
    categoryId: by === 'category' ? group.id || null : category,
    warehouseId: by === 'warehouse' ? group.id || null : warehouse,
    drillBy: 'item',
    worth,
    ...range,
  }))
  return {
    columns: withoutZeros(stockCapital.columns, rows, 'closingMarkup'),
    rows: rows
      .filter((row) => Number(row['averageValue']) !== 0 || Number(row['closingValue']) !== 0)
      .toSorted((one, other) => Number(other['averageValue']) - Number(one['averageValue'])),
    notes: [
      `${range.from} — ${range.to}，${looking.days} 天`,
      `金额按${stockWorths[worth]}`,
      `${looking.slowSince} 以后没有销售的算呆滞`,
    ],
  }
})
