import { decimal, round } from '../../../base/decimal.ts'
import type { Decimal } from '../../../base/decimal.ts'
import { fieldProblem, invalid } from '../../../kernel/definition/problem.ts'
import type { ReportResult, ReportRow } from '../../../kernel/definition/report.ts'
import { defineReportRun } from '../../../kernel/documents/installed.ts'
import type { Work } from '../../../kernel/posting/work.ts'
import { classedTypes, classOf, ownGoods } from './cost-classes.ts'
import { purchaseCost, salesCost, stockCost } from './cost-reports.ts'
import { salesCostInGeneral, stockChange, stockInGeneral, sumOf, tieRows } from './general-cost.ts'

interface Asked {
  readonly from?: string | null
  readonly to?: string | null
  readonly category?: string | null
}

interface Period {
  readonly from: string
  readonly to: string
  readonly category: string | null
}

const periodOf = ({ from, to, category }: Asked): Period => {
  if (!from || !to || from > to) {
    throw invalid('请填写期间', 'Give a period', [
      fieldProblem('to', '结束日期不能早于开始日期', 'must not be before the first day'),
    ])
  }
  return { from, to, category: category ?? null }
}

const inCategory = `($6::uuid is null or i.category in (
  with recursive below as (
    select id from item_category where company_id = $1 and id = $6
    union all select c.id from item_category c join below b on c.parent = b.id where c.company_id = $1)
  select id from below))`

type Figures = Readonly<Record<string, string | null>>

/** Figures of each item from its entries up to the last day, by class. */
const byItem = (work: Work, figures: string, { from, to, category }: Period, which = 'true') =>
  work.tx.rows<Figures & { readonly item: string }>(
    `select i.code || ' ' || i.name as item, ${figures} from (
       select e.item, e.date, e.kind, e.quantity, e.amount, ${classOf} as class, $4::date as first from stock_entry e
       where ${ownGoods} and e.date <= $5) x join item i on i.company_id = $1 and i.id = x.item
     where ${which} and ${inCategory} group by i.code, i.name order by i.code`,
    [work.company, ...classedTypes(work), from, to, category],
  )

const sum = (column: 'quantity' | 'amount', where: string, sign = '') =>
  `${sign}coalesce(sum(x.${column}) filter (where ${where}), 0)`

const unitOf = (amount: string, quantity: string): string | null =>
  decimal(quantity).isZero() ? null : round(decimal(amount).div(quantity), 6).toString()

const isSome = (row: Figures, columns: readonly string[]): boolean =>
  columns.some((column) => !decimal(row[column] ?? '0').isZero())

const totalsOf = (rows: readonly ReportRow[], columns: readonly string[]): ReportRow =>
  Object.fromEntries(columns.map((column) => [column, sumOf(rows, column).toString()]))

const later = `x.kind in ('given', 'difference', 'revalue')`

/** Rows with their unit cost, totals, and, when all categories are asked for, the tie to the general ledger. */
const answer = (rows: readonly ReportRow[], columns: readonly string[], tie: readonly ReportRow[]): ReportResult => ({
  rows: [...rows, ...tie],
  totals: { item: '合计', ...totalsOf(rows, columns) },
})

const withUnit = (rows: readonly Figures[], columns: readonly string[]): ReportRow[] =>
  rows
    .filter((row) => isSome(row, columns))
    .map((row) => ({ ...row, unit: unitOf(row['amount'] ?? '0', row['quantity'] ?? '0') }))

const purchaseColumns = ['received', 'returned', 'later', 'amount']

export const runPurchaseCost = defineReportRun(purchaseCost, async (parameters, work) => {
  const period = periodOf(parameters)
  const figures = `${sum('quantity', 'true')} as quantity, ${sum('amount', 'x.quantity > 0')} as received,
    ${sum('amount', 'x.quantity < 0')} as returned, ${sum('amount', later)} as later, ${sum('amount', 'true')} as amount`
  const found = await byItem(work, figures, period, `x.class = 'purchase' and x.date >= x.first`)
  const rows = withUnit(found, ['quantity', ...purchaseColumns])
  if (period.category !== null) return answer(rows, purchaseColumns, [])
  const others = await byItem(
    work,
    `${sum('amount', 'true')} as amount`,
    period,
    `x.class <> 'purchase' and x.date >= x.first`,
  )
  const change = await stockChange(work, period.from, period.to)
  const general = change.minus(sumOf(others, 'amount'))
  const what = '存货科目本期变动，减销售、生产及其他'
  return answer(rows, purchaseColumns, tieRows(what, general, sumOf(rows, 'amount'), 'amount'))
})

const salesColumns = ['issued', 'returned', 'later', 'amount']

/** What stands on cost of sales beside the goods that were sold: the sold part of a charge, the difference of a return. */
const besideGoods = (general: Decimal, goods: Decimal): ReportRow[] => {
  const left = general.minus(goods)
  if (left.isZero()) return []
  return [
    {
      item: '不分商品：已售部分的费用、退货差额、直运等',
      quantity: null,
      later: left.toString(),
      amount: left.toString(),
    },
  ]
}

export const runSalesCost = defineReportRun(salesCost, async (parameters, work) => {
  const period = periodOf(parameters)
  const figures = `${sum('quantity', 'true', '-')} as quantity, ${sum('amount', 'x.quantity < 0', '-')} as issued,
    ${sum('amount', 'x.quantity > 0', '-')} as returned, ${sum('amount', later, '-')} as later, ${sum('amount', 'true', '-')} as amount`
  const found = await byItem(work, figures, period, `x.class = 'sale' and x.date >= x.first`)
  const goods = withUnit(found, ['quantity', ...salesColumns])
  if (period.category !== null) return answer(goods, salesColumns, [])
  const general = await salesCostInGeneral(work, period.from, period.to)
  const rows = [...goods, ...besideGoods(general, sumOf(goods, 'amount'))]
  return answer(rows, salesColumns, tieRows('销售成本科目', general, sumOf(rows, 'amount'), 'amount'))
})

const stockColumns = ['opening', 'purchase', 'made', 'other', 'sale', 'closing']

export const runStockCost = defineReportRun(stockCost, async (parameters, work) => {
  const period = periodOf(parameters)
  const within = (name: string) => `x.class = '${name}' and x.date >= x.first`
  const figures = `${sum('quantity', 'x.date < x.first')} as "openingQuantity", ${sum('amount', 'x.date < x.first')} as opening,
    ${sum('amount', within('purchase'))} as purchase, ${sum('amount', within('made'))} as made,
    ${sum('amount', within('other'))} as other, ${sum('amount', within('sale'))} as sale,
    ${sum('quantity', 'true')} as "closingQuantity", ${sum('amount', 'true')} as closing`
  const found = await byItem(work, figures, period)
  const rows = found.filter((row) => isSome(row, ['openingQuantity', 'closingQuantity', ...stockColumns]))
  if (period.category !== null) return answer(rows, stockColumns, [])
  const general = await stockInGeneral(work, period.to)
  return answer(rows, stockColumns, tieRows('存货科目余额', general, sumOf(rows, 'closing'), 'closing'))
})
