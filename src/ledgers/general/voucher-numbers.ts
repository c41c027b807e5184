import type { Work } from '../../kernel/posting/work.ts'
import { numberMerged, voucherMergeOf } from './voucher-merging.ts'

/** Which vouchers a number is for: those that stand, are not booked, and are not the opening of the books. */
const standing = `v.kind <> 'opening' and v.withdraws is null
  and not exists (select 1 from general_voucher w where w.company_id = $1 and w.withdraws = v.id)
  and not exists (select 1 from voucher_booking b where b.company_id = $1 and b.voucher = v.id)`

/**
 * Holds the numbering of a company's vouchers for this transaction: numbers are given one after another, in the order
 * of commit, and never by the postings themselves, which would wait for each other.
 */
export const holdNumbering = async (work: Work): Promise<void> => {
  await work.tx.query(
    `insert into number_series as s (company_id, series, last) values ($1, 'voucher numbers', 0)
     on conflict (company_id, series) do update set last = s.last`,
    [work.company],
  )
}

/** Postings whose vouchers may be without a number: those that the follow-up has not come to, in the order of commit. */
const waitingPostings = async (work: Work): Promise<string[]> => {
  const rows = await work.tx.rows<{ subject: string }>(
    `select subject from follow_up where company_id = $1 and kind = 'posting' order by id`,
    [work.company],
  )
  return rows.map((row) => row.subject)
}

/**
 * Gives draft numbers, per word and period from 1, to the vouchers of these postings that have none; `null` means all
 * that are still without. Merged vouchers take that of their sheet. The caller holds the numbering. Numbers of withdrawn vouchers leave gaps, which close at booking.
 */
export const numberVouchers = async (work: Work, given: readonly string[] | null): Promise<void> => {
  const postings = given ?? (await waitingPostings(work))
  if (postings.length === 0) return
  const rows = await work.tx.rows<{ id: string }>(
    `select v.id from unnest($2::uuid[]) with ordinality as p(id, place)
     join general_voucher v on v.company_id = $1 and v.posting_id = p.id and ${standing}
       and not exists (select 1 from voucher_number n where n.company_id = $1 and n.voucher = v.id)
     order by p.place, v.date, v.id`,
    [work.company, postings],
  )
  await numberMerged(
    work,
    voucherMergeOf(work),
    rows.map((row) => row.id),
  )
}

/**
 * 整理断号: numbers the drafts of a period again, without gaps, after what is booked. `byDate` puts them in the order of
 * their dates; otherwise they keep theirs. The caller holds the numbering.
 */
export const renumberDrafts = async (work: Work, period: string, byDate = false): Promise<void> => {
  const drafts = await work.tx.rows<{ voucher: string; word: string; number: number; part: number }>(
    `with booked as (
       select word, max(number) as last from voucher_booking where company_id = $1 and period = $2 group by word)
     select n.voucher, n.word, n.part,
       (coalesce(b.last, 0) + dense_rank() over (partition by n.word order by case when $3 then v.date end, n.number))::integer as number
     from voucher_number n join general_voucher v on v.company_id = $1 and v.id = n.voucher
     left join booked b on b.word = n.word
     where n.company_id = $1 and n.period = $2`,
    [work.company, period, byDate],
  )
  if (drafts.length === 0) return
  await work.tx.query(`delete from voucher_number where company_id = $1 and period = $2`, [work.company, period])
  await work.tx.query(
    `insert into voucher_number (company_id, voucher, word, period, number, part)
     select $1, r.voucher, r.word, $2, r.number, r.part
     from unnest($3::uuid[], $4::text[], $5::integer[], $6::integer[]) as r(voucher, word, number, part)`,
    [
      work.company,
      period,
      drafts.map((d) => d.voucher),
      drafts.map((d) => d.word),
      drafts.map((d) => d.number),
      drafts.map((d) => d.part),
    ],
  )
}
