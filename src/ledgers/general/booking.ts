import { audit } from '../../kernel/audit/audit.ts'
import { Problem } from '../../kernel/definition/problem.ts'
import type { Work } from '../../kernel/posting/work.ts'
import { settingsOf } from '../settings.ts'
import { holdPeriodsFrom } from './periods.ts'
import { holdNumbering, numberVouchers, renumberDrafts } from './voucher-numbers.ts'
import { holdDrafts, voucherName } from './voucher-selection.ts'
import type { DraftVoucher, VoucherSelection } from './voucher-selection.ts'

export interface Booked {
  readonly booked: number
  /** Left as they are, because the company wants vouchers reviewed before they are booked. */
  readonly unreviewed: number
}

const firstPeriod = async (work: Work, selection: VoucherSelection): Promise<string | undefined> => {
  if ('period' in selection) return selection.period
  const rows = await work.tx.rows<{ period: string | null }>(
    `select min(period) as period from voucher_number where company_id = $1 and voucher = any($2::uuid[])`,
    [work.company, selection.vouchers],
  )
  return rows[0]?.period ?? undefined
}

const lastNumbers = async (work: Work, periods: readonly string[]) => {
  const rows = await work.tx.rows<{ word: string; period: string; last: number }>(
    `select word, period, max(number) as last from voucher_booking where company_id = $1 and period = any($2::text[]) group by 1, 2`,
    [work.company, periods],
  )
  return new Map(rows.map((row) => [`${row.period}/${row.word}`, row.last]))
}

/** Numbers without gaps, in the order of date and draft number, after what is booked already. */
const finalNumbers = (drafts: readonly DraftVoucher[], last: Map<string, number>): number[] =>
  drafts.map((draft) => {
    const key = `${draft.period}/${draft.word}`
    const number = (last.get(key) ?? 0) + 1
    last.set(key, number)
    return number
  })

const write = async (work: Work, drafts: readonly DraftVoucher[], numbers: readonly number[]): Promise<void> => {
  const ids = drafts.map((d) => d.id)
  await work.tx.query(
    `insert into voucher_booking (company_id, voucher, word, period, number, actor, at)
     select $1, r.voucher, r.word, r.period, r.number, $2, $3
     from unnest($4::uuid[], $5::text[], $6::text[], $7::integer[]) as r(voucher, word, period, number)`,
    [
      work.company,
      work.actor.name,
      work.clock.now(),
      ids,
      drafts.map((d) => d.word),
      drafts.map((d) => d.period),
      numbers,
    ],
  )
  await work.tx.query(`delete from voucher_number where company_id = $1 and voucher = any($2::uuid[])`, [
    work.company,
    ids,
  ])
}

/**
 * 记账: the point of no return (财会〔2024〕12号). The vouchers' numbers become final and gapless; nothing afterwards changes,
 * deletes, inserts or renumbers them. Drafts that stay are numbered after them. Where the company wants them reviewed
 * first, unreviewed ones of a period stay behind, and unreviewed ones named by id are refused.
 */
export const bookVouchers = async (work: Work, selection: VoucherSelection): Promise<Booked> => {
  const period = await firstPeriod(work, selection)
  if (period === undefined) return { booked: 0, unreviewed: 0 }
  await holdPeriodsFrom(work, period)
  await holdNumbering(work)
  await numberVouchers(work, null)
  const drafts = await holdDrafts(work, selection)
  const mustBeReviewed = settingsOf(work.settings).reviewBeforeBooking === true
  const ready = drafts.filter((draft) => draft.reviewed || !mustBeReviewed)
  const waiting = drafts.filter((draft) => !draft.reviewed && mustBeReviewed)
  if (waiting.length > 0 && !('period' in selection)) {
    const names = waiting.slice(0, 5).map(voucherName)
    throw new Problem('invalid', {
      zh: `凭证 ${names.join('、')} 未审核，不能记账`,
      en: `Review the vouchers first: ${names.join(', ')}`,
    })
  }
  if (ready.length === 0) return { booked: 0, unreviewed: waiting.length }
  const periods = [...new Set(ready.map((draft) => draft.period))]
  await write(work, ready, finalNumbers(ready, await lastNumbers(work, periods)))
  for (const each of periods) await renumberDrafts(work, each)
  audit(work, {
    action: 'book',
    type: 'generalVoucher',
    record: ready[0]?.id ?? '',
    label: `${periods.join('、')} 记账 ${ready.length} 张`,
    after: { vouchers: ready.map((draft) => draft.id) },
  })
  return { booked: ready.length, unreviewed: waiting.length }
}
