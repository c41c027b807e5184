import { audit } from '../../kernel/audit/audit.ts'
import { Problem } from '../../kernel/definition/problem.ts'
import type { Work } from '../../kernel/posting/work.ts'
import { settingsOf } from '../settings.ts'
import { holdPeriodsFrom } from './periods.ts'
import { holdNumbering, numberVouchers, renumberDrafts } from './voucher-numbers.ts'
import { countSheets, holdDrafts, sheetOf, voucherName } from './voucher-selection.ts'
import type { DraftVoucher, VoucherSelection } from './voucher-selection.ts'

export interface Booked {
  readonly booked: number
  /** Left as they are, because the company wants vouchers reviewed before they are booked. */
  readonly unreviewed: number
  /** Left as they are, because the cashier has yet to sign them. */
  readonly unsigned: number
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

/** Numbers without gaps, in the order of date and draft number, after what is booked already; one a sheet. */
const finalNumbers = (drafts: readonly DraftVoucher[], last: Map<string, number>): number[] => {
  const given = new Map<string, number>()
  return drafts.map((draft) => {
    const known = given.get(sheetOf(draft))
    if (known !== undefined) return known
    const key = `${draft.period}/${draft.word}`
    const number = (last.get(key) ?? 0) + 1
    last.set(key, number)
    given.set(sheetOf(draft), number)
    return number
  })
}

const write = async (work: Work, drafts: readonly DraftVoucher[], numbers: readonly number[]): Promise<void> => {
  const ids = drafts.map((d) => d.id)
  await work.tx.query(
    `insert into voucher_booking (company_id, voucher, word, period, number, part, actor, at)
     select $1, r.voucher, r.word, r.period, r.number, r.part, $2, $3
     from unnest($4::uuid[], $5::text[], $6::text[], $7::integer[], $8::integer[]) as r(voucher, word, period, number, part)`,
    [
      work.company,
      work.actor.name,
      work.clock.now(),
      ids,
      drafts.map((d) => d.word),
      drafts.map((d) => d.period),
      numbers,
      drafts.map((d) => d.part),
    ],
  )
  await work.tx.query(`delete from voucher_number where company_id = $1 and voucher = any($2::uuid[])`, [
    work.company,
    ids,
  ])
}

/** Why vouchers that were named may not be booked, with the first of them. */
const refuse = (waiting: readonly DraftVoucher[], zh: string, en: string): void => {
  if (waiting.length === 0) return
  const names = [...new Set(waiting.map(voucherName))].slice(0, 5)
  throw new Problem('invalid', {
    zh: `凭证 ${names.join('、')} ${zh}，不能记账`,
    en: `${en}: ${names.join(', ')}`,
  })
}

/**
 * 记账: the point of no return (财会〔2024〕12号). The vouchers' numbers become final and gapless; nothing afterwards changes,
 * deletes, inserts or renumbers them. Drafts that stay are numbered after them. Where the company wants them reviewed
 * first, or signed by the cashier, those of a period that are not stay behind, and those named by id are refused.
 */
export const bookVouchers = async (work: Work, selection: VoucherSelection): Promise<Booked> => {
  const period = await firstPeriod(work, selection)
  if (period === undefined) return { booked: 0, unreviewed: 0, unsigned: 0 }
  await holdPeriodsFrom(work, period)
  await holdNumbering(work)
  await numberVouchers(work, null)
  const drafts = await holdDrafts(work, selection)
  const { reviewBeforeBooking, cashierSigns } = settingsOf(work.settings)
  const unsigned = drafts.filter((draft) => cashierSigns === true && draft.hasCash && !draft.signed)
  const unreviewed = drafts.filter((draft) => reviewBeforeBooking === true && !draft.reviewed)
  if (!('period' in selection)) {
    refuse(unreviewed, '未审核', 'Review the vouchers first')
    refuse(unsigned, '出纳还未签字', 'The cashier has yet to sign')
  }
  const behind = new Set([...unsigned, ...unreviewed].map(sheetOf))
  const ready = drafts.filter((draft) => !behind.has(sheetOf(draft)))
  const left = { unreviewed: countSheets(unreviewed), unsigned: countSheets(unsigned) }
  if (ready.length === 0) return { booked: 0, ...left }
  const periods = [...new Set(ready.map((draft) => draft.period))]
  await write(work, ready, finalNumbers(ready, await lastNumbers(work, periods)))
  for (const each of periods) await renumberDrafts(work, each)
  audit(work, {
    action: 'book',
    type: 'generalVoucher',
    record: ready[0]?.id ?? '',
    label: `${periods.join('、')} 记账 ${countSheets(ready)} 张`,
    after: { vouchers: ready.map((draft) => draft.id) },
  })
  return { booked: countSheets(ready), ...left }
}
