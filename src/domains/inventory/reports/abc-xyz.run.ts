import { addMonths, firstOfMonth, monthOf } from '../../../base/calendar-date.ts'
import type { CalendarDate } from '../../../base/calendar-date.ts'
import { round } from '../../../base/decimal.ts'
import type { Decimal } from '../../../base/decimal.ts'
import { cents } from '../../../base/money.ts'
import type { ReportRow } from '../../../kernel/definition/report.ts'
import { defineReportRun } from '../../../kernel/documents/installed.ts'
import type { Work } from '../../../kernel/posting/work.ts'
import { abcClasses, classifyAbc } from '../rules/abc-class.ts'
import type { AbcClass } from '../rules/abc-class.ts'
import { variationOf, xyzClass, xyzClasses } from '../rules/xyz-class.ts'
import type { XyzClass } from '../rules/xyz-class.ts'
import { abcXyz } from './abc-xyz.ts'
import { totalOf } from './group-flows.ts'
import { isSale } from './sale-entries.ts'
import { stockFlows } from './stock-flows.ts'
import type { StockFlow } from './stock-flows.ts'
import { flowRange } from './stock-turnover.run.ts'

/** How each class is best managed, in a line. */
const advice: Readonly<Record<AbcClass, Readonly<Record<XyzClass, string>>>> = {
  A: { X: '少量多次，准时补货', Y: '按预测备货，常看常调', Z: '按单采购或谈寄售，少备' },
  B: { X: '定量自动补货', Y: '定期补货，留安全库存', Z: '少备，缺了再买' },
  C: { X: '一次多买，少花精力', Y: '定期补足，设上限', Z: '不备货，考虑淘汰' },
}

interface Classed {
  readonly flow: StockFlow
  readonly abc: AbcClass
  readonly xyz: XyzClass
  readonly variation: number | null
}

const monthsBetween = (from: CalendarDate, to: CalendarDate): string[] => {
  const months: string[] = []
  for (let month = firstOfMonth(from); month <= to; month = addMonths(month, 1)) months.push(monthOf(month))
  return months
}

/** Quantities sold by item and month; they are only compared, so plain numbers. */
const readMonths = async (work: Work, from: CalendarDate, to: CalendarDate, warehouse: string | null) => {
  const rows = await work.tx.rows<{ item: string; month: string; quantity: string }>(
    `select e.item, to_char(e.date, 'YYYY-MM') as month, -sum(e.quantity) as quantity from stock_entry e
     where e.company_id = $1 and e.date between $2 and $3 and ($4::uuid is null or e.warehouse = $4) and ${isSale} group by 1, 2`,
    [work.company, from, to, warehouse],
    { named: false },
  )
  const sold = new Map<string, Map<string, number>>()
  for (const { item, month, quantity } of rows) {
    const own = sold.get(item) ?? new Map<string, number>()
    sold.set(item, own.set(month, Number(quantity)))
  }
  return sold
}

const percent = (part: Decimal, whole: Decimal): string | null =>
  whole.isZero() ? null : round(part.times(100).div(whole), 2).toString()

const classify = async (
  work: Work,
  flows: readonly StockFlow[],
  from: CalendarDate,
  to: CalendarDate,
  warehouse: string | null,
) => {
  const sold = await readMonths(work, from, to, warehouse)
  const months = monthsBetween(from, to)
  const valued = flows.map((flow) => ({ flow, value: flow.soldCost }))
  const classes = classifyAbc(valued)
  return valued.map((one): Classed => {
    const own = sold.get(one.flow.item)
    const variation = variationOf(months.map((month) => Math.max(0, own?.get(month) ?? 0)))
    return { flow: one.flow, abc: classes.get(one) ?? 'C', xyz: xyzClass(variation), variation }
  })
}

const cellsOf = (classed: readonly Classed[], all: readonly Classed[]): ReportRow => {
  const sums = (of: readonly Classed[], pick: (flow: StockFlow) => Decimal) =>
    totalOf(
      of.map((one) => one.flow),
      pick,
    )
  const [soldCost, averageValue] = [sums(classed, (flow) => flow.soldCost), sums(classed, (flow) => flow.averageValue)]
  return {
    items: classed.length,
    soldCost: cents(soldCost).toString(),
    share: percent(
      soldCost,
      sums(all, (flow) => flow.soldCost),
    ),
    averageValue: cents(averageValue).toString(),
    stockShare: percent(
      averageValue,
      sums(all, (flow) => flow.averageValue),
    ),
    soldQuantity: round(
      sums(classed, (flow) => flow.soldQuantity),
      6,
    ).toString(),
  }
}

const matrix = (all: readonly Classed[], more: ReportRow): ReportRow[] =>
  (['A', 'B', 'C'] as const).flatMap((abc) =>
    (['X', 'Y', 'Z'] as const).flatMap((xyz) => {
      const own = all.filter((one) => one.abc === abc && one.xyz === xyz)
      if (own.length === 0) return []
      return [
        { ...more, ...cellsOf(own, all), name: `${abc}${xyz}`, advice: advice[abc][xyz], abc, xyz, drillView: 'item' },
      ]
    }),
  )

const items = (all: readonly Classed[], wanted: readonly Classed[], more: ReportRow): ReportRow[] =>
  wanted
    .toSorted((one, other) => other.flow.soldCost.cmp(one.flow.soldCost))
    .map((one) => ({
      ...more,
      ...cellsOf([one], all),
      name: `${one.flow.code} ${one.flow.name}`,
      itemId: one.flow.item,
      advice: `${one.abc}${one.xyz}：${advice[one.abc][one.xyz]}`,
      variation: one.variation === null ? null : round(one.variation, 2).toString(),
    }))

export const runAbcXyz = defineReportRun(abcXyz, async (parameters, work) => {
  const { from, to } = flowRange(work, parameters)
  const category = parameters.category ?? null
  const warehouse = parameters.warehouse ?? null
  const flows = await stockFlows(work, { from, to, category, warehouse })
  const active = flows.filter((flow) => !flow.soldCost.isZero() || !flow.averageValue.isZero())
  const all = await classify(work, active, from, to, warehouse)
  const more = { from, to, categoryId: category, warehouseId: warehouse }
  const { abc, xyz } = parameters
  const wanted = all.filter((one) => (!abc || one.abc === abc) && (!xyz || one.xyz === xyz))
  const notes = [`${from} — ${to}`, ...(abc ? [abcClasses[abc]] : []), ...(xyz ? [xyzClasses[xyz]] : [])]
  if ((parameters.view ?? 'matrix') === 'matrix') {
    const columns = abcXyz.columns.filter((column) => column.name !== 'variation' && column.name !== 'soldQuantity')
    return { columns, rows: matrix(wanted, more), notes }
  }
  const columns = abcXyz.columns
    .filter((column) => column.name !== 'items')
    .map((column) =>
      column.name === 'name'
        ? {
            ...column,
            label: '商品',
            english: 'Item',
            drill: {
              to: 'report' as const,
              report: 'stockTurnover',
              parameters: { item: 'itemId', by: 'byMonth', from: 'from', to: 'to' },
            },
          }
        : column,
    )
  return { columns, rows: items(all, wanted, { ...more, byMonth: 'month' }), notes }
})
