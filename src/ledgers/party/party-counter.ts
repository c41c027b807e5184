import type { CalendarDate } from '../../base/calendar-date.ts'
import { decimal, zero } from '../../base/decimal.ts'
import { newId } from '../../base/id.ts'
import type { Id } from '../../base/id.ts'
import { conflict } from '../../kernel/definition/problem.ts'
import { findDocument, numberIn } from '../../kernel/documents/documents.ts'
import type { CounterMode, PostingRecord } from '../../kernel/posting/book.ts'
import type { EffectLine } from '../../kernel/posting/proposal.ts'
import type { Work } from '../../kernel/posting/work.ts'
import type { StoredAgainst } from '../general/accounts.ts'
import { correctedDay } from '../general/closed.ts'
import type { PartyItemKind } from './party.ts'
import { lockItems } from './party-items.ts'
import type { PartyItem } from './party-items.ts'
import { sessionOf } from './party-session.ts'
import type { PartySession } from './party-session.ts'

interface StoredEntry {
  readonly id: string
  readonly document_id: string
  readonly line_id: string | null
  readonly line_no: number
  readonly date: CalendarDate
  readonly role: string
  readonly account_id: string
  readonly against: readonly StoredAgainst[]
  readonly party: Id<'party'>
  readonly kind: PartyItemKind
  readonly open_item: string
  readonly branch: string | null
  readonly due_on: CalendarDate | null
  readonly currency: string
  readonly rate: string
  readonly amount: string
  readonly book_amount: string
}

const loadStored = (work: Work, earlier: readonly Id<'posting'>[]) =>
  work.tx.rows<StoredEntry>(
    `select e.id, e.document_id, e.line_id, e.line_no, e.date, e.role, e.account_id, e.against, e.party, e.kind, e.open_item, e.branch, e.due_on, e.currency, e.rate, e.amount, e.book_amount
     from party_entry e where e.company_id = $1 and e.posting_id = any($2::uuid[]) and e.negates is null
       and not exists (select 1 from party_entry n where n.company_id = $1 and n.negates = e.id) order by e.line_no, e.id`,
    [work.company, earlier],
  )

/** The documents that settled an item and stand. */
const settlersOf = async (work: Work, item: PartyItem): Promise<string> => {
  const rows = await work.tx.rows<{ type: string; id: string }>(
    `select e.document_type as type, e.document_id as id from party_entry e
     where e.company_id = $1 and e.open_item = $2 and e.document_id <> $3
     group by 1, 2 having sum(e.amount) <> 0 order by 1, 2 limit 3`,
    [work.company, item.id, item.documentId],
  )
  const named = await Promise.all(
    rows.map(async ({ type, id }) => {
      const definition = work.installed.catalogue.documents.get(type)
      return definition === undefined ? [] : [numberIn(await findDocument(work, definition, id, { whole: true }))]
    }),
  )
  return named.flat().join('、')
}

/** An item that others settled cannot be taken back as if it had never been; the settlements come first, and are named. */
const refuseSettled = async (work: Work, stored: readonly StoredEntry[], items: ReadonlyMap<string, PartyItem>) => {
  const own = Map.groupBy(stored, (e) => e.open_item)
  for (const [id, entries] of own) {
    const item = items.get(id)
    if (item === undefined || !entries.some((e) => e.document_id === item.documentId)) continue
    const amount = entries.reduce((sum, e) => sum.plus(e.amount), zero)
    if (!item.open.eq(amount)) {
      const settlers = await settlersOf(work, item)
      throw conflict(
        `${item.documentNumber} 的款项已由 ${settlers} 核销，请先反审核它`,
        `Items of ${item.documentNumber} are settled by ${settlers}; take the settlement back first`,
      )
    }
  }
}

/** A correction of an earlier day is reversed on that day while it is open, as the stock ledger does with the cost; else with the rest. */
const reversedOn = (session: PartySession, posting: PostingRecord, e: StoredEntry): CalendarDate =>
  e.due_on === null && correctedDay(session.closed, e.date) === e.date ? e.date : posting.date

const counterOne = (session: PartySession, posting: PostingRecord, e: StoredEntry, mode: CounterMode) => {
  const item = session.items.get(e.open_item)
  const amount = decimal(e.amount).neg()
  const book = decimal(e.book_amount).neg()
  if (item !== undefined) {
    item.open = item.open.plus(amount)
    item.openBook = item.openBook.plus(book)
    if (posting.action === 'amend' && item.documentId === posting.documentId) {
      session.reopened.set(item.id, { item, dueOn: e.due_on ?? e.date, amount: zero })
    }
  }
  const id = newId<'partyEntry'>()
  const against: EffectLine[] = e.against.map((a) => ({ ...a, amount: decimal(a.amount).neg() }))
  const date = mode === 'withdraw' ? e.date : reversedOn(session, posting, e)
  const values = {
    party: e.party,
    branch: e.branch,
    kind: e.kind,
    openItem: e.open_item,
    dueOn: e.due_on,
    currency: e.currency,
    rate: decimal(e.rate),
    amount,
    bookAmount: book,
  }
  session.rows.push({
    id,
    lineId: e.line_id,
    lineNo: e.line_no,
    date,
    negates: mode === 'withdraw' ? e.id : null,
    role: e.role,
    accountId: e.account_id,
    against,
    values,
  })
  session.effects.push({
    ledger: 'party',
    entry: id,
    date,
    documentType: posting.documentType,
    documentId: posting.documentId,
    lineId: e.line_id,
    control: { account: e.account_id, role: e.role, amount: book, dimensions: { party: e.party, branch: e.branch } },
    against,
    // What stood within its posting stands within this one too; an empty list says so.
    within: against.length === 0,
    difference: false,
    currency: e.currency,
    currencyAmount: decimal(e.amount).neg(),
  })
}

/** Takes back what earlier postings entered: on its own day as if it had never been, or on the reversal's day. */
export const counterParty = async (
  work: Work,
  posting: PostingRecord,
  earlier: readonly Id<'posting'>[],
  mode: CounterMode,
): Promise<void> => {
  const session = await sessionOf(posting)
  const stored = await loadStored(work, earlier)
  if (stored.length === 0) return
  const missing = stored.map((e) => e.open_item).filter((id) => !session.items.has(id))
  for (const item of await lockItems(work, missing, [], [])) session.items.set(item.id, item)
  if (mode === 'withdraw' && posting.action === 'unpost') await refuseSettled(work, stored, session.items)
  for (const e of stored) counterOne(session, posting, e, mode)
}
