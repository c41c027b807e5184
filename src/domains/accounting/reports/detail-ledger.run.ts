import { lastOfMonth } from '../../../base/calendar-date.ts'
import type { CalendarDate } from '../../../base/calendar-date.ts'
import { toCents } from '../../../base/fixed-point.ts'
import { notFound } from '../../../kernel/definition/problem.ts'
import type { ReportRow } from '../../../kernel/definition/report.ts'
import { defineReportRun } from '../../../kernel/documents/installed.ts'
import { lineDimensionNames, lineTotals } from '../../../ledgers/general/line-totals.ts'
import type { DimensionFilter, LineDimension } from '../../../ledgers/general/line-totals.ts'
import { readAccounts } from '../../../ledgers/general/account-tree.ts'
import { bookLineCells, bookLines, monthsBetween, startOf } from './book-lines.ts'
import type { BookLine } from './book-lines.ts'
import { amountCell, headNotes, rangeOf, sideWord, sizeText, viewOf } from './book-view.ts'
import type { Range } from './book-view.ts'
import { auxiliaryLedger, detailLedger } from './detail-ledger.ts'

interface Running {
  balance: bigint
  readonly month: { debit: bigint; credit: bigint }
  readonly year: { debit: bigint; credit: bigint }
}

const sumRow = (
  date: string,
  summary: string,
  sums: { debit: bigint; credit: bigint },
  balance: bigint,
): ReportRow => ({
  rowKind: 'subtotal',
  date,
  summary,
  debit: amountCell(sums.debit) ?? '0.00',
  credit: amountCell(sums.credit) ?? '0.00',
  side: sideWord(balance),
  balance: sizeText(balance),
})

/** The sums that end a month: of the month, of the year up to it. A new year begins at zero. */
const endMonth = (running: Running, month: string): ReportRow[] => {
  const day = lastOfMonth(`${month}-01` as CalendarDate)
  const rows = [
    sumRow(day, '本月合计', running.month, running.balance),
    sumRow(day, '本年累计', running.year, running.balance),
  ]
  running.month.debit = 0n
  running.month.credit = 0n
  if (month.endsWith('-12')) {
    running.year.debit = 0n
    running.year.credit = 0n
  }
  return rows
}

/** Lines with what the account stood at after each, and the sums of each month. */
const ledgerRows = (
  range: Range,
  lines: readonly BookLine[],
  start: { readonly balance: bigint; readonly yearDebit: bigint; readonly yearCredit: bigint },
): ReportRow[] => {
  const running: Running = {
    balance: start.balance,
    month: { debit: 0n, credit: 0n },
    year: { debit: start.yearDebit, credit: start.yearCredit },
  }
  const byMonth = Map.groupBy(lines, (line) => line.date.slice(0, 7))
  const opening: ReportRow = {
    rowKind: 'opening',
    date: range.from,
    summary: range.from.endsWith('-01-01') ? '上年结转' : '期初余额',
    side: sideWord(start.balance),
    balance: sizeText(start.balance),
  }
  const rows = monthsBetween(range.from, range.to).flatMap((month) => {
    const own = (byMonth.get(month) ?? []).map((line): ReportRow => {
      const [debit, credit] = [toCents(line.debit), toCents(line.credit)]
      running.balance += debit - credit
      running.month.debit += debit
      running.month.credit += credit
      running.year.debit += debit
      running.year.credit += credit
      return {
        ...bookLineCells(line),
        debit: amountCell(debit),
        credit: amountCell(credit),
        side: sideWord(running.balance),
        balance: sizeText(running.balance),
      }
    })
    return [...own, ...endMonth(running, month)]
  })
  return [opening, ...rows]
}

/** Only what carries all of these, as a report's parameters name them. */
export const filterOf = (parameters: {
  readonly [name in LineDimension]?: string | null | undefined
}): DimensionFilter => Object.fromEntries(lineDimensionNames.map((name) => [name, parameters[name]]))

export const detailLedgerRun = defineReportRun(detailLedger, async (parameters, work) => {
  const range = rangeOf(work, parameters)
  const view = viewOf(parameters)
  const tree = await readAccounts(work)
  const node =
    parameters.account === null || parameters.account === undefined ? undefined : tree.byId(parameters.account)
  if (node === undefined) throw notFound('请选择科目', 'Choose an account')
  const filter = filterOf(parameters)
  const accounts = tree.within(node.id).map((each) => each.id)
  const [start, lines] = await Promise.all([
    startOf(work, range, view, accounts, filter),
    bookLines(work, range, view, accounts, filter),
  ])
  return {
    rows: ledgerRows(range, lines, start),
    notes: [`科目：${node.code} ${node.path}`, ...headNotes(work, range, view)],
  }
})

/** The accounts that have lines with these dimensions, each with its own ledger. */
export const auxiliaryLedgerRun = defineReportRun(auxiliaryLedger, async (parameters, work) => {
  const range = rangeOf(work, parameters)
  const view = viewOf(parameters)
  const filter = filterOf(parameters)
  if (Object.values(filter).every((id) => id === null || id === undefined))
    throw notFound('请选择至少一个辅助核算项目', 'Choose at least one dimension')
  const tree = await readAccounts(work)
  const details = (parameters.account ? tree.within(parameters.account) : tree.nodes).filter((node) => node.isDetail)
  const totals = await lineTotals(work, { ...view, ...range, accounts: details.map((node) => node.id), filter })
  const used = details.filter((node) => totals.some((total) => total.account === node.id))
  const ledgers = await Promise.all(
    used.map(async (node) => {
      const [start, lines] = await Promise.all([
        startOf(work, range, view, [node.id], filter),
        bookLines(work, range, view, [node.id], filter),
      ])
      return ledgerRows(range, lines, start).map((row) => ({ ...row, code: node.code, account: node.path }))
    }),
  )
  return { rows: ledgers.flat(), notes: headNotes(work, range, view) }
})
