import type { Work } from '../../kernel/posting/work.ts'
import { holdNumbering, numberVouchers } from './voucher-numbers.ts'

/** Totals that are kept, and what of an entry's day they go by. */
const kept = [
  { table: 'general_day', column: 'date', span: 'date' },
  { table: 'general_month', column: 'month', span: `date_trunc('month', date)::date` },
] as const
type Kept = (typeof kept)[number]

const foldSql = ({ table, column, span }: Kept, which: string) =>
  `insert into ${table} as d (company_id, account, ${column}, closing, debit, credit)
   select $1, account_id, ${span}, voucher_kind = 'closing', sum(debit), sum(credit)
   from general_entry e where company_id = $1 and ${which}
   group by 2, 3, 4 order by 2, 3, 4
   on conflict (company_id, account, ${column}, closing) do update
   set debit = d.debit + excluded.debit, credit = d.credit + excluded.credit`

/** Adds what these postings put into the general ledger to the totals of days and months. Each posting is folded once. */
const fold = (work: Work, postings: readonly string[]) =>
  Promise.all(
    kept.map((totals) => work.tx.query(foldSql(totals, 'posting_id = any($2::uuid[])'), [work.company, postings])),
  )

/**
 * What follows a posting once it is committed, a batch in one transaction: its vouchers take draft numbers, its lines
 * go into the totals. Whoever calls has taken the postings off the list of what is left to do in the same transaction.
 */
export const followPostings = async (work: Work, postings: readonly string[]): Promise<void> => {
  if (postings.length === 0) return
  await holdNumbering(work)
  await Promise.all([numberVouchers(work, postings), fold(work, postings)])
}

const settled = `not exists (
  select 1 from follow_up f where f.company_id = $1 and f.kind = 'posting' and f.subject = e.posting_id)`

/** Writes the totals again from the ledger alone: the cache may be thrown away. Postings still to be folded are left out. */
export const rebuildDays = async (work: Work): Promise<void> => {
  await holdNumbering(work)
  for (const totals of kept) {
    await work.tx.query(`delete from ${totals.table} where company_id = $1`, [work.company])
    await work.tx.query(foldSql(totals, settled), [work.company])
  }
}
