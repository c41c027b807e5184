import type { CalendarDate } from '../../base/calendar-date.ts'
import { decimal, round, zero } from '../../base/decimal.ts'
import type { Decimal } from '../../base/decimal.ts'
import { newId } from '../../base/id.ts'
import { allocate, cents } from '../../base/money.ts'
import { Problem, conflict, fieldProblem } from '../../kernel/definition/problem.ts'
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
import { controlRoleOfKind, partyLedger } from './party.ts'
import type { PartyProposal } from './party.ts'
import { counterParty } from './party-counter.ts'
import { openItems, reopenItems, settleItems } from './party-items.ts'
import type { OpenedItem, PartyItem } from './party-items.ts'
import { beginSession, sessionOf } from './party-session.ts'
import type { PartySession } from './party-session.ts'

interface Piece {
  readonly item: PartyItem | null
  readonly amount: Decimal
  readonly book: Decimal
}

const bookOf = (p: PartyProposal, amount: Decimal): Decimal =>
  cents(p.rate === undefined ? amount : amount.times(p.rate))

/** A part of an open item at the rate it was opened with; the part that ends it takes all that is left in the books. */
const partOf = (item: PartyItem, amount: Decimal): Decimal =>
  amount.eq(item.open.neg())
    ? item.openBook.neg()
    : cents(item.open.isZero() ? amount : item.openBook.times(amount).div(item.open))

const take = (item: PartyItem, amount: Decimal): Piece => {
  const book = partOf(item, amount)
  item.open = item.open.plus(amount)
  item.openBook = item.openBook.plus(book)
  return { item, amount, book }
}

const refuseTooMuch = (p: PartyProposal, item: PartyItem) => {
  if (p.amount.isZero() || (p.amount.isNegative() !== item.open.isNegative() && p.amount.abs().lte(item.open.abs())))
    return
  throw new Problem(
    'invalid',
    {
      zh: `${item.documentNumber} 未结清 ${item.open.abs().toString()}，不能核销 ${p.amount.abs().toString()}`,
      en: `Only ${item.open.abs().toString()} of ${item.documentNumber} is open`,
    },
    [
      fieldProblem(
        `settlements.${Math.max((p.line?.lineNo ?? 1) - 1, 0)}.amount`,
        `最多可核销 ${item.open.abs().toString()}`,
        `at most ${item.open.abs().toString()}`,
      ),
    ],
  )
}

/** Splits an amount over the items it takes from; what is over opens an item of its own. */
const pieces = (session: PartySession, p: PartyProposal): Piece[] => {
  if (p.settles !== undefined) {
    const item = session.items.get(p.settles)
    if (item === undefined || item.party !== p.party)
      throw conflict('要核销的款项不存在或不属于该往来单位', 'The open item does not exist or is of another party')
    if (p.settledIn !== undefined && p.settledIn !== item.currency) {
      throw conflict(
        `${item.documentNumber} 是${item.currency}款项，不能用${p.settledIn}核销`,
        `${item.documentNumber} is in ${item.currency}, not in ${p.settledIn}`,
      )
    }
    refuseTooMuch(p, item)
    return [take(item, p.amount)]
  }
  if (p.settlesLine !== undefined) {
    // The item of the line takes it all, even past zero: a return and its red invoice meet on the receipt's estimate.
    const item = session.byLine.get(p.settlesLine)?.find((other) => other.kind === p.kind && other.party === p.party)
    if (item !== undefined) return [take(item, p.amount)]
  }
  const parts: Piece[] = []
  let left = p.amount
  for (const item of candidates(session, p)) {
    if (left.isZero() || item.open.isZero() || item.open.isNegative() === left.isNegative()) continue
    const part = left.abs().gt(item.open.abs()) ? item.open.neg() : left
    parts.push(take(item, part))
    left = left.minus(part)
  }
  return left.isZero() && parts.length > 0 ? parts : [...parts, { item: null, amount: left, book: bookOf(p, left) }]
}

/** What the source of a return opened is taken from first: estimates by line, what is due by document. */
const candidates = (session: PartySession, p: PartyProposal): PartyItem[] => {
  const source = p.line?.source ?? null
  if (source === null || p.settlesLine !== undefined) return []
  return [...session.items.values()].filter(
    (item) =>
      item.kind === p.kind &&
      item.party === p.party &&
      item.documentId === source.document &&
      (p.kind !== 'estimate' || item.lineId === source.line),
  )
}

/** Shares in a foreign currency as the books have them: by largest remainder, so that they add up to the entry. */
const inBook = (p: PartyProposal, book: Decimal): Against => {
  if (typeof p.against !== 'object' || p.rate === undefined || p.rate.eq(1) || p.amount.isZero()) return p.against
  const shares = Object.entries(p.against)
  const parts = allocate(
    book.abs(),
    shares.map(([, share]) => share.abs()),
  )
  const turnedBy = book.isNegative() === p.amount.isNegative() ? 1 : -1
  return Object.fromEntries(
    shares.map(([role, share], index) => {
      const part = parts[index] ?? zero
      return [role, share.isNegative() === (turnedBy === 1) ? part.neg() : part]
    }),
  )
}

