import { addDays, lastOfMonth } from '../../../base/calendar-date.ts'
import type { CalendarDate } from '../../../base/calendar-date.ts'
import { decimal, round, zero } from '../../../base/decimal.ts'
import type { Decimal } from '../../../base/decimal.ts'
import { notFound } from '../../../kernel/definition/problem.ts'
import type { ReportRow } from '../../../kernel/definition/report.ts'
import { defineReportRun } from '../../../kernel/documents/installed.ts'
import type { Work } from '../../../kernel/posting/work.ts'
import type { BooksView } from '../../../ledgers/general/account-totals.ts'
import { readAccounts } from '../../../ledgers/general/account-tree.ts'
import { lineCondition } from '../../../ledgers/general/line-totals.ts'
import { bookLineCells, bookLines, monthsBetween } from './book-lines.ts'
import { headNotes, rangeOf, sideWord, viewOf } from './book-view.ts'
import type { Range } from './book-view.ts'
import { filterOf } from './detail-ledger.run.ts'
import { currencyLedger, quantityLedger } from './measured-ledgers.ts'

/** What a line measures beside money: its quantity, or its amount in a currency. */
interface Measured {
  readonly measure: Decimal
  readonly amount: Decimal
}

const nothing: Measured = { measure: zero, amount: zero }

const plus = (a: Measured, b: Measured): Measured => ({
  measure: a.measure.plus(b.measure),
  amount: a.amount.plus(b.amount),
})

const shown = (value: Decimal): string | null => (value.isZero() ? null : value.toString())

type CellsOf = (prefix: string, measured: Measured) => Record<string, string | null>

const quantityCells: CellsOf = (prefix, { measure, amount }) => ({
  [`${prefix}Quantity`]: shown(measure),
  [`${prefix}Price`]: measure.isZero() ? null : round(amount.div(measure), 6).toString(),
  [`${prefix}Amount`]: shown(amount),
})

const currencyCells: CellsOf = (prefix, { measure, amount }) => ({
  [`${prefix}Currency`]: shown(measure),
  [`${prefix}Amount`]: shown(amount),
})

/** A line, with what it moved: debit positive. */
interface Moved {
  readonly cells: ReportRow
  readonly date: CalendarDate
  readonly moved: Measured
  readonly isDebit: boolean
}

const leftCells = (cellsOf: CellsOf, left: Measured) => ({
  ...cellsOf('left', { measure: left.measure.abs(), amount: left.amount.abs() }),
  side: sideWord(left.amount.isZero() ? 0n : left.amount.isNegative() ? -1n : 1n),
})

const ledgerRows = (range: Range, opening: Measured, lines: readonly Moved[], cellsOf: CellsOf): ReportRow[] => {
  let left = opening
  const year = { in: nothing, out: nothing }
  const byMonth = Map.groupBy(lines, (line) => line.date.slice(0, 7))
  const months = monthsBetween(range.from, range.to).flatMap((month) => {
    const sums = { in: nothing, out: nothing }
    const rows = (byMonth.get(month) ?? []).map(({ cells, moved, isDebit }): ReportRow => {
      left = plus(left, moved)
      const own = isDebit ? moved : { measure: moved.measure.neg(), amount: moved.amount.neg() }
      const way = isDebit ? 'in' : 'out'
      sums[way] = plus(sums[way], own)
      year[way] = plus(year[way], own)
      return { ...cells, ...cellsOf(way, own), ...leftCells(cellsOf, left) }
    })
    const day = lastOfMonth(`${month}-01` as CalendarDate)
    const total = (summary: string, of: typeof sums): ReportRow => ({
      rowKind: 'subtotal',
      date: day,
      summary,
      ...cellsOf('in', of.in),
      ...cellsOf('out', of.out),
      ...leftCells(cellsOf, left),
    })
    return [...rows, total('本月合计', sums), total('本期累计', year)]
  })
  const first = { rowKind: 'opening' as const, date: range.from, summary: '期初余额', ...leftCells(cellsOf, opening) }
  return [first, ...months]
}

const openingOf = async (
  work: Work,
  range: Range,
  view: BooksView,
  accounts: readonly string[],
  filter: Parameters<typeof lineCondition>[1],
  currency: string | null,
): Promise<Measured> => {
  const condition = lineCondition(view, filter, accounts, 3)
  const rows = await work.tx.rows<{ measure: string; amount: string }>(
    `select coalesce(sum(case when $3::text is null then e.quantity else e.currency_amount end), 0) as measure,
       coalesce(sum(e.debit - e.credit), 0) as amount
     from general_entry e where e.company_id = $1 and e.date <= $2 and ($3::text is null or e.currency = $3) and ${condition.sql}`,
    [work.company, addDays(range.from, -1), currency, ...condition.values],
  )
  const [row] = rows
  return row === undefined ? nothing : { measure: decimal(row.measure), amount: decimal(row.amount) }
}

const read = async (
  work: Work,
  parameters: Parameters<typeof filterOf>[0] &
    Parameters<typeof rangeOf>[1] &
    Parameters<typeof viewOf>[0] & { readonly account?: string | null | undefined },
  currency: string | null,
  cellsOf: CellsOf,
) => {
  const range = rangeOf(work, parameters)
  const view = viewOf(parameters)
  const tree = await readAccounts(work)
  const node = parameters.account ? tree.byId(parameters.account) : undefined
  if (node === undefined) throw notFound('请选择科目', 'Choose an account')
  const accounts = tree.within(node.id).map((each) => each.id)
  const filter = filterOf(parameters)
  const [opening, all] = await Promise.all([
    openingOf(work, range, view, accounts, filter, currency),
    bookLines(work, range, view, accounts, filter),
  ])
  const lines = all
    .filter((line) => currency === null || line.currency === currency)
    .map((line): Moved => {
      const measure = (currency === null ? line.quantity : line.currency_amount) ?? '0'
      const amount = decimal(line.debit).minus(line.credit)
      const isDebit = !decimal(line.debit).isZero()
      return { cells: bookLineCells(line), date: line.date, moved: { measure: decimal(measure), amount }, isDebit }
    })
  return {
    rows: ledgerRows(range, opening, lines, cellsOf),
    notes: [
      `科目：${node.code} ${node.path}`,
      ...(currency === null ? [] : [`币种：${currency}`]),
      ...headNotes(work, range, view),
    ],
  }
}

export const quantityLedgerRun = defineReportRun(quantityLedger, (parameters, work) =>
  read(work, parameters, null, quantityCells),
)

export const currencyLedgerRun = defineReportRun(currencyLedger, (parameters, work) =>
  read(work, parameters, parameters.currency ?? '', currencyCells),
)
