import type { CalendarDate } from '../../base/calendar-date.ts'
import { decimal } from '../../base/decimal.ts'
import type { Decimal } from '../../base/decimal.ts'
import type { PostingRecord } from '../../kernel/posting/book.ts'
import type { Work } from '../../kernel/posting/work.ts'
import type { PartyItemKind, PartyProposal } from './party.ts'

/** An open item, locked: what is left of it in its currency and in the books. */
export interface PartyItem {
  readonly id: string
  readonly party: string
  readonly kind: PartyItemKind
  readonly lineId: string | null
  readonly date: CalendarDate
  readonly documentNumber: string
  open: Decimal
  openBook: Decimal
}

interface ItemRow {
  readonly id: string
  readonly party: string
  readonly kind: PartyItemKind
  readonly line_id: string | null
  readonly date: CalendarDate
  readonly document_number: string
  readonly open: string
  readonly open_book: string
}

/** Locks open items by id and by the document line that opened them, in ascending order. */
export const lockItems = async (work: Work, ids: readonly string[], lines: readonly string[]): Promise<PartyItem[]> => {
  if (ids.length === 0 && lines.length === 0) return []
  const rows = await work.tx.rows<ItemRow>(
    `select id, party, kind, line_id, date, document_number, open, open_book from party_item
     where company_id = $1 and (id = any($2::uuid[]) or line_id = any($3::uuid[])) order by id for update`,
    [work.company, ids, lines],
  )
  return rows.map((row) => ({
    id: row.id,
    party: row.party,
    kind: row.kind,
    lineId: row.line_id,
    date: row.date,
    documentNumber: row.document_number,
    open: decimal(row.open),
    openBook: decimal(row.open_book),
  }))
}

export const itemsOfLines = (items: readonly PartyItem[]): ReadonlyMap<string, readonly PartyItem[]> =>
  Map.groupBy(items, (item) => item.lineId ?? '')

/** An entry's part of an item, or the item it opens. */
export interface Settlement {
  readonly id: string
  readonly piece: { readonly item: PartyItem | null; readonly amount: Decimal; readonly book: Decimal }
  readonly proposal: PartyProposal
  readonly date: CalendarDate
}

/** Opens the items that entries without one begin. */
export const openItems = async (
  work: Work,
  posting: PostingRecord,
  settlements: readonly Settlement[],
): Promise<void> => {
  const opened = settlements.filter((s) => s.piece.item === null)
  if (opened.length === 0) return
  await work.tx.query(
    `insert into party_item (company_id, id, party, kind, document_type, document_id, document_number, line_id, date, due_on, currency, amount, open, open_book)
     select $1, r.id, r.party, r.kind, $2, $3, $4, r.line_id, r.date, r.due_on, r.currency, r.amount, r.amount, r.book
     from unnest($5::uuid[], $6::uuid[], $7::text[], $8::uuid[], $9::date[], $10::date[], $11::text[], $12::numeric[], $13::numeric[])
       as r(id, party, kind, line_id, date, due_on, currency, amount, book)`,
    [
      work.company,
      posting.documentType,
      posting.documentId,
      posting.documentNumber,
      opened.map((s) => s.id),
      opened.map((s) => s.proposal.party),
      opened.map((s) => s.proposal.kind),
      opened.map((s) => s.proposal.line?.id ?? null),
      opened.map((s) => s.date),
      opened.map((s) => s.proposal.dueOn ?? s.date),
      opened.map((s) => s.proposal.currency ?? 'CNY'),
      opened.map((s) => s.piece.amount.toString()),
      opened.map((s) => s.piece.book.toString()),
    ],
  )
}

/** Writes what is left of the items that were touched. */
export const settleItems = async (work: Work, items: readonly PartyItem[]): Promise<void> => {
  if (items.length === 0) return
  await work.tx.query(
    `update party_item i set open = r.open, open_book = r.open_book
     from unnest($2::uuid[], $3::numeric[], $4::numeric[]) as r(id, open, open_book) where i.company_id = $1 and i.id = r.id`,
    [
      work.company,
      items.map((i) => i.id),
      items.map((i) => i.open.toString()),
      items.map((i) => i.openBook.toString()),
    ],
  )
}
