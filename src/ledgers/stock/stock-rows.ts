import type { CalendarDate } from '../../base/calendar-date.ts'
import { centsText, microsText } from '../../base/fixed-point.ts'
import type { Json } from '../../base/json.ts'
import type { PostingRecord } from '../../kernel/posting/book.ts'
import type { Work } from '../../kernel/posting/work.ts'

/** A row of the stock ledger about to be appended. */
export interface StockRow {
  readonly id: string
  readonly document: { readonly type: string; readonly id: string; readonly line: string | null }
  readonly lineNo: number
  readonly date: CalendarDate
  readonly negates: string | null
  readonly role: string
  readonly account: string
  readonly against: Json
  readonly item: string
  readonly warehouse: string
  readonly place: string
  readonly lot: string | null
  readonly bin: string | null
  /** Whose goods they are, where they are not ours. */
  readonly owner: string | null
  readonly quantity: bigint
  readonly secondQuantity: bigint | null
  readonly amount: bigint
  /** Internal mark-up beside the amount (rule 17), with the quantity's sign. */
  readonly markup: bigint
  /** The role that it stands on, where that is not the one of transfers at a price. */
  readonly markupRole: string | null
  /** What goods were moved in at, where a price was set. */
  readonly worth: bigint | null
  readonly asked: bigint | null
  readonly kind: string
  readonly pool: string
  readonly sequence: number
  readonly sourceEntry: string | null
  readonly sourceOffset: bigint
  readonly sourceQuantity: bigint | null
  readonly corrects: string | null
  readonly slices: Json
  readonly costMethod: string | null
  readonly category: string | null
}

type RowColumn = readonly [name: string, type: string, value: (row: StockRow) => string | number | null]

const columns: readonly RowColumn[] = [
  ['id', 'uuid', (r) => r.id],
  ['document_type', 'text', (r) => r.document.type],
  ['document_id', 'uuid', (r) => r.document.id],
  ['line_id', 'uuid', (r) => r.document.line],
  ['line_no', 'integer', (r) => r.lineNo],
  ['date', 'date', (r) => r.date],
  ['negates', 'uuid', (r) => r.negates],
  ['role', 'text', (r) => r.role],
  ['account_id', 'uuid', (r) => r.account],
  ['against', 'jsonb', (r) => JSON.stringify(r.against)],
  ['item', 'uuid', (r) => r.item],
  ['warehouse', 'uuid', (r) => r.warehouse],
  ['place', 'text', (r) => r.place],
  ['lot', 'text', (r) => r.lot],
  ['bin', 'uuid', (r) => r.bin],
  ['owner', 'text', (r) => r.owner],
  ['quantity', 'numeric', (r) => microsText(r.quantity)],
  ['second_quantity', 'numeric', (r) => (r.secondQuantity === null ? null : microsText(r.secondQuantity))],
  ['amount', 'numeric', (r) => centsText(r.amount)],
  ['markup', 'numeric', (r) => centsText(r.markup)],
  ['markup_role', 'text', (r) => r.markupRole],
  ['worth', 'numeric', (r) => (r.worth === null ? null : centsText(r.worth))],
  ['asked', 'numeric', (r) => (r.asked === null ? null : centsText(r.asked))],
  ['kind', 'text', (r) => r.kind],
  ['pool', 'text', (r) => r.pool],
  ['sequence', 'integer', (r) => r.sequence],
  ['source_entry', 'uuid', (r) => r.sourceEntry],
  ['source_offset', 'numeric', (r) => microsText(r.sourceOffset)],
  ['source_quantity', 'numeric', (r) => (r.sourceQuantity === null ? null : microsText(r.sourceQuantity))],
  ['corrects', 'uuid', (r) => r.corrects],
  ['slices', 'jsonb', (r) => (r.slices === null ? null : JSON.stringify(r.slices))],
  ['cost_method', 'text', (r) => r.costMethod],
  ['category', 'uuid', (r) => r.category],
]

const names = columns.map(([name]) => name).join(', ')
const insertSql =
  `insert into stock_entry (company_id, posting_id, recorded_at, ${names}) select $1, $2, $3, ${names} from unnest(` +
  `${columns.map(([, type], index) => `$${index + 4}::${type}[]`).join(', ')}) as r(${names})`

/** Appends rows: one statement, whatever their number. */
export const appendStockRows = (work: Work, posting: PostingRecord, rows: readonly StockRow[]): void => {
  if (rows.length === 0) return
  work.tx.send(insertSql, [
    work.company,
    posting.id,
    posting.recordedAt,
    ...columns.map(([, , value]) => rows.map(value)),
  ])
}
