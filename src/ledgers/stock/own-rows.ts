import { toCents, fromMicros, toMicros } from '../../base/fixed-point.ts'
import { newId } from '../../base/id.ts'
import type { Id } from '../../base/id.ts'
import type { CalendarDate } from '../../base/calendar-date.ts'
import type { PostingRecord } from '../../kernel/posting/book.ts'
import { within } from '../../kernel/posting/proposal.ts'
import type { Work } from '../../kernel/posting/work.ts'
import type { PlaceKind } from '../dimensions/place.ts'
import type { StoredAgainst } from '../general/accounts.ts'
import type { ChainMovement } from './chain.ts'
import { varianceIn } from './costing/standard.ts'
import type { Costed } from './stock-movements.ts'
import type { StockRow } from './stock-rows.ts'
import type { StockProposal } from './stock.ts'

/** A row that a document's earlier postings appended. */
export interface OwnRow {
  readonly id: string
  readonly line_id: string | null
  readonly line_no: number
  readonly date: CalendarDate
  readonly role: string
  readonly account_id: string
  readonly against: readonly StoredAgainst[] | { readonly within: true; readonly remainder: string | null }
  readonly item: string
  readonly warehouse: string
  readonly place: PlaceKind
  readonly lot: string | null
  readonly bin: Id<'bin'> | null
  readonly quantity: string
  readonly second_quantity: string | null
  readonly amount: string
  readonly markup: string
  readonly markup_role: string | null
  readonly kind: string
  readonly pool: string
  readonly sequence: number
  readonly corrects: string | null
  readonly receipt_date: CalendarDate | null
  readonly owner: Id<'party'> | null
}

/** What the earlier postings appended of their own accord and that still stands; what replays found is not theirs. */
export const loadOwn = (work: Work, earlier: readonly Id<'posting'>[]) =>
  work.tx.rows<OwnRow>(
    `select e.id, e.line_id, e.line_no, e.date, e.role, e.account_id, e.against, e.item, e.warehouse, e.place, e.lot, e.bin, e.quantity, e.second_quantity, e.amount, e.markup, e.markup_role,
       e.kind, e.pool, e.sequence, e.corrects, e.owner, r.date as receipt_date
     from stock_entry e left join stock_entry r on r.company_id = $1 and r.id = e.corrects
     where e.company_id = $1 and e.posting_id = any($2::uuid[]) and e.kind <> 'difference' and e.negates is null
       and not exists (select 1 from stock_entry n where n.company_id = $1 and n.negates = e.id)
     order by e.item, e.line_no, e.id`,
    [work.company, earlier],
  )

/** What a stored row asked of the stock ledger, as far as its opposite needs it. */
export const proposalOf = (row: OwnRow, posting: PostingRecord): StockProposal => {
  const standing = row.against
  const list = Array.isArray(standing) ? (standing as readonly StoredAgainst[]) : undefined
  const remainder =
    list === undefined && !Array.isArray(standing) && 'remainder' in standing ? standing.remainder : null
  return {
    ledger: 'stock',
    line: row.line_id === null ? null : { id: row.line_id as Id<'line'>, lineNo: row.line_no, source: null },
    item: row.item as Id<'item'>,
    warehouse: row.warehouse as Id<'warehouse'>,
    place: row.place,
    lot: row.lot,
    bin: row.bin,
    owner: row.owner,
    quantity: fromMicros(0n),
    amount: null,
    against: list === undefined ? within : (list[0]?.role ?? 'costOfSales'),
    // A transfer has none: both its ends move alike.
    ...(list === undefined && remainder === null
      ? {}
      : { remainder: remainder ?? (posting.action === 'reverse' ? 'purchaseReturnDifference' : 'costOfSales') }),
  }
}

/** What a stored row holds by itself. */
export const asHeld = (row: OwnRow): Costed => ({ amount: toCents(row.amount), markup: toCents(row.markup) })

/** A move inside a pool, which has no value. */
export const withoutValue: Costed = { amount: 0n, markup: 0n }

/** The negation of a stored row, as if it had never been. */
export const negation = (
  row: OwnRow,
  posting: PostingRecord,
  quantity: bigint,
  { amount, markup, markupRole = row.markup_role }: Costed,
): StockRow => ({
  id: newId<'stockEntry'>(),
  document: { type: posting.documentType, id: posting.documentId, line: row.line_id },
  lineNo: row.line_no,
  date: row.date,
  negates: row.id,
  role: row.role,
  account: row.account_id,
  against: Array.isArray(row.against)
    ? row.against.map((a) => ({ ...a, dimensions: { item: row.item } }))
    : { within: true, remainder: null },
  item: row.item,
  warehouse: row.warehouse,
  place: row.place,
  lot: row.lot,
  bin: row.bin,
  owner: row.owner,
  quantity: -quantity,
  secondQuantity: row.second_quantity === null || quantity === 0n ? null : -toMicros(row.second_quantity),
  amount: -amount,
  markup: -markup,
  markupRole,
  worth: null,
  asked: null,
  kind: row.kind,
  pool: row.pool,
  sequence: row.sequence,
  sourceEntry: null,
  sourceOffset: 0n,
  sourceQuantity: null,
  corrects: row.corrects,
  slices: null,
  costMethod: null,
  category: null,
})

/** A row as a movement by itself. */
export const asStored = (row: OwnRow, posting: PostingRecord): ChainMovement => ({
  entry: row.id,
  pool: row.pool,
  date: row.date,
  sequence: row.sequence,
  lineNo: row.line_no,
  kind: 'receive',
  quantity: toMicros(row.quantity),
  given: toCents(row.amount),
  givenMore: 0n,
  original: toCents(row.amount),
  stored: toCents(row.amount),
  source: null,
  sourceOffset: 0n,
  sourceQuantity: null,
  slices: [],
  markup: toCents(row.markup),
  variance: varianceIn(toCents(row.markup), row.markup_role),
  originalMarkup: toCents(row.markup),
  markupRole: row.markup_role,
  worth: null,
  item: row.item,
  warehouse: row.warehouse,
  place: row.place,
  lot: row.lot,
  bin: row.bin,
  serials: [],
  costMethod: null,
  secondQuantity: row.second_quantity === null ? null : toMicros(row.second_quantity),
  document: { type: posting.documentType, id: posting.documentId, line: row.line_id },
  account: row.account_id,
  role: row.role,
  against: [],
  within: false,
  remainder: null,
})
