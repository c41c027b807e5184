import type { CalendarDate } from '../../base/calendar-date.ts'
import { zero } from '../../base/decimal.ts'
import type { Decimal } from '../../base/decimal.ts'
import { newId } from '../../base/id.ts'
import { allocate } from '../../base/money.ts'
import { conflict } from '../../kernel/definition/problem.ts'
import { link } from '../../kernel/documents/links.ts'
import type { PostingRecord } from '../../kernel/posting/book.ts'
import type { LedgerBook } from '../../kernel/posting/work.ts'
import type { Against, EffectLine } from '../../kernel/posting/proposal.ts'
import { turned, within } from '../../kernel/posting/proposal.ts'
import type { Work } from '../../kernel/posting/work.ts'
import { againstLines } from '../general/accounts.ts'
import { appendEntries } from '../entry-rows.ts'
import type { EntryRow } from '../entry-rows.ts'
import { settingsOf } from '../settings.ts'
import { correctedDay } from '../general/closed.ts'
import { controlRoleOfKind, isByLine, partyLedger } from './party.ts'
import type { PartyProposal } from './party.ts'
import { counterParty } from './party-counter.ts'
import { openItems, reopenItems, settleItems } from './party-items.ts'
import type { LastDays, ReopenedItem } from './party-items.ts'
import { adjust, bookOf, pieces, rateOf } from './party-pieces.ts'
import type { Piece } from './party-pieces.ts'
import { beginSession, sessionOf } from './party-session.ts'
import type { PartySession } from './party-session.ts'

/** The branch of what a document opens: as it says itself. */
const branchOf = (posting: PostingRecord, p: PartyProposal): string | null =>
  posting.carried?.of(p.line?.id ?? null).branch ?? null

/**
 * What stands against an entry whose shares are in the books already. An item that is taken from stands at its own rate, or at
 * that of the last revaluation: what that makes otherwise is an exchange difference.
 */
const withDifference = (p: PartyProposal, said: Decimal, book: Decimal): Against => {
  const difference = book.minus(said)
  if (difference.isZero() || p.against === within) return p.against
  const shares = typeof p.against === 'string' ? { [p.against]: said } : p.against
  return { ...shares, [difference.isNegative() ? 'exchangeLoss' : 'exchangeGain']: difference }
}

/** Shares in a foreign currency as the books have them: by largest remainder, so that they add up to the entry. */
const inBook = (p: PartyProposal, book: Decimal): Against => {
  if (p.book !== undefined) return withDifference(p, p.book, book)
  if (typeof p.against !== 'object' || p.rate === undefined || p.rate.eq(1) || p.amount.isZero()) return p.against
  const shares = Object.entries(p.against)
  const parts = allocate(
    book.abs(),
    shares.map(([, share]) => share.abs()),
  )
  return Object.fromEntries(
    shares.map(([role, share], index) => {
      const part = parts[index] ?? zero
      return [role, share.isNegative() ? part.neg() : part]
    }),
  )
}

/**
 * One item between the day of what is charged and the posting's own, whichever comes first: opened on the one, settled on the
 * other. The way there bears no due date, as it is a correction.
 */
const carryOver = (session: PartySession, posting: PostingRecord, p: PartyProposal, since: CalendarDate): void => {
  const day = correctedDay(session.closed, since)
  if (day === posting.date) return
  const isLater = day > posting.date
  const [date, until] = isLater ? [posting.date, day] : [day, posting.date]
  const role = controlRoleOfKind[p.kind]
  const account = p.account ?? session.accounts.of(role)
  const openItem = newId<'partyEntry'>()
  const { currency = 'CNY', kind } = p
  const amount = isLater ? p.amount.neg() : p.amount
  const book = bookOf(p, amount)
  const branch = branchOf(posting, p)
  const opened = { id: openItem, party: p.party, kind, line: null, date, dueOn: until, currency, branch, amount, book }
  session.opened.set(openItem, { ...opened, isSettled: true })
  const ends = [
    { id: openItem, date, piece: { item: null, amount, book } },
    {
      id: newId<'partyEntry'>(),
      date: until,
      piece: { item: null, amount: amount.neg(), book: book.neg() },
    },
  ]
  for (const end of ends) {
    // The end on the goods’ own day goes with their cost, and is reversed on that day as their cost is.
    const dueOn = end.date === day ? null : end.date
    const row = rowOf(p, { ...end, account, role, against: [], openItem, branch })
    session.rows.push({ ...row, values: { ...row.values, dueOn } })
    session.effects.push({
      ledger: 'party',
      entry: end.id,
      date: end.date,
      documentType: posting.documentType,
      documentId: posting.documentId,
      lineId: p.line?.id ?? null,
      control: { account, role, amount: end.piece.book, dimensions: { party: p.party } },
      against: [],
      within: true,
      difference: false,
      currency,
      currencyAmount: end.piece.amount,
    })
  }
}

