import { decimal, round, sum, zero } from '../../../base/decimal.ts'
import type { Decimal } from '../../../base/decimal.ts'
import { monthOf } from '../../../base/calendar-date.ts'
import { firstDay, isPeriod, lastDay } from '../../../base/period.ts'
import type { Period } from '../../../base/period.ts'
import { fieldProblem, invalid } from '../../../kernel/definition/problem.ts'
import type { ReportRow } from '../../../kernel/definition/report.ts'
import { defineReportRun } from '../../../kernel/documents/installed.ts'
import type { Work } from '../../../kernel/posting/work.ts'
import { readOrders } from '../costing/read-orders.ts'
import type { OrderCost } from '../costing/read-orders.ts'
import { orderedEntries, progressAccounts, unassignedEntries } from '../costing/work-in-progress.ts'
import { productCostSheet } from './product-cost-sheet.ts'

/** The month that was asked for, or this one. */
export const monthIn = (work: Work, given: string | null | undefined): Period => {
  if (!given) return monthOf(work.clock.today(String(work.settings['zone'] ?? 'Asia/Shanghai')))
  if (!isPeriod(given))
    throw invalid('月份有误', 'The month is wrong', [fieldProblem('period', '应写作 2026-01', 'must be like 2026-01')])
  return given
}

interface Sums {
  readonly order_id: string
  readonly number: string
  readonly item: string
  readonly name: string
  readonly workshop: string
  readonly state: string
  readonly opening: string
  readonly material: string
  readonly labour: string
  readonly overhead: string
  readonly finished: string
  readonly variance: string
  readonly closing: string
}

const sumsSql = `
  select o.id as order_id, o.number, o.item, i.code || ' ' || i.name as name, o.workshop, o.state,
    coalesce(sum(e.amount) filter (where e.date < $2), 0) as opening,
    coalesce(sum(e.amount) filter (where e.date >= $2 and e.sort = 'material'), 0) as material,
    coalesce(sum(e.amount) filter (where e.date >= $2 and e.sort = 'labour'), 0) as labour,
    coalesce(sum(e.amount) filter (where e.date >= $2 and e.sort = 'overhead'), 0) as overhead,
    coalesce(-sum(e.amount) filter (where e.date >= $2 and e.sort = 'out'), 0) as finished,
    coalesce(-sum(e.amount) filter (where e.date >= $2 and e.document_type = 'completionCosting'), 0) as variance,
    sum(e.amount) as closing
  from ${orderedEntries} e join work_order o on o.company_id = $1 and o.id = e.order_id join item i on i.company_id = $1 and i.id = o.item
  where e.date <= $3 and ($4::uuid is null or o.workshop = $4) and ($5::uuid is null or o.item = $5) and ($6::text is null or o.number = $6)
  group by o.id, o.number, o.item, i.code, i.name, o.workshop, o.state
  having sum(e.amount) <> 0 or bool_or(e.date >= $2) order by o.number`

const balanceOf = async (work: Work, sql: string, through: string): Promise<Decimal> => {
  const [row] = await work.tx.rows<{ amount: string }>(sql, [work.company, through])
  return decimal(row?.amount ?? 0)
}

const waitingSql = `select coalesce(sum(amount), 0) as amount from ${unassignedEntries} e where date <= $2`
const generalSql = `select coalesce(sum(debit - credit), 0) as amount from general_entry
  where company_id = $1 and account_id in ${progressAccounts} and date <= $2`

const moneyColumns = ['opening', 'material', 'labour', 'overhead', 'finished', 'variance', 'closing'] as const

const rowOf = (rows: readonly Sums[], orders: ReadonlyMap<string, OrderCost>, period: Period): ReportRow => {
  const known = rows.flatMap((row) => orders.get(row.order_id) ?? [])
  const quantity = sum(known.map((order) => order.finishedNow))
  const isDone = rows.every((row) => row.state === 'closed' || orders.get(row.order_id)?.isDone !== false)
  const amounts = Object.fromEntries(
    moneyColumns.map((name) => [name, sum(rows.map((row) => decimal(row[name]))).toString()]),
  )
  return {
    ...amounts,
    workOrder: rows.length === 1 ? (rows[0]?.number ?? null) : `${rows.length} 张`,
    product: rows[0]?.name ?? null,
    finishedQuantity: quantity.toString(),
    unitCost: quantity.isZero() ? null : round(decimal(amounts['finished'] ?? 0).div(quantity), 4).toString(),
    inProgressQuantity: sum(known.map((order) => (order.isDone ? zero : order.inProgress))).toString(),
    state: isDone ? '完工' : '在产',
    period,
  }
}

export const runProductCostSheet = defineReportRun(productCostSheet, async (parameters, work) => {
  const period = monthIn(work, parameters.period)
  const [from, to] = [firstDay(period), lastDay(period)]
  const { workshop = null, item = null, workOrder = null } = parameters
  const [sums, orders, waiting, general] = await Promise.all([
    work.tx.rows<Sums>(sumsSql, [work.company, from, to, workshop, item, workOrder]),
    readOrders(work, period),
    balanceOf(work, waitingSql, to),
    balanceOf(work, generalSql, to),
  ])
  const byId = new Map(orders.map((order) => [order.id, order]))
  const groups =
    parameters.by === 'product' ? [...Map.groupBy(sums, (row) => row.item).values()] : sums.map((row) => [row])
  const isWhole = workshop === null && item === null && workOrder === null
  return {
    rows: [
      ...groups.map((rows) => rowOf(rows, byId, period)),
      ...(isWhole
        ? [
            { rowKind: 'closing' as const, product: '待分配人工等', closing: waiting.toString() },
            { rowKind: 'closing' as const, product: '总账　生产成本余额', closing: general.toString() },
          ]
        : []),
    ],
    notes: [`${from} — ${to}`],
  }
})
