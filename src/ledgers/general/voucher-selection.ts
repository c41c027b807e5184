import type { Work } from '../../kernel/posting/work.ts'

/** Vouchers to work on: those of a period, or some by id. */
export type VoucherSelection = { readonly period: string } | { readonly vouchers: readonly string[] }

/** A voucher that stands and is not booked, in the order in which it will be. */
export interface DraftVoucher {
  readonly id: string
  readonly word: string
  readonly period: string
  readonly number: number
  /** Which part of its sheet, where it is merged with others. */
  readonly part: number
  readonly date: string
  readonly reviewed: boolean
  readonly signed: boolean
  /** Who made the document behind it. */
  readonly maker: string
  /** Money moves in it, so that a cashier may have to sign. */
  readonly hasCash: boolean
}

/** How a voucher is called: 记-0001. */
export const voucherName = (voucher: { readonly word: string; readonly number: number | null }): string =>
  voucher.number === null ? `${voucher.word}-（未编号）` : `${voucher.word}-${String(voucher.number).padStart(4, '0')}`

/** The last word on a voucher's review. */
export const lastReview = `(select r.reviewed from voucher_review r where r.company_id = $1 and r.voucher = v.id order by r.id desc limit 1)`

/** Who said the last word on a voucher's review. */
export const lastReviewer = `(select r.actor from voucher_review r where r.company_id = $1 and r.voucher = v.id order by r.id desc limit 1)`

/** The booking `b` and the draft number `n` of vouchers `v`: which of them there is, is the voucher's number. */
export const numberJoins = `left join voucher_booking b on b.company_id = $1 and b.voucher = v.id
  left join voucher_number n on n.company_id = $1 and n.voucher = v.id`

/** Whom and what entries `e` concern: party `p`, department `d`, employee `m`, project `j`, item `i`. */
export const dimensionJoins = `left join party p on p.company_id = $1 and p.id = e.party
  left join department d on d.company_id = $1 and d.id = e.department
  left join employee m on m.company_id = $1 and m.id = e.employee
  left join project j on j.company_id = $1 and j.id = e.project
  left join item i on i.company_id = $1 and i.id = e.item`

/** Withdrawn vouchers and what withdrew them are hidden, unless the withdrawal was not known yet. */
export const notWithdrawn = (voucher: string, knownAt: string | null): string =>
  `${voucher}.withdraws is null and not exists (select 1 from general_voucher w where w.company_id = $1 and w.withdraws = ${voucher}.id` +
  `${knownAt === null ? '' : ` and (${knownAt}::timestamptz is null or w.recorded_at <= ${knownAt})`})`

/** The last word on a voucher's signature by the cashier. */
export const lastSignature = `(select s.signed from voucher_signature s where s.company_id = $1 and s.voucher = v.id order by s.id desc limit 1)`

/** Whether a voucher has a line on money. */
export const touchesCash = `exists (select 1 from general_entry e join account a on a.company_id = $1 and a.id = e.account_id and a.control = 'cash'
  where e.company_id = $1 and e.voucher = v.id)`

/** The sheet that a voucher is on: merged ones are reviewed, signed and booked together. */
export const sheetOf = ({ period, word, number }: DraftVoucher): string => `${period}/${word}/${number}`

/** How many vouchers these are for whoever counts papers. */
export const countSheets = (drafts: readonly DraftVoucher[]): number => new Set(drafts.map(sheetOf)).size

const chosenSheets = `(n.word, n.period, n.number) in (
  select c.word, c.period, c.number from voucher_number c where c.company_id = $1 and c.voucher = any($2::uuid[]))`

/** The unbooked vouchers of a selection, whole sheets, by date and draft number, held against withdrawal until the end of the transaction. */
export const holdDrafts = (work: Work, selection: VoucherSelection): Promise<DraftVoucher[]> =>
  work.tx.rows<DraftVoucher>(
    `select v.id, n.word, n.period, n.number, n.part, v.date, coalesce(${lastReview}, false) as reviewed,
       coalesce(${lastSignature}, false) as signed, v.actor as maker, ${touchesCash} as "hasCash"
     from voucher_number n join general_voucher v on v.company_id = $1 and v.id = n.voucher
     where n.company_id = $1 and ${'period' in selection ? 'n.period = $2' : chosenSheets}
     order by n.period, v.date, n.number, n.part for update of n`,
    [work.company, 'period' in selection ? selection.period : selection.vouchers],
  )