const enter = (session: PartySession, posting: PostingRecord, p: PartyProposal): void => {
  if (p.since !== undefined) return carryOver(session, posting, p, p.since)
  const role = controlRoleOfKind[p.kind]
  const date = p.on === undefined ? posting.date : correctedDay(session.closed, p.on)
  const adjusted =
    p.adjustsLine === undefined
      ? undefined
      : session.byLine.get(p.adjustsLine)?.findLast((item) => item.kind === p.kind)
  const found = adjusted === undefined ? pieces(session, p) : [adjust(adjusted, p)]
  const total = found.reduce((sum, piece) => sum.plus(piece.book), zero)
  const lines = againstLines(inBook(p, total), total, (name) => session.accounts.of(name), { party: p.party })
  found.forEach((piece, index) => {
    const id = newId<'partyEntry'>()
    const account = p.account ?? session.accounts.of(role)
    const against = index === 0 ? lines : []
    const openItem = piece.item?.id ?? openedItem(session, posting, p, id, piece, date)
    const branch = piece.item === null ? branchOf(posting, p) : piece.item.branch
    session.rows.push(rowOf(p, { id, account, role, date, piece, against, openItem, branch }))
    session.effects.push({
      ledger: 'party',
      entry: id,
      date,
      documentType: posting.documentType,
      documentId: posting.documentId,
      lineId: p.line?.id ?? null,
      control: { account, role, amount: piece.book, dimensions: { party: p.party, branch } },
      against,
      within: p.against === within,
      difference: false,
      ...(p.summary === undefined ? {} : { summary: p.summary }),
      currency: piece.item?.currency ?? p.currency ?? null,
      currencyAmount: piece.amount,
    })
  })
  return undefined
}

/** What a document's lines leave due together is one item, so that people settle documents, not lines; estimates and bills stay by line. */
const openedItem = (
  session: PartySession,
  posting: PostingRecord,
  p: PartyProposal,
  id: string,
  piece: Piece,
  date: CalendarDate,
): string => {
  const dueOn = p.dueOn ?? date
  const line = isByLine(p.kind) ? (p.settlesLine ?? p.line?.id ?? null) : null
  const again = reopened(session, p, line, dueOn)
  if (again !== undefined) {
    again.dueOn = dueOn
    again.amount = again.amount.plus(piece.amount)
    again.item.open = again.item.open.plus(piece.amount)
    again.item.openBook = again.item.openBook.plus(piece.book)
    return again.item.id
  }
  const key = [p.party, p.kind, dueOn, p.currency, p.rate?.toString(), line, posting.id].join('/')
  const known = session.opened.get(key)
  if (known !== undefined) {
    known.amount = known.amount.plus(piece.amount)
    known.book = known.book.plus(piece.book)
    return known.id
  }
  const { party, kind } = p
  session.opened.set(key, {
    id,
    party,
    kind,
    line,
    date,
    dueOn,
    currency: p.currency ?? 'CNY',
    branch: branchOf(posting, p),
    amount: piece.amount,
    book: piece.book,
  })
  return id
}

/** The item that the document opened for the same before it was amended; one whose due date alone changed is the same. */
const reopened = (
  session: PartySession,
  p: PartyProposal,
  line: string | null,
  dueOn: CalendarDate,
): ReopenedItem | undefined => {
  const like = [...session.reopened.values()].filter(
    ({ item }) =>
      item.party === p.party &&
      item.kind === p.kind &&
      item.currency === p.currency &&
      (isByLine(p.kind) ? item.lineId === line : true),
  )
  return like.find((one) => one.dueOn === dueOn) ?? like.find((one) => one.amount.isZero())
}

