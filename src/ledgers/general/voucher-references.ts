import { monthOf } from '../../base/calendar-date.ts'
import type { CalendarDate } from '../../base/calendar-date.ts'
import type { Id } from '../../base/id.ts'
import type { PostingRecord } from '../../kernel/posting/book.ts'
import type { VoucherReference, Work } from '../../kernel/posting/work.ts'
import { voucherName } from './voucher-selection.ts'

interface NamedVoucher {
  readonly id: string
  readonly document_id: string
  readonly date: CalendarDate
  readonly word: string
  readonly number: number | null
}

const named = `select v.id, v.document_id, v.date, v.word, coalesce(b.number, n.number) as number
  from general_voucher v
  left join voucher_booking b on b.company_id = $1 and b.voucher = v.id
  left join voucher_number n on n.company_id = $1 and n.voucher = v.id
  where v.company_id = $1 and v.withdraws is null and v.kind <> 'opening'
    and not exists (select 1 from general_voucher w where w.company_id = $1 and w.withdraws = v.id)`

/** The vouchers that documents made and that stand, corrections of cost among them, in the order of the books. */
export const vouchersOf = async (work: Work, documents: readonly string[]): Promise<VoucherReference[]> => {
  const rows = await work.tx.rows<NamedVoucher>(
    `${named} and v.document_id = any($2::uuid[]) order by v.date, coalesce(b.number, n.number), v.id`,
    [work.company, documents],
  )
  return rows.map((row) => ({ id: row.id, document: row.document_id, date: row.date, number: voucherName(row) }))
}

const dayOf = (date: CalendarDate, year: string): string => {
  const [own = '', month = '', day = ''] = date.split('-')
  return `${own === year ? '' : `${own}年`}${Number(month)}月${Number(day)}日`
}

/**
 * What a correction says of what it corrects (会计基础工作规范, accounting.md rule 29): 注销某月某日某号凭证 of a reversal in red,
 * 调整某月某日某号凭证 of an amendment, which is of amounts only. The number is there once the follow-up has given it.
 */
export const correctionOf = async (
  work: Work,
  posting: PostingRecord,
  earlier: readonly Id<'posting'>[],
): Promise<string> => {
  if (earlier.length === 0 || (posting.action !== 'reverse' && posting.action !== 'amend')) return ''
  const rows = await work.tx.rows<NamedVoucher>(
    `${named} and v.kind <> 'difference' and v.posting_id = any($2::uuid[]) order by v.date, v.id`,
    [work.company, earlier],
  )
  if (rows.length === 0) return ''
  const year = monthOf(posting.date).slice(0, 4)
  const names = rows.map((row) => `${dayOf(row.date, year)}${row.number === null ? '' : `${voucherName(row)}号`}`)
  return `${posting.action === 'reverse' ? '注销' : '调整'}${names.join('、')}凭证 `
}
