import { decimal, round, zero } from '../../../base/decimal.ts'
import type { Decimal } from '../../../base/decimal.ts'
import { fromCents, fromMicros } from '../../../base/fixed-point.ts'
import { fieldProblem, invalid } from '../../../kernel/definition/problem.ts'
import type { ReportRow } from '../../../kernel/definition/report.ts'
import { defineReportRun } from '../../../kernel/documents/installed.ts'
import type { Work } from '../../../kernel/posting/work.ts'
import { costMethods } from '../../../ledgers/dimensions/cost-methods.ts'
import type { CostMethodName } from '../../../ledgers/stock/costing/cost-method.ts'
import { compareMethods } from '../../../ledgers/stock/explain/compare-methods.ts'
import type { ComparedCost } from '../../../ledgers/stock/explain/compare-methods.ts'
import { costMethodComparison } from './cost-method-comparison.ts'
import { salesFacts } from './sales-facts.ts'

interface ItemRow {
  readonly id: string
  readonly name: string
  readonly method: CostMethodName
}

/** More items at once are asked for by category. */
const mostItems = 200

const itemsAsked = (work: Work, item: string | null, category: string | null) =>
  work.tx.rows<ItemRow>(
    `with recursive below as (
       select id from item_category where company_id = $1 and id = $3
       union all select c.id from item_category c join below b on c.parent = b.id where c.company_id = $1)
     select distinct on (i.code) i.id, i.code || ' ' || i.name as name, p.method from item i
     join cost_pool p on p.company_id = $1 and p.item = i.id and p.pool !~ '/[a-zA-Z]+$'
     where i.company_id = $1 and ($2::uuid is null or i.id = $2) and ($3::uuid is null or i.category in (select id from below))
     order by i.code, p.last_date desc nulls last limit ${mostItems}`,
    [work.company, item, category],
  )

const revenueOf = async (work: Work, from: string, to: string): Promise<ReadonlyMap<string, Decimal>> => {
  const rows = await work.tx.rows<{ item: string; net: string }>(
    `select item, sum(net) as net from (${salesFacts}) f group by item`,
    [work.company, from, to],
  )
  return new Map(rows.map((row) => [row.item, decimal(row.net)]))
}

const rowOf = (
  item: string,
  used: string | null,
  revenue: Decimal,
  cost: Omit<ComparedCost, 'method'>,
  method: CostMethodName,
): ReportRow => {
  const costOfSales = fromCents(cost.costOfSales)
  const profit = revenue.minus(costOfSales)
  return {
    item,
    method: costMethods[method],
    used: used === null ? null : used === method,
    quantity: fromMicros(cost.quantity).toString(),
    amount: fromCents(cost.amount).toString(),
    revenue: revenue.toString(),
    costOfSales: costOfSales.toString(),
    profit: profit.toString(),
    margin: revenue.isZero() ? null : round(profit.times(100).div(revenue), 2).toString(),
  }
}

const sumOf = (costs: readonly ComparedCost[]): Omit<ComparedCost, 'method'> =>
  costs.reduce(
    (sum, one) => ({
      quantity: sum.quantity + one.quantity,
      amount: sum.amount + one.amount,
      costOfSales: sum.costOfSales + one.costOfSales,
    }),
    { quantity: 0n, amount: 0n, costOfSales: 0n },
  )

/** All items together, by the methods that every one of them can be valued by. */
const totalRows = (found: readonly { readonly costs: readonly ComparedCost[] }[], revenue: Decimal): ReportRow[] => {
  const byMethod = Map.groupBy(
    found.flatMap((one) => one.costs),
    (cost) => cost.method,
  )
  return [...byMethod]
    .filter(([, costs]) => costs.length === found.length)
    .map(([method, costs]) => ({
      ...rowOf(`合计 ${costMethods[method]}`, null, revenue, sumOf(costs), method),
      rowKind: 'subtotal' as const,
    }))
}

export const runCostMethodComparison = defineReportRun(costMethodComparison, async (parameters, work) => {
  const { from, to } = parameters
  if (!from || !to || from > to) {
    throw invalid('请填写期间', 'Give a period', [
      fieldProblem('to', '结束日期不能早于开始日期', 'is before the first day'),
    ])
  }
  const [items, revenues] = await Promise.all([
    itemsAsked(work, parameters.item ?? null, parameters.category ?? null),
    revenueOf(work, from, to),
  ])
  const found: { readonly item: ItemRow; readonly costs: readonly ComparedCost[] }[] = []
  for (const item of items) found.push({ item, costs: await compareMethods(work, item.id, { from, to }) })
  const rows = found.flatMap(({ item, costs }) =>
    costs.map((cost) => rowOf(item.name, item.method, revenues.get(item.id) ?? zero, cost, cost.method)),
  )
  const revenue = items.reduce((sum, item) => sum.plus(revenues.get(item.id) ?? zero), zero)
  return {
    rows: items.length > 1 ? [...totalRows(found, revenue), ...rows] : rows,
    notes: items.length === mostItems ? [`只列出前 ${mostItems} 个商品，请按分类查询`] : [],
  }
})