const enter = (session: PartySession, posting: PostingRecord, p: PartyProposal): void => {
  const role = controlRoleOfKind[p.kind]
  const date = p.on === undefined ? posting.date : correctedDay(session.closed, p.on)
  const adjusted =
    p.adjustsLine === undefined ? undefined : session.byLine.get(p.adjustsLine)?.find((item) => item.kind === p.kind)
  const found = adjusted === undefined ? pieces(session, p) : [adjust(adjusted, p)]
  const adjusts = adjusted !== undefined && date === p.on
  const total = found.reduce((sum, piece) => sum.plus(piece.book), zero)
  const lines = againstLines(inBook(p, total), total, (name) => session.accounts.of(name), { party: p.party })
  found.forEach((piece, index) => {
    const id = newId<'partyEntry'>()
    const account = p.account ?? session.accounts.of(role)
    const against = index === 0 ? lines : []
    const openItem = piece.item?.id ?? openedItem(session, posting, p, id, piece, date)
    session.rows.push(rowOf(p, { id, account, role, date, piece, against, openItem, adjusts }))
    session.effects.push({
      ledger: 'party',
      entry: id,
      date,
      documentType: posting.documentType,
      documentId: posting.documentId,
      lineId: p.line?.id ?? null,
      control: { account, role, amount: piece.book, dimensions: { party: p.party } },
      against,
      within: p.against === within,
      difference: false,
      currency: piece.item?.currency ?? p.currency ?? null,
      currencyAmount: piece.amount,
    })
  })
}

/** An amendment opens the items of its document again, so that what settled them still does. */
const vacated = (
  session: PartySession,
  posting: PostingRecord,
  wanted: { readonly party: string; readonly kind: string; readonly line: string | null; readonly currency: string },
): PartyItem | undefined => {
  if (posting.action !== 'amend') return undefined
  const taken = new Set([...session.opened.values()].map((opened) => opened.id))
  return [...session.items.values()].find(
    (item) =>
      item.documentId === posting.documentId &&
      !taken.has(item.id) &&
      item.party === wanted.party &&
      item.kind === wanted.kind &&
      item.lineId === wanted.line &&
      item.currency === wanted.currency,
  )
}

const settledBeyond = (item: PartyItem) =>
  conflict(
    `${item.documentNumber} 的款项已核销，不能少于已核销的金额；请先取消核销`,
    `Items of ${item.documentNumber} are settled; it cannot be less than what is settled`,
  )

/** Puts what an amendment opens over what it took back; what is settled already must fit in it. */
const reopen = (session: PartySession, posting: PostingRecord): OpenedItem[] => {
  const again = [...session.opened.values()].filter((opened) => opened.again !== undefined)
  for (const { again: item, amount, book } of again) {
    if (item === undefined) continue
    item.open = item.open.plus(amount)
    item.openBook = item.openBook.plus(book)
    const isOver = !item.open.isZero() && item.open.isNegative() !== amount.isNegative()
    if (isOver && item.kind !== 'estimate') throw settledBeyond(item)
  }
  if (posting.action === 'amend') {
    const kept = new Set(again.map((opened) => opened.id))
    const lost = [...session.items.values()].find(
      (item) => item.documentId === posting.documentId && !kept.has(item.id) && !item.open.isZero(),
    )
    if (lost !== undefined) throw settledBeyond(lost)
  }
  return again
}

/** What a document's lines leave due together is one item, so that people settle documents, not lines; estimates stay by line. */
const openedItem = (
  session: PartySession,
  posting: PostingRecord,
  p: PartyProposal,
  id: string,
  piece: Piece,
  date: CalendarDate,
): string => {
  const dueOn = p.dueOn ?? date
  const line = p.kind === 'estimate' ? (p.line?.id ?? null) : null
  const key = [p.party, p.kind, dueOn, p.currency, p.rate?.toString(), line, posting.id].join('/')
  const known = session.opened.get(key)
  if (known !== undefined) {
    known.amount = known.amount.plus(piece.amount)
    known.book = known.book.plus(piece.book)
    return known.id
  }
  const { party, kind } = p
  const currency = p.currency ?? 'CNY'
  const again = vacated(session, posting, { party, kind, line, currency })
  const itemId = again?.id ?? id
  session.opened.set(key, {
    id: itemId,
    again,
    party,
    kind,
    line,
    date,
    dueOn,
    currency,
    amount: piece.amount,
    book: piece.book,
  })
  return itemId
}

const adjust = (item: PartyItem, p: PartyProposal): Piece => {
  item.open = item.open.plus(p.amount)
  item.openBook = item.openBook.plus(p.amount)
  return { item, amount: p.amount, book: p.amount }
}

interface Placed {
  readonly id: string
  readonly account: string
  readonly role: string
  readonly date: CalendarDate
  readonly piece: Piece
  readonly against: readonly EffectLine[]
  readonly openItem: string
  readonly adjusts: boolean
}

/** A part of an item stands at the rate that the item was opened with. */
const rateOf = (p: PartyProposal, { item, amount, book }: Piece): Decimal =>
  item === null || amount.isZero() ? (p.rate ?? decimal(1)) : round(book.div(amount), 8)

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
    kind: p.kind,
    openItem: placed.openItem,
    dueOn: p.dueOn ?? placed.date,
    currency: placed.piece.item?.currency ?? p.currency ?? 'CNY',
    rate: rateOf(p, placed.piece),
    amount: placed.piece.amount,
    bookAmount: placed.piece.book,
    adjusts: placed.adjusts,
  },
})

/** A settlement and what it settles find each other by 上查 and 下查. */
const linkSettled = (
  work: Work,
  posting: PostingRecord,
  session: PartySession,
  proposals: readonly PartyProposal[],
): void => {
  const settled = proposals.flatMap((p) => (p.settles === undefined ? [] : (session.items.get(p.settles) ?? [])))
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
    for (const p of inTurn) if (!p.amount.isZero()) enter(session, posting, { ...p, currency: p.currency ?? currency })
    appendEntries(work, partyLedger, posting, session.rows)
    const again = reopen(session, posting)
    openItems(
      work,
      posting,
      [...session.opened.values()].filter((opened) => opened.again === undefined),
    )
    reopenItems(work, again)
    settleItems(work, [...session.items.values()])
    return session.effects
  },
}
