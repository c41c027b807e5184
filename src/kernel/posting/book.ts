import type { CalendarDate } from '../../base/calendar-date.ts'
import type { Id } from '../../base/id.ts'
import type { Draw } from '../documents/draw.ts'
import type { Effect, Proposal } from './proposal.ts'
import type { Work } from './work.ts'

export type PostingAction = 'post' | 'unpost' | 'amend' | 'reverse' | 'carry'

/** One appending to the ledgers: who, what, when. Its row is `posting`. */
export interface PostingRecord {
  readonly id: Id<'posting'>
  readonly documentType: string
  readonly documentId: Id<'document'>
  readonly documentNumber: string
  readonly action: PostingAction
  readonly date: CalendarDate
  readonly recordedAt: Date
  /** Red letters (红字): a return or reversal, shown negative on the side of what it takes back. */
  readonly red?: boolean
  /** The role that takes what entries `within` the posting leave over. */
  readonly remainder?: string | undefined
}

/** How stored entries are taken back: as if they had never been, or by movements of their own on another day. */
export type CounterMode = 'withdraw' | 'reverse'

/**
 * A ledger's keeper: locks what entries touch, appends them, moves the balances. Called in one transaction; `prepare`
 * of all books goes down the wire together, and so does what `append` writes.
 */
export interface LedgerBook<P extends Proposal = Proposal> {
  readonly ledger: string
  /** The same entry with its sign turned. */
  negate(proposal: P): P
  /** Reads and locks, in ascending order, what the proposals will touch. */
  prepare(work: Work, posting: PostingRecord, proposals: readonly P[]): Promise<void>
  /** Values and appends; answers what the general ledger must know. */
  append(work: Work, posting: PostingRecord, proposals: readonly P[]): Promise<readonly Effect[]>
  /** Entries that follow from what a document draws of its sources: promises fulfilled. */
  fulfil?(draws: readonly Draw[]): readonly P[]
  /** Appends the negation of everything these postings appended and that still stands. */
  counter(
    work: Work,
    posting: PostingRecord,
    earlier: readonly Id<'posting'>[],
    mode: CounterMode,
  ): Promise<readonly Effect[]>
}

/** The book that projects vouchers from what the others appended. */
export interface ProjectingBook {
  prepare(work: Work, posting: PostingRecord): Promise<void>
  project(work: Work, posting: PostingRecord, effects: readonly Effect[]): Promise<void>
  withdraw(work: Work, posting: PostingRecord, earlier: readonly Id<'posting'>[]): Promise<void>
}
