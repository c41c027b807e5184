import type { CalendarDate } from '../../../base/calendar-date.ts'
import { decimal, zero } from '../../../base/decimal.ts'
import { centsText, toCents } from '../../../base/fixed-point.ts'
import type { Work } from '../../../kernel/posting/work.ts'
import type { VoucherKind } from '../../../ledgers/general/general-ledger.ts'
import {
  dimensionJoins,
  lastReview,
  lastReviewer,
  lastSignature,
  notWithdrawn,
  numberJoins,
  touchesCash,
  voucherName,
} from '../../../ledgers/general/voucher-selection.ts'
import { settingsOf } from '../../../ledgers/settings.ts'
import type { Range } from './book-view.ts'
import type { VoucherState } from './voucher-list.ts'

/** A voucher of the general ledger: one document's. */
interface VoucherRow {
  readonly id: string
  readonly date: CalendarDate
  readonly period: string
  readonly word: string
  readonly number: number | null
  readonly kind: VoucherKind
  readonly summary: string
  readonly total: string
  readonly state: VoucherState
  readonly document_type: string
  readonly document_id: string
  readonly document_number: string
  readonly actor: string
  readonly reviewer: string | null
  readonly booker: string | null
  readonly note: string | null
  readonly cashier: string | null
  readonly cash: boolean
  readonly attachments: number
}

/** A line as the paper shows it. */
export interface SheetLine {
  readonly account_id: string
  readonly summary: string
  readonly debit: string
  readonly credit: string
  /** Whom or what it concerns, with what it measures. */
  readonly auxiliary: string | null
}

/** 一张凭证: one number, with one document's voucher or several that are merged (凭证合并). */
export interface VoucherSheet {
  readonly head: VoucherRow
  readonly parts: readonly VoucherRow[]
  readonly name: string
  readonly summary: string
  readonly total: string
  readonly maker: string
  readonly attachments: number
  /** Money moves in it. */
  readonly cash: boolean
  readonly cashier: string
  /** Who said that it is right; empty while nobody has. */
  readonly reviewer: string
}

/** Files at the document behind a voucher, where no number of papers is said. */
const attachedFiles = `(select count(*)::integer from attachment f where f.company_id = $1 and f.record_id = v.document_id)`
const lastNote = `(select r.note from voucher_review r where r.company_id = $1 and r.voucher = v.id order by r.id desc limit 1)`
const lastSigner = `(select s.actor from voucher_signature s where s.company_id = $1 and s.voucher = v.id order by s.id desc limit 1)`

const select = `select v.id, v.date, v.period, v.word, coalesce(b.number, n.number) as number, v.kind, v.summary, v.total, v.document_type, v.document_id,
    v.document_number, v.actor,
    coalesce((select d.attachments_count from voucher d where d.company_id = $1 and d.id = v.document_id), ${attachedFiles}) as attachments, b.actor as booker,
    ${lastReviewer} as reviewer, ${lastNote} as note, ${touchesCash} as cash,
    case when coalesce(${lastSignature}, false) then ${lastSigner} end as cashier,
    case when b.voucher is not null then 'booked' when coalesce(${lastReview}, false) then 'reviewed'
      when ${lastNote} is not null then 'rejected' else 'entered' end as state
  from general_voucher v
  ${numberJoins}`

const inOrder = `order by v.period, v.word, coalesce(b.number, n.number), coalesce(b.part, n.part), v.date, v.id`

const joined = (words: readonly (string | null)[]): string =>
  [...new Set(words.filter((word) => word !== null && word !== ''))].join('、')

/** 销售出库单 XSCK-202601-0001 等 3 张. */
const summaryOf = (head: VoucherRow, count: number): string =>
  count === 1 ? head.summary : `${head.summary} 等 ${count} 张`

/** Papers of merged vouchers add up; those of a document with several vouchers are counted once. */
const attachmentsOf = (parts: readonly VoucherRow[]): number =>
  [...new Map(parts.map((part) => [part.document_id, part.attachments])).values()].reduce((sum, each) => sum + each, 0)

const sheetOf = (head: VoucherRow, parts: readonly VoucherRow[]): VoucherSheet => ({
  head,
  parts,
  name: voucherName(head),
  summary: summaryOf(head, parts.length),
  total: centsText(parts.reduce((sum, part) => sum + toCents(part.total), 0n)),
  maker: joined(parts.map((part) => part.actor)),
  attachments: attachmentsOf(parts),
  cash: parts.some((part) => part.cash),
  cashier: joined(parts.map((part) => part.cashier)),
  reviewer: head.state === 'reviewed' || head.state === 'booked' ? joined(parts.map((part) => part.reviewer)) : '',
})

const asSheets = (rows: readonly VoucherRow[]): VoucherSheet[] =>
  [
    ...Map.groupBy(rows, (row) => (row.number === null ? row.id : `${row.period}/${row.word}/${row.number}`)).values(),
  ].flatMap((parts) => (parts[0] === undefined ? [] : [sheetOf(parts[0], parts)]))

/** Which sheets are asked for. */
export interface SheetFilter {
  readonly state?: VoucherState | null
  readonly kind?: string | null
  readonly q?: string | null
}

const says = (sheet: VoucherSheet, q: string): boolean =>
  sheet.parts.some((part) => `${part.summary} ${part.document_number}`.toLowerCase().includes(q))

