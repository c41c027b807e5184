import type { CalendarDate } from '../../../base/calendar-date.ts'
import { toCents } from '../../../base/fixed-point.ts'
import type { Work } from '../../../kernel/posting/work.ts'
import type { BooksView } from '../../../ledgers/general/account-totals.ts'
import { readsBranch } from '../../../ledgers/general/branches.ts'

/**
 * 现金流量本年累计: what the openings say of the year before the first month, by line of the statement, as the form writes it. Books
 * that begin in January have none, and it counts in no other year. It is the company's: of a branch nothing is known.
 */
export const openingCashFlows = async (
  work: Work,
  year: { readonly from: CalendarDate; readonly to: CalendarDate },
  view: Pick<BooksView, 'branch'>,
): Promise<ReadonlyMap<number, bigint>> => {
  if (readsBranch(work, view)) return new Map()
  const rows = await work.tx.rows<{ line: number; amount: string }>(
    `select l.line, sum(l.amount) as amount from opening_balance h
     join opening_balance_cash_flows l on l.company_id = $1 and l.owner_id = h.id
     where h.company_id = $1 and h.state in ('posted', 'closed') and h.date between $2 and $3 group by l.line`,
    [work.company, year.from, year.to],
  )
  return new Map(rows.map((row) => [row.line, toCents(row.amount)]))
}
