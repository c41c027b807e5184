import { firstOfMonth, lastOfMonth } from '../../../base/calendar-date.ts'
import type { CalendarDate } from '../../../base/calendar-date.ts'
import type { ReportRow } from '../../../kernel/definition/report.ts'
import { defineReportRun } from '../../../kernel/documents/installed.ts'
import type { Work } from '../../../kernel/posting/work.ts'
import { accountTotals } from '../../../ledgers/general/account-totals.ts'
import type { AccountTotal, BooksView } from '../../../ledgers/general/account-totals.ts'
import { readAccounts } from '../../../ledgers/general/account-tree.ts'
import type { AccountNode, AccountTree } from '../../../ledgers/general/account-tree.ts'
import { noTotal, rolledUp } from '../../../ledgers/general/rolled-totals.ts'
import { amountCell, headNotes, rangeOf, sideWord, sizeText, viewOf } from './book-view.ts'
import type { Range } from './book-view.ts'
import { generalLedgerBook } from './general-ledger-book.ts'
import { accountCells } from './trial-balance.run.ts'

const monthRanges = (range: Range): Range[] => {
  const months: Range[] = []
  let from = firstOfMonth(range.from)
  while (from <= range.to) {
    const to = lastOfMonth(from)
    months.push({ from, to })
    const [year, month] = [Number(to.slice(0, 4)), Number(to.slice(5, 7))]
    from =
      `${month === 12 ? year + 1 : year}-${String(month === 12 ? 1 : month + 1).padStart(2, '0')}-01` as CalendarDate
  }
  return months
}

const monthsOf = async (work: Work, tree: AccountTree, range: Range, view: BooksView) =>
  Promise.all(
    monthRanges(range).map(async (month) => ({
      month,
      totals: rolledUp(tree, await accountTotals(work, { ...month, ...view })),
    })),
  )

const row = (
  node: AccountNode,
  month: Range,
  summary: string,
  cells: Partial<ReportRow>,
  balance: bigint,
): ReportRow => ({
  ...accountCells(node, month),
  month: month.from.slice(0, 7),
  summary,
  side: sideWord(balance),
  balance: sizeText(balance),
  ...cells,
})

const rowsOf = (
  node: AccountNode,
  months: readonly { readonly month: Range; readonly totals: ReadonlyMap<string, AccountTotal> }[],
): ReportRow[] =>
  months.flatMap(({ month, totals }, index) => {
    const total = totals.get(node.id) ?? noTotal(node.id)
    const opening = index > 0 ? [] : [row(node, month, '期初余额', { rowKind: 'opening' as const }, total.opening)]
    return [
      ...opening,
      row(node, month, '本月合计', { debit: amountCell(total.debit), credit: amountCell(total.credit) }, total.closing),
      row(
        node,
        month,
        '本年累计',
        { rowKind: 'subtotal', debit: amountCell(total.yearDebit), credit: amountCell(total.yearCredit) },
        total.closing,
      ),
    ]
  })

export const generalLedgerBookRun = defineReportRun(generalLedgerBook, async (parameters, work) => {
  const range = rangeOf(work, parameters)
  const view = viewOf(parameters)
  const level = parameters.level ?? 1
  const tree = await readAccounts(work)
  const months = await monthsOf(work, tree, range, view)
  const wanted = tree.nodes.filter((node) =>
    parameters.account === null || parameters.account === undefined
      ? node.level === level && months.some(({ totals }) => totals.has(node.id))
      : node.id === parameters.account,
  )
  return { rows: wanted.flatMap((node) => rowsOf(node, months)), notes: headNotes(work, range, view) }
})