/** The vouchers of a range in the order of the books, one row a sheet. */
export const sheetsOf = async (work: Work, range: Range, filter: SheetFilter = {}): Promise<VoucherSheet[]> => {
  const rows = await work.tx.rows<VoucherRow>(
    `${select} where v.company_id = $1 and v.date between $2 and $3 and v.kind <> 'opening' and ${notWithdrawn('v', null)}
       and ($4::text is null or v.kind = $4) ${inOrder}`,
    [work.company, range.from, range.to, filter.kind ?? null],
  )
  const q = (filter.q ?? '').trim().toLowerCase()
  return asSheets(rows).filter(
    (sheet) =>
      (filter.state === null || filter.state === undefined || sheet.head.state === filter.state) &&
      (q === '' || says(sheet, q)),
  )
}

/** The sheets that these vouchers are on, whole; a withdrawn voucher is shown alone as it was. */
export const sheetsWith = async (work: Work, vouchers: readonly string[]): Promise<VoucherSheet[]> => {
  const sharing = (table: string) => `select o.voucher from ${table} t join ${table} o
    on o.company_id = $1 and o.period = t.period and o.word = t.word and o.number = t.number
    where t.company_id = $1 and t.voucher = any($2::uuid[])`
  const rows = await work.tx.rows<VoucherRow>(
    `${select} where v.company_id = $1 and v.id in (
       select unnest($2::uuid[]) union ${sharing('voucher_booking')} union ${sharing('voucher_number')}) ${inOrder}`,
    [work.company, vouchers],
  )
  return asSheets(rows)
}

interface LineRow {
  readonly voucher: string
  readonly account_id: string
  readonly summary: string
  readonly debit: string
  readonly credit: string
  readonly names: string | null
  readonly quantity: string | null
  readonly currency: string | null
  readonly currency_amount: string | null
}

const readLines = (work: Work, vouchers: readonly string[]) =>
  work.tx.rows<LineRow>(
    `select e.voucher, e.account_id, e.summary, e.debit, e.credit,
       nullif(concat_ws(' ', p.name, d.name, m.name, j.name, i.name, c.name, x.name, y.name), '') as names,
       e.quantity, e.currency, e.currency_amount
     from general_entry e
     ${dimensionJoins}
     left join cash_account c on c.company_id = $1 and c.id = e.cash_account
     left join auxiliary_item x on x.company_id = $1 and x.id = e.auxiliary1
     left join auxiliary_item y on y.company_id = $1 and y.id = e.auxiliary2
     where e.company_id = $1 and e.voucher = any($2::uuid[]) order by e.voucher, e.line_no`,
    [work.company, vouchers],
  )

const sum = (lines: readonly LineRow[], pick: (line: LineRow) => string | null): string =>
  lines.reduce((total, line) => total.plus(decimal(pick(line) ?? '0')), zero).toString()

const amounts = (lines: readonly LineRow[], side: 'debit' | 'credit'): string =>
  centsText(lines.reduce((total, line) => total + toCents(line[side]), 0n))

/** The lines of one account, whom it concerns and side, as one: red stays red, and nothing is netted (rule 28). */
const oneLine = (lines: readonly LineRow[], ownCurrency: string, summary: string): SheetLine[] => {
  const [first] = lines
  if (first === undefined) return []
  const { currency } = first
  const counted = lines.some((line) => line.quantity !== null)
  const isForeign = currency !== null && currency !== ownCurrency
  const measures = [
    ...(counted ? [`数量 ${sum(lines, (line) => line.quantity)}`] : []),
    ...(isForeign ? [`${currency} ${sum(lines, (line) => line.currency_amount)}`] : []),
  ]
  const auxiliary = [...(first.names === null ? [] : [first.names]), ...measures].join(' ')
  return [
    {
      account_id: first.account_id,
      summary: lines.length === 1 ? first.summary : summary,
      debit: amounts(lines, 'debit'),
      credit: amounts(lines, 'credit'),
      auxiliary: auxiliary === '' ? null : auxiliary,
    },
  ]
}

const placeOf = (line: LineRow): string => {
  const [debit, credit] = [toCents(line.debit), toCents(line.credit)]
  return [line.account_id, line.names, line.currency, debit !== 0n, debit < 0n || credit < 0n].join('/')
}

const linesOn = (sheet: VoucherSheet, rows: ReadonlyMap<string, readonly LineRow[]>, currency: string): SheetLine[] => {
  const own = sheet.parts.flatMap((part) => rows.get(part.id) ?? [])
  if (sheet.parts.length === 1) return own.flatMap((line) => oneLine([line], currency, line.summary))
  const lines = [...Map.groupBy(own, placeOf).values()].flatMap((group) => oneLine(group, currency, sheet.summary))
  return [...lines.filter((line) => toCents(line.debit) !== 0n), ...lines.filter((line) => toCents(line.debit) === 0n)]
}

/** Sheets with the lines on them, in their order. */
export const withLines = async (
  work: Work,
  sheets: readonly VoucherSheet[],
): Promise<readonly (readonly [VoucherSheet, readonly SheetLine[]])[]> => {
  const ids = sheets.flatMap((sheet) => sheet.parts.map((part) => part.id))
  const rows = Map.groupBy(await readLines(work, ids), (row) => row.voucher)
  const currency = settingsOf(work.settings).currency
  return sheets.map((sheet) => [sheet, linesOn(sheet, rows, currency)] as const)
}
