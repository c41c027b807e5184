import { addDays, firstOfMonth } from '../../base/calendar-date.ts'
import type { CalendarDate } from '../../base/calendar-date.ts'
import { toCents } from '../../base/fixed-point.ts'
import type { Work } from '../../kernel/posting/work.ts'
import { readsBranch } from './branches.ts'
import { isOpening } from './opening-entries.ts'

/** Which part of the books a figure is of. */
export interface BooksView {
  /** 已记账 alone, or what is entered too (未记账). The opening of the books counts always. */
  readonly basis: 'booked' | 'entered'
  /** With the vouchers of closing (结转损益, 年结), or without them, as an income statement wants it. */
  readonly closing: boolean
  /** The books as they were known at that moment. */
  readonly knownAt?: Date | undefined
  /** One branch (分支机构) alone, in place of the company with all of them. */
  readonly branch?: string | undefined
}

export interface TotalsQuestion extends Partial<BooksView> {
  readonly from: CalendarDate
  readonly to: CalendarDate
  /** The first day of what 本年累计 counts from; the first of January of `to` unless told. */
  readonly yearFrom?: CalendarDate
}

/** What stands on an account, in cents. Balances are debit less credit. */
export interface AccountTotal {
  readonly account: string
  readonly opening: bigint
  readonly debit: bigint
  readonly credit: bigint
  readonly closing: bigint
  readonly yearOpening: bigint
  readonly yearDebit: bigint
  readonly yearCredit: bigint
}

const drafts = `select e.account_id, e.date, -e.debit, -e.credit from voucher_number n
  join general_entry e on e.company_id = $1 and e.voucher = n.voucher
  where n.company_id = $1 and e.date <= $3 and ($5 or e.voucher_kind <> 'closing')
  union all
  select e.account_id, e.date, -e.debit, -e.credit from tail t
  join general_voucher v on v.company_id = $1 and v.posting_id = t.subject and v.kind <> 'opening' and v.withdraws is null
  join general_entry e on e.company_id = $1 and e.voucher = v.id
  where e.date <= $3 and ($5 or e.voucher_kind <> 'closing')
    and not exists (select 1 from voucher_number n where n.company_id = $1 and n.voucher = v.id)
    and not exists (select 1 from voucher_booking b where b.company_id = $1 and b.voucher = v.id)
    and not exists (select 1 from general_voucher w where w.company_id = $1 and w.withdraws = v.id)`

// Totals of whole months, of the days of months that the question cuts, and what is not folded into them yet; all are seen
// by one statement, so nothing is missing or doubled. A month is named by its first day, which stands for all of it.
const presentSql = (basis: BooksView['basis']) => `
  with tail as (select subject from follow_up where company_id = $1 and kind = 'posting'),
  lines (account, date, debit, credit) as (
    select account, month, debit, credit from general_month
    where company_id = $1 and month <= $3 and month <> all($6::date[]) and ($5 or not closing)
    union all
    select d.account, d.date, d.debit, d.credit from unnest($6::date[]) cut
    join general_day d on d.company_id = $1 and d.date >= cut and d.date < (cut + interval '1 month')::date
    where d.date <= $3 and ($5 or not d.closing)
    union all
    select e.account_id, e.date, e.debit, e.credit from tail t
    join general_entry e on e.company_id = $1 and e.posting_id = t.subject
    where e.date <= $3 and ($5 or e.voucher_kind <> 'closing')
    ${basis === 'booked' ? `union all ${drafts}` : ''})`

// From the lines themselves: as they were known, those of one branch, or those that the reader is shown.
const readSql = (basis: BooksView['basis']) => `
  with lines (account, date, debit, credit) as (
    select e.account_id, e.date, e.debit, e.credit from general_entry e
    ${basis === 'booked' ? `left join voucher_booking b on b.company_id = $1 and b.voucher = e.voucher and ($6::timestamptz is null or b.at <= $6)` : ''}
    where e.company_id = $1 and e.date <= $3 and ($6::timestamptz is null or e.recorded_at <= $6) and ($5 or e.voucher_kind <> 'closing')
    and ($7::uuid is null or e.branch = $7)
    ${basis === 'booked' ? `and (b.voucher is not null or ${isOpening})` : ''})`

// Two sums a line, by what the days belong to, are added up into the figures afterwards: a third of the work of six sums.
const sums = `,
  parts as (
    select account, date >= $2 as in_range, date >= $4 as in_year, sum(debit) as debit, sum(credit) as credit
    from lines group by 1, 2, 3)
  select account,
    coalesce(sum(debit - credit) filter (where not in_range), 0) as opening,
    coalesce(sum(debit) filter (where in_range), 0) as debit,
    coalesce(sum(credit) filter (where in_range), 0) as credit,
    coalesce(sum(debit - credit) filter (where not in_year), 0) as year_opening,
    coalesce(sum(debit) filter (where in_year), 0) as year_debit,
    coalesce(sum(credit) filter (where in_year), 0) as year_credit
  from parts group by account`

interface TotalsRow {
  readonly account: string
  readonly opening: string
  readonly debit: string
  readonly credit: string
  readonly year_opening: string
  readonly year_debit: string
  readonly year_credit: string
}

const totalOf = (row: TotalsRow): AccountTotal => {
  const [opening, debit, credit] = [toCents(row.opening), toCents(row.debit), toCents(row.credit)]
  return {
    account: row.account,
    opening,
    debit,
    credit,
    closing: opening + debit - credit,
    yearOpening: toCents(row.year_opening),
    yearDebit: toCents(row.year_debit),
    yearCredit: toCents(row.year_credit),
  }
}

/** Nothing stood on it and nothing moved: what was withdrawn leaves no trace. */
const isIdle = (total: AccountTotal): boolean =>
  total.opening === 0n &&
  total.debit === 0n &&
  total.credit === 0n &&
  total.yearOpening === 0n &&
  total.yearDebit === 0n &&
  total.yearCredit === 0n

/** The first days of months that are not wholly on one side of a day that the question divides by. */
const cutMonths = (starts: readonly CalendarDate[]): CalendarDate[] => [
  ...new Set(starts.filter((day) => day !== firstOfMonth(day)).map(firstOfMonth)),
]

const firstOfYear = (day: CalendarDate) => `${day.slice(0, 4)}-01-01` as CalendarDate

/** Totals of days and months are of the whole company: who is shown some branches alone reads the lines. */
const readsLines = (work: Work, question: TotalsQuestion): boolean =>
  question.knownAt !== undefined || readsBranch(work, question)

/**
 * The question that the trial balance, the statements and the books all ask: what stands on each detail account. It
 * reads totals of months and days and the postings not folded yet, so it costs about the same at the end of a month and in its middle.
 * Accounts without entries are left out. Amounts are cents of the book currency.
 */
export const accountTotals = async (work: Work, question: TotalsQuestion): Promise<Map<string, AccountTotal>> => {
  const { from, to, knownAt } = question
  const basis = question.basis ?? 'entered'
  const yearFrom = question.yearFrom ?? firstOfYear(to)
  const values = [work.company, from, to, yearFrom, question.closing ?? true]
  const rows = readsLines(work, question)
    ? await work.tx.rows<TotalsRow>(`${readSql(basis)}${sums}`, [...values, knownAt ?? null, question.branch ?? null])
    : await work.tx.rows<TotalsRow>(`${presentSql(basis)}${sums}`, [
        ...values,
        cutMonths([from, yearFrom, addDays(to, 1)]),
      ])
  const totals = rows.map(totalOf).filter((total) => !isIdle(total))
  return new Map(totals.map((total) => [total.account, total]))
}
