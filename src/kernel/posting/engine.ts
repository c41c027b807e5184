import { newId } from '../../base/id.ts'
import type { CalendarDate } from '../../base/calendar-date.ts'
import type { Id } from '../../base/id.ts'
import type { PostingAction, PostingRecord } from './book.ts'
import type { CarriedDimensions, Effect, Proposal } from './proposal.ts'
import type { LedgerBook, Work } from './work.ts'

/** What to append, for which document, on which day. */
export interface PostingRequest {
  readonly document: { readonly type: string; readonly id: Id<'document'>; readonly number: string }
  readonly action: PostingAction
  readonly date: CalendarDate
  readonly proposals: readonly Proposal[]
  readonly remainder?: string | undefined
  readonly red?: boolean
  readonly carried?: CarriedDimensions
  /** Earlier postings whose entries are taken back, how, and what the document said of them. */
  readonly counters?: {
    readonly postings: readonly Id<'posting'>[]
    readonly mode: 'withdraw' | 'reverse'
    readonly carried?: CarriedDimensions
  }
}

const byBook = (work: Work, proposals: readonly Proposal[]): [LedgerBook, Proposal[]][] => {
  const groups = Map.groupBy(proposals, (p) => p.ledger)
  for (const name of groups.keys()) {
    if (!work.installed.books.has(name)) throw new Error(`No ledger is called ${name}`)
  }
  return [...work.installed.books.values()].map((book) => [book, groups.get(book.ledger) ?? []])
}

export const newPosting = (work: Work, request: PostingRequest): PostingRecord => ({
  id: newId<'posting'>(),
  documentType: request.document.type,
  documentId: request.document.id,
  documentNumber: request.document.number,
  action: request.action,
  date: request.date,
  recordedAt: work.clock.now(),
  remainder: request.remainder,
  red: request.red === true || request.action === 'reverse',
  carried: request.carried,
  carriedBefore: request.counters?.carried,
})

/** What follows a posting: the kinds that follow all of them, and those of the ledgers that it touches. */
const followed = (work: Work, ledgers: ReadonlySet<string>): string[] =>
  [...work.installed.followUps.keys()].filter((kind) => kind === 'posting' || ledgers.has(kind.split('/')[0] ?? ''))

const writePosting = (
  work: Work,
  posting: PostingRecord,
  withdraws: Id<'posting'> | null,
  ledgers: ReadonlySet<string>,
): void => {
  const kinds = followed(work, ledgers)
  const { id, documentType, documentId, documentNumber, action, date, recordedAt } = posting
  work.tx.send(
    `with posted as (
       insert into posting (company_id, id, document_type, document_id, document_number, action, date, recorded_at, actor, withdraws)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10))
     insert into follow_up (company_id, id, kind, subject, at)
     select $1, f.id, f.kind, $2, $8 from unnest($11::uuid[], $12::text[]) as f(id, kind)`,
    [
      work.company,
      id,
      documentType,
      documentId,
      documentNumber,
      action,
      date,
      recordedAt,
      work.actor.id,
      withdraws,
      kinds.map(() => newId<'followUp'>()),
      kinds,
    ],
  )
}

/** The postings of a document that stand: posted or amended, and not withdrawn since. */
export const standingPostings = async (work: Work, documentId: string): Promise<Id<'posting'>[]> => {
  const rows = await work.tx.rows<{ id: Id<'posting'> }>(
    `select p.id from posting p where p.company_id = $1 and p.document_id = $2 and p.action in ('post', 'amend', 'reverse', 'carry')
     and not exists (select 1 from posting w where w.company_id = $1 and w.withdraws = p.id) order by p.id`,
    [work.company, documentId],
  )
  return rows.map((row) => row.id)
}

/**
 * Writes a posting ahead of its entries, with the follow-ups that it asks for. What holds to the posting and to no lock can then be
 * sent before the books lock what they touch: the locks are held for so much less.
 */
export const beginPosting = (work: Work, request: PostingRequest): PostingRecord => {
  const posting = newPosting(work, request)
  writePosting(work, posting, null, new Set(request.proposals.map((one) => one.ledger)))
  return posting
}

/**
 * Appends to every ledger in one transaction: all books lock what they touch (one wait), take back what is taken back,
 * value and append (one wait), and the general ledger projects its voucher from what they appended. A posting that was
 * begun is not written again.
 */
export const appendToLedgers = async (
  work: Work,
  request: PostingRequest,
  begun?: PostingRecord,
): Promise<PostingRecord> => {
  const posting = begun ?? newPosting(work, request)
  const books = byBook(work, request.proposals)
  const projecting = work.installed.projecting
  const isOutside = work.installed.catalogue.documents.get(posting.documentType)?.outsideBooks === true
  await Promise.all([
    isOutside ? undefined : projecting?.prepare(work, posting),
    ...books.map(([book, proposals]) => book.prepare(work, posting, proposals)),
  ])
  const effects: Effect[] = []
  const counters = request.counters
  if (counters !== undefined) {
    for (const [book] of books) {
      const countered = await book.counter(work, posting, counters.postings, counters.mode)
      effects.push(...countered.map((effect) => ({ ...effect, takesBack: true as const })))
    }
  }
  const taken = counters?.mode === 'withdraw' ? (counters.postings[0] ?? null) : null
  const touched = counters === undefined ? request.proposals.map((one) => one.ledger) : [...work.installed.books.keys()]
  if (begun === undefined) writePosting(work, posting, taken, new Set(touched))
  const appended = await Promise.all(
    books
      .filter(([, proposals]) => proposals.length > 0 || counters !== undefined)
      .map(([book, proposals]) => book.append(work, posting, proposals)),
  )
  effects.push(...appended.flat())
  if (counters?.mode === 'withdraw' && request.action === 'unpost') {
    await projecting?.withdraw(work, posting, counters.postings)
    // The differences that a withdrawal causes further down the chain are news, and get vouchers of their own.
    const differences = effects.filter((effect) => effect.difference)
    if (differences.length > 0) await projecting?.project(work, posting, differences)
  } else {
    await projecting?.project(work, posting, effects, counters?.postings)
  }
  return posting
}
