import type { CalendarDate } from '../../base/calendar-date.ts'
import { decimal, zero } from '../../base/decimal.ts'
import type { Decimal } from '../../base/decimal.ts'
import type { PostingRecord } from '../../kernel/posting/book.ts'
import type { Work } from '../../kernel/posting/work.ts'
import type { PartyItemKind } from './party.ts'

/** An open item, locked: what is left of it in its currency and in the books. */
export interface PartyItem {
  readonly id: string
  readonly party: string
  readonly kind: PartyItemKind
  readonly documentType: string
  readonly documentId: string
  readonly lineId: string | null
  readonly date: CalendarDate
  readonly documentNumber: string
  readonly currency: string
  readonly branch: string | null
  open: Decimal
  openBook: Decimal
}

interface ItemRow {
  readonly id: string
  readonly party: string
  readonly kind: PartyItemKind
  readonly document_type: string
  readonly document_id: string
  readonly line_id: string | null
  readonly date: CalendarDate
  readonly document_number: string
  readonly currency: string
  readonly branch: string | null
  readonly open: string
  readonly open_book: string
}

/** Locks open items by id, and by the document or the line of it that opened them, in ascending order. */
export const lockItems = async (
  work: Work,
  ids: readonly string[],
  lines: readonly string[],
  documents: readonly string[],
): Promise<PartyItem[]> => {
  if (ids.length + lines.length + documents.length === 0) return []
  const rows = await work.tx.rows<ItemRow>(
    `select id, party, kind, document_type, document_id, line_id, date, document_number, currency, branch, open, open_book from party_item
     where company_id = $1 and (id = any($2::uuid[]) or line_id = any($3::uuid[]) or document_id = any($4::uuid[])) order by id for update`,
    [work.company, ids, lines, documents],
  )
  return rows.map((row) => ({
    id: row.id,
    party: row.party,
    kind: row.kind,
    documentType: row.document_type,
    documentId: row.document_id,
    lineId: row.line_id,
    date: row.date,
    documentNumber: row.document_number,
    currency: row.currency,
    branch: row.branch,
    open: decimal(row.open),
    openBook: decimal(row.open_book),
  }))
}

export const itemsOfLines = (items: readonly PartyItem[]): ReadonlyMap<string, readonly PartyItem[]> =>
  Map.groupBy(items, (item) => item.lineId ?? '')

/** An item that a posting opens. */
export interface OpenedItem {
  readonly id: string
  readonly party: string
  readonly kind: PartyItemKind
  readonly line: string | null
  readonly date: CalendarDate
  readonly dueOn: CalendarDate
  readonly currency: string
  readonly branch: string | null
  amount: Decimal
  book: Decimal
  /** Settled already by the posting that opens it. */
  readonly isSettled?: boolean
}

/** The last day on which each item moves, by item. */
export type LastDays = ReadonlyMap<string, string>

/** Writes the items that a posting opens. */
export const openItems = (
  work: Work,
  posting: PostingRecord,
  opened: readonly OpenedItem[],
  lastDays: LastDays,
): void => {
  if (opened.length === 0) return
  work.tx.send(
    `insert into party_item (company_id, id, party, kind, document_type, document_id, document_number, line_id, date, due_on, currency, amount, open, open_book, branch, moved_on)
     select $1, r.id, r.party, r.kind, $2, $3, $4, r.line_id, r.date, r.due_on, r.currency, r.amount, r.open, r.book, r.branch, r.moved_on
     from unnest($5::uuid[], $6::uuid[], $7::text[], $8::uuid[], $9::date[], $10::date[], $11::text[], $12::numeric[], $13::numeric[], $14::numeric[],
       $15::uuid[], $16::date[]) as r(id, party, kind, line_id, date, due_on, currency, amount, open, book, branch, moved_on)`,
    [
      work.company,
      posting.documentType,
      posting.documentId,
      posting.documentNumber,
      opened.map((o) => o.id),
      opened.map((o) => o.party),
      opened.map((o) => o.kind),
      opened.map((o) => o.line),
      opened.map((o) => o.date),
      opened.map((o) => o.dueOn),
      opened.map((o) => o.currency),
      opened.map((o) => o.amount.toString()),
      opened.map((o) => (o.isSettled === true ? zero : o.amount).toString()),
      opened.map((o) => (o.isSettled === true ? zero : o.book).toString()),
      opened.map((o) => o.branch),
      opened.map((o) => lastDays.get(o.id) ?? o.date),
    ],
  )
}

/** Writes what is left of the items that were touched, and when they last moved. */
export const settleItems = (work: Work, items: readonly PartyItem[], lastDays: LastDays): void => {
  if (items.length === 0) return
  work.tx.send(
    `update party_item i set open = r.open, open_book = r.open_book, moved_on = greatest(i.moved_on, r.moved_on)
     from unnest($2::uuid[], $3::numeric[], $4::numeric[], $5::date[]) as r(id, open, open_book, moved_on) where i.company_id = $1 and i.id = r.id`,
    [
      work.company,
      items.map((i) => i.id),
      items.map((i) => i.open.toString()),
      items.map((i) => i.openBook.toString()),
      items.map((i) => lastDays.get(i.id) ?? null),
    ],
  )
}

/** An item that an amended document opens again: what it is worth now, before what settled it. */
export interface ReopenedItem {
  readonly item: PartyItem
  dueOn: CalendarDate
  amount: Decimal
}

/** Writes what items are worth and when they are due after an amendment. */
export const reopenItems = (work: Work, items: readonly ReopenedItem[]): void => {
  if (items.length === 0) return
  work.tx.send(
    `update party_item i set amount = r.amount, due_on = r.due_on
     from unnest($2::uuid[], $3::numeric[], $4::date[]) as r(id, amount, due_on) where i.company_id = $1 and i.id = r.id`,
    [
      work.company,
      items.map((one) => one.item.id),
      items.map((one) => one.amount.toString()),
      items.map((one) => one.dueOn),
    ],
  )
}
