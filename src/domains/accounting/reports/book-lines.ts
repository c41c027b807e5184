import { addDays, lastOfMonth } from '../../../base/calendar-date.ts'
import type { CalendarDate } from '../../../base/calendar-date.ts'
import type { Work } from '../../../kernel/posting/work.ts'
import type { BooksView } from '../../../ledgers/general/account-totals.ts'
import { lineCondition, lineTotals } from '../../../ledgers/general/line-totals.ts'
import type { DimensionFilter } from '../../../ledgers/general/line-totals.ts'
import { totalled } from '../../../ledgers/general/rolled-totals.ts'
import { notWithdrawn, voucherName } from '../../../ledgers/general/voucher-selection.ts'
import type { Range } from './book-view.ts'

/** A line of a voucher as the books show it. */
export interface BookLine {
  readonly account: string
  readonly date: CalendarDate
  readonly voucher: string
  readonly word: string
  readonly number: number | null
  readonly summary: string
  readonly debit: string
  readonly credit: string
  readonly quantity: string | null
  readonly currency: string | null
  readonly currency_amount: string | null
  readonly document_type: string
  readonly document_id: string
  readonly document_number: string
}

/** The lines of accounts in a range, in the order of the books. */
export const bookLines = (
  work: Work,
  range: Range,
  view: BooksView,
  accounts: readonly string[],
  filter: DimensionFilter,
): Promise<BookLine[]> => {
  const condition = lineCondition(view, filter, accounts, 4)
  return work.tx.rows<BookLine>(
    `select e.account_id as account, e.date, e.voucher, v.word, coalesce(b.number, n.number) as number, e.summary, e.debit, e.credit,
       e.quantity, e.currency, e.currency_amount,
       v.document_type, v.document_id, v.document_number
     from general_entry e join general_voucher v on v.company_id = $1 and v.id = e.voucher
     left join voucher_booking b on b.company_id = $1 and b.voucher = v.id
     left join voucher_number n on n.company_id = $1 and n.voucher = v.id
     where e.company_id = $1 and e.date between $2 and $3 and ${condition.sql} and v.kind <> 'opening'
       and ${notWithdrawn('v', '$4')}
     order by e.date, coalesce(b.number, n.number), v.id, e.line_no`,
    [work.company, range.from, range.to, view.knownAt ?? null, ...condition.values],
  )
}

export const bookLineCells = (line: BookLine) => ({
  date: line.date,
  voucher: line.voucher,
  number: voucherName(line),
  summary: line.summary,
  documentType: line.document_type,
  documentId: line.document_id,
  documentNumber: line.document_number,
})

/** The months that a range touches. */
export const monthsBetween = (from: CalendarDate, to: CalendarDate): string[] => {
  const months: string[] = []
  for (let day = from; day <= to; day = addDays(lastOfMonth(day), 1)) months.push(day.slice(0, 7))
  return months
}

/** What accounts stood at before a range, and what of the year came before it. */
export const startOf = async (
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
