import { addDays, lastOfMonth } from '../../../base/calendar-date.ts'
import type { CalendarDate } from '../../../base/calendar-date.ts'
import { toCents } from '../../../base/fixed-point.ts'
import { notFound } from '../../../kernel/definition/problem.ts'
import type { ReportRow } from '../../../kernel/definition/report.ts'
import { defineReportRun } from '../../../kernel/documents/installed.ts'
import type { Work } from '../../../kernel/posting/work.ts'
import type { BooksView } from '../../../ledgers/general/account-totals.ts'
import { readAccounts } from '../../../ledgers/general/account-tree.ts'
import { lineCondition, lineTotals } from '../../../ledgers/general/line-totals.ts'
import type { DimensionFilter } from '../../../ledgers/general/line-totals.ts'
import { totalled } from '../../../ledgers/general/rolled-totals.ts'
import { notWithdrawn, voucherName } from '../../../ledgers/general/voucher-selection.ts'
import { amountCell, headNotes, rangeOf, sideWord, sizeText, viewOf } from './book-view.ts'
import type { Range } from './book-view.ts'
import { detailLedger } from './detail-ledger.ts'

/** A line of a voucher as the books show it. */
interface BookLine {
  readonly account: string
  readonly date: CalendarDate
  readonly voucher: string
  readonly word: string
  readonly number: number | null
  readonly summary: string
  readonly debit: string
  readonly credit: string
  readonly document_type: string
  readonly document_id: string
  readonly document_number: string
}

/** The lines of accounts in a range, in the order of the books. */
const bookLines = (
  work: Work,
  range: Range,
  view: BooksView,
  accounts: readonly string[],
  filter: DimensionFilter,
): Promise<BookLine[]> => {
  const condition = lineCondition(view, filter, accounts, 4)
  return work.tx.rows<BookLine>(
    `select e.account_id as account, e.date, e.voucher, v.word, coalesce(b.number, n.number) as number, e.summary, e.debit, e.credit,
       v.document_type, v.document_id, v.document_number
     from general_entry e join general_voucher v on v.company_id = $1 and v.id = e.voucher
     left join voucher_booking b on b.company_id = $1 and b.voucher = v.id
     left join voucher_number n on n.company_id = $1 and n.voucher = v.id
     where e.company_id = $1 and e.date between $2 and $3 and ${condition.sql} and e.voucher_kind <> 'opening'
       and ${notWithdrawn('v', '$4')}
     order by e.date, coalesce(b.number, n.number), v.id, e.line_no`,
    [work.company, range.from, range.to, view.knownAt ?? null, ...condition.values],
  )
}

const bookLineCells = (line: BookLine) => ({
  date: line.date,
  voucher: line.voucher,
  number: voucherName(line),
  summary: line.summary,
  documentType: line.document_type,
  documentId: line.document_id,
  documentNumber: line.document_number,
})

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

const monthsBetween = (from: CalendarDate, to: CalendarDate): string[] => {
  const months: string[] = []
  for (let day = from; day <= to; day = addDays(lastOfMonth(day), 1)) months.push(day.slice(0, 7))
  return months
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

/** What accounts stood at before a range, and what of the year came before it. */
const startOf = async (
  work: Work,
  range: Range,
  view: BooksView,
  accounts: readonly string[],
  filter: DimensionFilter,
) => {
  const before = addDays(range.from, -1)
  const year = `${range.from.slice(0, 4)}-01-01` as CalendarDate
  const totals = await lineTotals(work, { ...view, from: year, to: before, accounts, filter })
  const sum = totalled(totals)
  // A range that begins with the year has nothing of the year before it.
  return before < year
    ? { balance: sum.closing, yearDebit: 0n, yearCredit: 0n }
    : { balance: sum.closing, yearDebit: sum.debit, yearCredit: sum.credit }
}

export const detailLedgerRun = defineReportRun(detailLedger, async (parameters, work) => {
  const range = rangeOf(work, parameters)
  const view = viewOf(parameters)
  const tree = await readAccounts(work)
  const node =
    parameters.account === null || parameters.account === undefined ? undefined : tree.byId(parameters.account)
  if (node === undefined) throw notFound('请选择科目', 'Choose an account')
  const { party, department, employee, project, item, cashAccount } = parameters
  const filter = { party, department, employee, project, item, cashAccount }
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
