import type { CalendarDate } from '../../base/calendar-date.ts'
import { centsText, microsText } from '../../base/fixed-point.ts'
import type { Json } from '../../base/json.ts'
import { insertJsonSql, jsonRow } from '../../kernel/database/json-rows.ts'
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

type RowColumn = readonly [name: string, value: (row: StockRow) => Json]

const columns: readonly RowColumn[] = [
  ['id', (r) => r.id],
  ['document_type', (r) => r.document.type],
  ['document_id', (r) => r.document.id],
  ['line_id', (r) => r.document.line],
  ['line_no', (r) => r.lineNo],
  ['date', (r) => r.date],
  ['negates', (r) => r.negates],
  ['role', (r) => r.role],
  ['account_id', (r) => r.account],
  ['against', (r) => r.against],
  ['item', (r) => r.item],
  ['warehouse', (r) => r.warehouse],
  ['place', (r) => r.place],
  ['lot', (r) => r.lot],
  ['bin', (r) => r.bin],
  ['owner', (r) => r.owner],
  ['quantity', (r) => microsText(r.quantity)],
  ['second_quantity', (r) => (r.secondQuantity === null ? null : microsText(r.secondQuantity))],
  ['amount', (r) => centsText(r.amount)],
  ['markup', (r) => centsText(r.markup)],
  ['markup_role', (r) => r.markupRole],
  ['worth', (r) => (r.worth === null ? null : centsText(r.worth))],
  ['asked', (r) => (r.asked === null ? null : centsText(r.asked))],
  ['kind', (r) => r.kind],
  ['pool', (r) => r.pool],
  ['sequence', (r) => r.sequence],
  ['source_entry', (r) => r.sourceEntry],
  ['source_offset', (r) => microsText(r.sourceOffset)],
  ['source_quantity', (r) => (r.sourceQuantity === null ? null : microsText(r.sourceQuantity))],
  ['corrects', (r) => r.corrects],
  ['slices', (r) => r.slices],
  ['cost_method', (r) => r.costMethod],
  ['category', (r) => r.category],
]

const insertSql = insertJsonSql(
  'stock_entry',
  ['company_id', 'posting_id', 'recorded_at'],
  columns.map(([name]) => name),
)

/** Appends rows: one statement, whatever their number. */
export const appendStockRows = (work: Work, posting: PostingRecord, rows: readonly StockRow[]): void => {
  if (rows.length === 0) return
  work.tx.send(insertSql, [
    work.company,
    posting.id,
    posting.recordedAt,
    JSON.stringify(rows.map((row) => jsonRow(columns.map(([name, value]) => [name, value(row)])))),
  ])
}
