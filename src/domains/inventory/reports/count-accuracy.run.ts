import { decimal, round, zero } from '../../../base/decimal.ts'
import type { Decimal } from '../../../base/decimal.ts'
import type { ReportRow } from '../../../kernel/definition/report.ts'
import { defineReportRun } from '../../../kernel/documents/installed.ts'
import { stockCount } from '../documents/stock-count.ts'
import { countAccuracy } from './count-accuracy.ts'

interface AccuracyRow {
  readonly group: string | null
  readonly counts: number
  readonly lines: number
  readonly right: number
  readonly book: string
  readonly difference: string
  readonly book_value: string
  readonly difference_value: string
  readonly recounted: number
  readonly first_right: number
}

const groups = {
  warehouse: `(select w.name from warehouse w where w.company_id = $1 and w.id = c.warehouse)`,
  month: `to_char(c.date, 'YYYY-MM')`,
  counter: `coalesce(l.first_by, l.counted_by, (select e.name from employee e where e.company_id = $1 and e.id = c.employee))`,
  method: `coalesce(c.method, 'full')`,
  count: `c.number`,
} as const

const expected = `(coalesce(l.book_quantity, 0) + coalesce(l.moved_quantity, 0))`

const share = (part: Decimal, whole: Decimal): string | null =>
  whole.isZero() ? null : round(part.times(100).div(whole), 2).toString()

const methodLabel = (name: string | null): string =>
  Object.entries(stockCount.header.method.options ?? {}).find(([key]) => key === name)?.[1] ?? name ?? ''

const rowOf = (row: AccuracyRow, by: keyof typeof groups): ReportRow => {
  const book = decimal(row.book)
  const bookValue = decimal(row.book_value)
  const differenceValue = decimal(row.difference_value)
  return {
    group: by === 'method' ? methodLabel(row.group) : (row.group ?? '（未填）'),
    counts: row.counts,
    lines: row.lines,
    right: row.right,
    rightPercent: share(decimal(row.right), decimal(row.lines)),
    bookQuantity: book.toString(),
    differenceQuantity: decimal(row.difference).toString(),
    errorPercent: share(decimal(row.difference), book),
    bookValue: round(bookValue, 2).toString(),
    differenceValue: round(differenceValue, 2).toString(),
    valuePercent: share(bookValue.minus(differenceValue).lt(zero) ? zero : bookValue.minus(differenceValue), bookValue),
    recounted: row.recounted,
    firstRight: row.first_right,
  }
}

/** Of posted sheets alone; what should have been there is the books as of each line's own scan. */
export const runCountAccuracy = defineReportRun(countAccuracy, async (parameters, work) => {
  const by = parameters.by ?? 'warehouse'
  const rows = await work.tx.rows<AccuracyRow>(
    `select ${groups[by]} as "group", count(distinct c.id)::int as counts, count(*)::int as lines,
       count(*) filter (where l.difference = 0)::int as right,
       sum(abs(${expected})) as book, sum(abs(l.difference)) as difference,
       coalesce(sum(abs(${expected}) * l.unit_cost), 0) as book_value,
       coalesce(sum(abs(l.difference) * l.unit_cost), 0) as difference_value,
       count(*) filter (where l.first_quantity is not null and l.first_quantity <> l.counted_quantity)::int as recounted,
       count(*) filter (where coalesce(l.first_quantity, l.counted_quantity) = l.counted_quantity)::int as first_right
     from stock_count_line l join stock_count c on c.company_id = $1 and c.id = l.owner_id
     where l.company_id = $1 and c.state in ('posted', 'closed') and ($2::date is null or c.date >= $2)
       and ($3::date is null or c.date <= $3) and ($4::uuid is null or c.warehouse = $4)
     group by 1 order by 1`,
    [work.company, parameters.from ?? null, parameters.to ?? null, parameters.warehouse ?? null],
  )
  return { rows: rows.map((row) => rowOf(row, by)) }
})
