import { lastOfMonth } from '../../../base/calendar-date.ts'
import type { CalendarDate } from '../../../base/calendar-date.ts'
import { toCents } from '../../../base/fixed-point.ts'
import { notFound } from '../../../kernel/definition/problem.ts'
import type { ReportColumn, ReportRow } from '../../../kernel/definition/report.ts'
import { defineReportRun } from '../../../kernel/documents/installed.ts'
import { readAccounts } from '../../../ledgers/general/account-tree.ts'
import type { AccountNode, AccountTree } from '../../../ledgers/general/account-tree.ts'
import { bookLineCells, bookLines, monthsBetween, startOf } from './book-lines.ts'
import type { BookLine } from './book-lines.ts'
import { amountCell, headNotes, rangeOf, sideWord, sizeText, viewOf } from './book-view.ts'
import { multiColumnHead, multiColumnLedger } from './multi-column-ledger.ts'

/** A column of the book: a direct detail of the account, with everything below it. */
interface DetailColumn {
  readonly node: AccountNode
  readonly within: ReadonlySet<string>
}

const columnsOf = (tree: AccountTree, node: AccountNode): DetailColumn[] =>
  tree.nodes
    .filter((each) => each.parent === node.id)
    .map((each) => ({ node: each, within: new Set(tree.within(each.id).map((below) => below.id)) }))

const reportColumns = (columns: readonly DetailColumn[]): ReportColumn[] =>
  columns.map(({ node }) => ({
    name: node.code,
    label: node.name,
    group: node.side === 'debit' ? '借方' : '贷方',
    kind: 'money',
    turned: 'sum',
  }))

/** What a line puts on its column, on that column's own side: what takes it back is negative. */
const onOwnSide = ({ node }: DetailColumn, line: BookLine): bigint => {
  const amount = toCents(line.debit) - toCents(line.credit)
  return node.side === 'debit' ? amount : -amount
}

interface Sums {
  debit: bigint
  credit: bigint
  readonly details: Map<string, bigint>
}

const add = (sums: Sums, line: BookLine, column: DetailColumn | undefined): void => {
  sums.debit += toCents(line.debit)
  sums.credit += toCents(line.credit)
  if (column === undefined) return
  sums.details.set(column.node.code, (sums.details.get(column.node.code) ?? 0n) + onOwnSide(column, line))
}

const sumRow = (date: CalendarDate, summary: string, sums: Sums, balance: bigint): ReportRow => ({
  rowKind: 'subtotal',
  date,
  summary,
  debit: amountCell(sums.debit),
  credit: amountCell(sums.credit),
  side: sideWord(balance),
  balance: sizeText(balance),
  ...Object.fromEntries([...sums.details].map(([code, amount]) => [code, amountCell(amount)])),
})

const noSums = (): Sums => ({ debit: 0n, credit: 0n, details: new Map() })

export const multiColumnLedgerRun = defineReportRun(multiColumnLedger, async (parameters, work) => {
  const range = rangeOf(work, parameters)
  const view = viewOf(parameters)
  const tree = await readAccounts(work)
  const node = parameters.account ? tree.byId(parameters.account) : undefined
  if (node === undefined) throw notFound('请选择科目', 'Choose an account')
  const accounts = tree.within(node.id).map((each) => each.id)
  const columns = columnsOf(tree, node)
  const [start, lines] = await Promise.all([
    startOf(work, range, view, accounts, {}),
    bookLines(work, range, view, accounts, {}),
  ])
  let balance = start.balance
  const all = noSums()
  const byMonth = Map.groupBy(lines, (line) => line.date.slice(0, 7))
  const opening: ReportRow = {
    rowKind: 'opening',
    date: range.from,
    summary: '期初余额',
    side: sideWord(balance),
    balance: sizeText(balance),
  }
  const months = monthsBetween(range.from, range.to).flatMap((month) => {
    const sums = noSums()
    const own = (byMonth.get(month) ?? []).map((line): ReportRow => {
      const column = columns.find((each) => each.within.has(line.account))
      balance += toCents(line.debit) - toCents(line.credit)
      add(sums, line, column)
      add(all, line, column)
      return {
        ...bookLineCells(line),
        debit: amountCell(toCents(line.debit)),
        credit: amountCell(toCents(line.credit)),
        side: sideWord(balance),
        balance: sizeText(balance),
        ...(column === undefined ? {} : { [column.node.code]: amountCell(onOwnSide(column, line)) }),
      }
    })
    const day = lastOfMonth(`${month}-01` as CalendarDate)
    return [...own, sumRow(day, '本月合计', sums, balance), sumRow(day, '本期累计', all, balance)]
  })
  return {
    rows: [opening, ...months],
    columns: [...multiColumnHead, ...reportColumns(columns)],
    notes: [`科目：${node.code} ${node.path}`, ...headNotes(work, range, view)],
  }
})
