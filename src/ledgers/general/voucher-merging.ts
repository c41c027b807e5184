import type { Work } from '../../kernel/posting/work.ts'
import type { VoucherMerge } from '../dimensions/voucher-merges.ts'
import { settingsOf } from '../settings.ts'

/** How the company wants its vouchers merged. */
export const voucherMergeOf = (work: Work): VoucherMerge => {
  const { voucherMerge } = settingsOf(work.settings)
  return voucherMerge ?? 'document'
}

/**
 * What vouchers have in common that become one sheet with one number (rule 28): the type of document and the day, and whom they
 * concern if that is wanted. Red and black letters never meet. Only what documents made is merged: what was written by hand,
 * corrections of cost and closings stand alone. Every voucher stays a row of its own with its document; the sheet is their number.
 */
const keySql = `case when v.kind <> 'projected' or $2 = 'document' then v.id::text
  else concat_ws('/', v.document_type, v.date, v.total < 0, case when $2 = 'party' then (
    select string_agg(distinct e.party::text, ',') from general_entry e where e.company_id = $1 and e.voucher = v.id) end) end`

interface Fresh {
  readonly id: string
  readonly word: string
  readonly period: string
  readonly key: string
}

interface Sheet {
  readonly word: string
  readonly period: string
  readonly number: number
  readonly last_part: number
  readonly key: string
}

/** Vouchers that wait for a number, in the order in which they take it. */
const freshVouchers = (work: Work, by: VoucherMerge, vouchers: readonly string[]): Promise<Fresh[]> =>
  work.tx.rows<Fresh>(
    `select v.id, v.word, v.period, ${keySql} as key
     from unnest($3::uuid[]) with ordinality as w(id, place) join general_voucher v on v.company_id = $1 and v.id = w.id
     order by w.place`,
    [work.company, by, vouchers],
  )

/** Sheets of drafts on the days of these vouchers that more may be put on: nobody has reviewed or signed them yet. */
const openSheets = (work: Work, by: VoucherMerge, vouchers: readonly string[]): Promise<Sheet[]> =>
  work.tx.rows<Sheet>(
    `select n.word, n.period, n.number, max(n.part) as last_part, min(${keySql}) as key
     from voucher_number n join general_voucher v on v.company_id = $1 and v.id = n.voucher
     where n.company_id = $1 and v.kind = 'projected'
       and v.date in (select f.date from general_voucher f where f.company_id = $1 and f.id = any($3::uuid[]))
     group by n.word, n.period, n.number
     having not bool_or(exists (select 1 from voucher_review r where r.company_id = $1 and r.voucher = v.id)
       or exists (select 1 from voucher_signature s where s.company_id = $1 and s.voucher = v.id))
     order by n.number`,
    [work.company, by, vouchers],
  )

const lastNumbers = async (work: Work, periods: readonly string[]) => {
  const rows = await work.tx.rows<{ word: string; period: string; last: number }>(
    `select word, period, max(number) as last from (
       select word, period, number from voucher_number where company_id = $1 and period = any($2::text[])
       union all select word, period, number from voucher_booking where company_id = $1 and period = any($2::text[])) taken
     group by 1, 2`,
    [work.company, periods],
  )
  return new Map(rows.map((row) => [`${row.word}/${row.period}`, row.last]))
}

/**
 * Gives these vouchers draft numbers: that of the sheet they belong on, else the next one. The caller holds the numbering, and has
 * made sure that none of them has a number.
 */
export const numberMerged = async (work: Work, by: VoucherMerge, vouchers: readonly string[]): Promise<void> => {
  if (vouchers.length === 0) return
  const fresh = await freshVouchers(work, by, vouchers)
  const [open, last] = await Promise.all([
    by === 'document' ? [] : openSheets(work, by, vouchers),
    lastNumbers(work, [...new Set(fresh.map((each) => each.period))]),
  ])
  const sheets = new Map(
    open.map((sheet) => [
      `${sheet.word}/${sheet.period}/${sheet.key}`,
      { number: sheet.number, part: sheet.last_part },
    ]),
  )
  const numbers = fresh.map(({ word, period, key }) => {
    const series = `${word}/${period}`
    const sheet = sheets.get(`${series}/${key}`)
    const number = sheet?.number ?? (last.get(series) ?? 0) + 1
    const part = sheet === undefined ? 0 : sheet.part + 1
    if (sheet === undefined) last.set(series, number)
    sheets.set(`${series}/${key}`, { number, part })
    return { number, part }
  })
  await work.tx.query(
    `insert into voucher_number (company_id, voucher, word, period, number, part)
     select $1, r.* from unnest($2::uuid[], $3::text[], $4::text[], $5::integer[], $6::integer[]) as r(voucher, word, period, number, part)`,
    [
      work.company,
      fresh.map((each) => each.id),
      fresh.map((each) => each.word),
      fresh.map((each) => each.period),
      numbers.map((each) => each.number),
      numbers.map((each) => each.part),
    ],
  )
}

/**
 * Puts the drafts of a period that nobody has reviewed or signed together anew, or apart. Answers how many vouchers they are then.
 * The caller holds the numbering, numbers what waits before, and closes the gaps after.
 */
export const mergeDrafts = async (work: Work, period: string, by: VoucherMerge): Promise<number> => {
  const taken = await work.tx.rows<{ voucher: string; number: number; part: number }>(
    `delete from voucher_number n where n.company_id = $1 and n.period = $2
       and not exists (select 1 from voucher_review r where r.company_id = $1 and r.voucher = n.voucher)
       and not exists (select 1 from voucher_signature s where s.company_id = $1 and s.voucher = n.voucher)
     returning voucher, number, part`,
    [work.company, period],
  )
  const ordered = taken.toSorted((a, b) => a.number - b.number || a.part - b.part).map((row) => row.voucher)
  await numberMerged(work, by, ordered)
  const rows = await work.tx.rows<{ sheets: number }>(
    `select count(distinct (word, number))::integer as sheets from voucher_number where company_id = $1 and period = $2`,
    [work.company, period],
  )
  return rows[0]?.sheets ?? 0
}
