import type { Work } from '../../kernel/posting/work.ts'
import { holdNumbering, numberVouchers } from './voucher-numbers.ts'

/** Adds what these postings put into the general ledger to the day totals. Each posting is folded once. */
const foldDays = (work: Work, postings: readonly string[]) =>
  work.tx.query(
    `insert into general_day as d (company_id, account, date, closing, debit, credit)
     select $1, account_id, date, voucher_kind = 'closing', sum(debit), sum(credit)
     from general_entry where company_id = $1 and posting_id = any($2::uuid[])
     group by account_id, date, voucher_kind = 'closing' order by 2, 3, 4
     on conflict (company_id, account, date, closing) do update
     set debit = d.debit + excluded.debit, credit = d.credit + excluded.credit`,
    [work.company, postings],
  )

/**
 * What follows a posting once it is committed, a batch in one transaction: its vouchers take draft numbers, its lines
 * go into the day totals. Whoever calls has taken the postings off the list of what is left to do in the same transaction.
 */
export const followPostings = async (work: Work, postings: readonly string[]): Promise<void> => {
  if (postings.length === 0) return
  await holdNumbering(work)
  await Promise.all([numberVouchers(work, postings), foldDays(work, postings)])
}

/** Writes the day totals again from the ledger alone: the cache may be thrown away. Postings still to be folded are left out. */
export const rebuildDays = async (work: Work): Promise<void> => {
  await holdNumbering(work)
  await work.tx.query(`delete from general_day where company_id = $1`, [work.company])
  await work.tx.query(
    `insert into general_day (company_id, account, date, closing, debit, credit)
     select $1, account_id, date, voucher_kind = 'closing', sum(debit), sum(credit) from general_entry e
     where company_id = $1 and not exists (
       select 1 from follow_up f where f.company_id = $1 and f.kind = 'posting' and f.subject = e.posting_id)
     group by account_id, date, voucher_kind = 'closing'`,
    [work.company],
  )
}
