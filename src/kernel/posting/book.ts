import type { CalendarDate } from '../../base/calendar-date.ts'
import type { Id } from '../../base/id.ts'
import type { CarriedDimensions } from './proposal.ts'

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
  /** What the document says of its entries beside what they say themselves: department, employee, project. */
  readonly carried?: CarriedDimensions | undefined
  /** What it said of the entries that this posting takes back. */
  readonly carriedBefore?: CarriedDimensions | undefined
  /** The role that takes what entries `within` the posting leave over. */
  readonly remainder?: string | undefined
}

/** How stored entries are taken back: as if they had never been, or by movements of their own on another day. */
export type CounterMode = 'withdraw' | 'reverse'