/** What was settled of an item cannot be more than what is left of it after the amendment. */
const refuseBelowSettled = (session: PartySession): void => {
  for (const { item, amount } of session.reopened.values()) {
    if (item.kind === 'estimate' || item.open.isZero()) continue
    if (!amount.isZero() && item.open.isNegative() === amount.isNegative()) continue
    throw conflict(
      `${item.documentNumber} 已核销的金额大于变更后的金额，请先取消核销`,
      `More of ${item.documentNumber} is settled than would be left; take the settlement back first`,
    )
  }
}

interface Placed {
  readonly id: string
  readonly account: string
  readonly role: string
  readonly date: CalendarDate
  readonly piece: Piece
  readonly against: readonly EffectLine[]
  readonly openItem: string
  readonly branch: string | null
}

const rowOf = (p: PartyProposal, placed: Placed): EntryRow => ({
  id: placed.id,
  lineId: p.line?.id ?? null,
  lineNo: p.line?.lineNo ?? 0,
  date: placed.date,
  negates: null,
  role: placed.role,
  accountId: placed.account,
  against: placed.against,
  values: {
    party: p.party,
    branch: placed.branch,
    kind: p.kind,
    openItem: placed.openItem,
    // A correction of an item has no due date of its own; it is known by that.
    dueOn: p.adjustsLine === undefined ? (p.dueOn ?? placed.date) : null,
    currency: placed.piece.item?.currency ?? p.currency ?? 'CNY',
    rate: rateOf(p, placed.piece),
    amount: placed.piece.amount,
    bookAmount: placed.piece.book,
  },
})

/** When each item last moves by what the posting enters. */
const lastDaysOf = (session: PartySession): LastDays => {
  const days = new Map<string, string>()
  for (const { date, values } of session.rows) {
    const item = String(values['openItem'])
    const known = days.get(item)
    if (known === undefined || known < date) days.set(item, date)
  }
  return days
}

/** A settlement and what it settles find each other by 上查 and 下查. */
const linkSettled = (
  work: Work,
  posting: PostingRecord,
  session: PartySession,
  proposals: readonly PartyProposal[],
): void => {
  const settled = proposals.flatMap((p) =>
    p.settles === undefined || p.revalued !== undefined ? [] : (session.items.get(p.settles) ?? []),
  )
  for (const item of new Map(settled.map((one) => [one.documentId, one])).values()) {
    const source = { type: item.documentType, id: item.documentId }
    link(work, source, { type: posting.documentType, id: posting.documentId }, 'settlement')
  }
}

/** 往来账的记账: opens items, settles them in part or whole at the rate they were opened with. */
export const partyBook: LedgerBook<PartyProposal> = {
  ledger: 'party',
  negate: (p) => ({
    ...p,
    amount: p.amount.neg(),
    book: p.book?.neg(),
    revalued: p.revalued?.neg(),
    against: turned(p.against),
  }),
  prepare: (work, posting, proposals) => beginSession(work, posting, proposals),
  counter: async (work, posting, earlier, mode) => {
    await counterParty(work, posting, earlier, mode)
    return []
  },
  append: async (work, posting, proposals) => {
    const session = await sessionOf(posting)
    const { currency } = settingsOf(work.settings)
    // What changes an item comes before what settles it.
    const inTurn = proposals.toSorted(
      (a, b) => Number(b.adjustsLine !== undefined) - Number(a.adjustsLine !== undefined),
    )
    linkSettled(work, posting, session, proposals)
    const entered = inTurn.filter((p) => !p.amount.isZero() || p.revalued !== undefined)
    for (const p of entered) enter(session, posting, { ...p, currency: p.currency ?? currency })
    refuseBelowSettled(session)
    appendEntries(work, partyLedger, posting, session.rows)
    reopenItems(work, [...session.reopened.values()])
    const days = lastDaysOf(session)
    openItems(work, posting, [...session.opened.values()], days)
    settleItems(work, [...session.items.values()], days)
    return session.effects
  },
}
