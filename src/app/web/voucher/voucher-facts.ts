import type { VoucherLine } from '../../../ui/voucher/voucher-sheet.tsx'

/** A cell of the report that tells a voucher line by line. */
type Cell = string | number | boolean | null | undefined
type Row = Readonly<Record<string, Cell>>

/** The answer of the report `voucherLines`. */
export type VoucherAnswer = { readonly rows: readonly Row[]; readonly notes: readonly string[] }

type VoucherStage = 'entered' | 'reviewed' | 'booked'

export type VoucherFacts = {
  readonly id: string
  readonly date: string
  /** 记-12 */
  readonly number: string
  readonly word: string
  readonly stage: VoucherStage
  readonly kind: string
  readonly attachments: string
  readonly maker: string
  readonly reviewer: string
  readonly cashier: string
  readonly booker: string
  /** How many documents it came from; a merged voucher has several. */
  readonly documents: number
  readonly source: { readonly type: string; readonly id: string; readonly number: string }
  readonly lines: readonly VoucherLine[]
}

const text = (cell: Cell): string => (cell === null || cell === undefined ? '' : String(cell))

const stages: Readonly<Record<string, VoucherStage>> = { 未审核: 'entered', 已审核: 'reviewed', 已记账: 'booked' }

/** What a note such as `审核：吴静怡` says after its name. */
const noted = (notes: readonly string[], name: string): string =>
  notes.find((note) => note.startsWith(`${name}：`))?.slice(name.length + 1) ?? ''

/** The number stands in small type below the summary; said once is enough. */
const withoutNumber = (summary: string, number: string): string => {
  const rest = number === '' ? summary : summary.replace(number, '').trim()
  return rest === '' ? summary : rest
}

/** A voucher for its sheet, from the lines of its report; null where the report has none. */
export function voucherFacts(answer: VoucherAnswer): VoucherFacts | null {
  const { rows, notes } = answer
  const first = rows[0]
  if (first === undefined) return null
  const number = text(first.number)
  return {
    id: text(first.voucher),
    date: text(first.date),
    number,
    word: number.split('-')[0] ?? '',
    stage: stages[text(first.state)] ?? 'entered',
    kind: text(first.kind),
    attachments: /\d+/.exec(notes.find((note) => note.startsWith('附单据')) ?? '')?.[0] ?? '0',
    maker: noted(notes, '制单'),
    reviewer: noted(notes, '审核'),
    cashier: noted(notes, '出纳'),
    booker: noted(notes, '记账'),
    documents: Number(first.documents ?? 1),
    source: {
      type: text(first.documentType),
      id: text(first.documentId),
      number: text(first.documentNumber),
    },
    lines: rows.map((row, index) => ({
      key: String(index),
      summary: withoutNumber(text(row.summary), text(row.documentNumber)),
      source: text(row.documentNumber),
      account: { code: text(row.code), name: text(row.account).split('/').join(' / ') },
      ...(text(row.auxiliary) === '' ? {} : { dimensions: text(row.auxiliary) }),
      debit: text(row.debit),
      credit: text(row.credit),
    })),
  }
}

/** 记字第 0086 号, from 记-86; a voucher that waits for its number has none. */
export const numberDigits = (number: string): string => (number.split('-')[1] ?? '').padStart(4, '0')

/** 2026 年 1 月 15 日 in the reader's language. */
export function longDate(date: string, english: boolean): string {
  const [year = '', month = '', day = ''] = date.split('-')
  return english ? date : `${year} 年 ${Number(month)} 月 ${Number(day)} 日`
}
