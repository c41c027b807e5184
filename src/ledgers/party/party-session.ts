import type { CalendarDate } from '../../base/calendar-date.ts'
import type { Id } from '../../base/id.ts'
import type { PostingRecord } from '../../kernel/posting/book.ts'
import type { Effect } from '../../kernel/posting/proposal.ts'
import type { Work } from '../../kernel/posting/work.ts'
import type { EntryRow } from '../entry-rows.ts'
import { accountsOf } from '../general/accounts.ts'
import type { Accounts } from '../general/accounts.ts'
import { closedThrough } from '../general/closed.ts'
import type { PartyProposal } from './party.ts'
import { itemsOfLines, lockItems } from './party-items.ts'
import type { OpenedItem, PartyItem, ReopenedItem } from './party-items.ts'

/** Everything the party ledger has read and locked for one posting. */
export interface PartySession {
  readonly accounts: Accounts
  readonly closed: CalendarDate | null
  readonly items: Map<string, PartyItem>
  readonly byLine: ReadonlyMap<string, readonly PartyItem[]>
  readonly effects: Effect[]
  readonly opened: Map<string, OpenedItem>
  /** Items that the document being amended opened before: it opens them again, with what settled them. */
  readonly reopened: Map<string, ReopenedItem>
  readonly rows: EntryRow[]
}

const sessions = new WeakMap<PostingRecord, Promise<PartySession>>()

const open = async (work: Work, proposals: readonly PartyProposal[]): Promise<PartySession> => {
  const lines = proposals.flatMap((p) => followedLine(p) ?? [])
  const documents = [...new Set<string>(proposals.flatMap((p) => p.line?.source?.document ?? []))]
  const named = proposals.flatMap((p) => p.settles ?? [])
  const [accounts, closed, items] = await Promise.all([
    accountsOf(work),
    closedThrough(work),
    lockItems(work, named, lines, documents),
  ])
  return {
    accounts,
    closed,
    items: new Map(items.map((item) => [item.id, item])),
    byLine: itemsOfLines(items),
    effects: [],
    opened: new Map(),
    reopened: new Map(),
    rows: [],
  }
}

const followedLine = (p: PartyProposal): Id<'line'> | undefined =>
  p.settlesLine ?? p.adjustsLine ?? p.line?.source?.line

/** Begins a posting's session; the book's later steps find it by the posting. */
export const beginSession = async (
  work: Work,
  posting: PostingRecord,
  proposals: readonly PartyProposal[],
): Promise<void> => {
  const opening = open(work, proposals)
  sessions.set(posting, opening)
  await opening
}

/** The session that `beginSession` began. */
export const sessionOf = async (posting: PostingRecord): Promise<PartySession> => {
  const session = await sessions.get(posting)
  if (session === undefined) throw new Error('the party ledger was not prepared')
  return session
}
