import { decimal, round, zero } from '../../base/decimal.ts'
import type { Decimal } from '../../base/decimal.ts'
import { cents } from '../../base/money.ts'
import { Problem, conflict, fieldProblem } from '../../kernel/definition/problem.ts'
import { isByLine } from './party.ts'
import type { PartyProposal } from './party.ts'
import type { PartyItem } from './party-items.ts'
import type { PartySession } from './party-session.ts'

/** A part of an amount: what an open item takes of it, or what no item takes. */
export interface Piece {
  readonly item: PartyItem | null
  readonly amount: Decimal
  readonly book: Decimal
}

/** An amount in the money of the books, to the cent: at the rate the proposal says, or its share of what it says the books get. */
export const bookOf = (p: PartyProposal, amount: Decimal): Decimal => {
  if (p.book === undefined) return cents(p.rate === undefined ? amount : amount.times(p.rate))
  return amount.eq(p.amount) ? p.book : cents(p.book.times(amount).div(p.amount))
}

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

const refuseOtherCurrency = (p: PartyProposal, item: PartyItem) => {
  if (p.settledIn === undefined || p.settledIn === item.currency) return
  throw conflict(
    `${item.documentNumber} 是${item.currency}款项，不能用${p.settledIn}核销`,
    `${item.documentNumber} is in ${item.currency}, not in ${p.settledIn}`,
  )
}

/**
 * Splits an amount over the items it takes from; what is over opens an item of its own.
 * @throws Problem where the item is not there, is in another currency, or has less open.
 */
export const pieces = (session: PartySession, p: PartyProposal): Piece[] => {
  if (p.settles !== undefined) {
    const item = session.items.get(p.settles)
    if (item === undefined || item.party !== p.party)
      throw conflict('要核销的款项不存在或不属于该往来单位', 'The open item does not exist or is of another party')
    if (p.revalued !== undefined) {
      item.openBook = item.openBook.plus(p.revalued)
      return [{ item, amount: zero, book: p.revalued }]
    }
    refuseOtherCurrency(p, item)
    refuseTooMuch(p, item)
    return [take(item, p.amount)]
  }
  if (p.settlesLine !== undefined) {
    // The item of the line (the last, where it was unposted and posted again) takes it all, even past zero: a return and its red invoice meet on the receipt's estimate.
    const item = session.byLine
      .get(p.settlesLine)
      ?.findLast((other) => other.kind === p.kind && other.party === p.party)
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
      item.currency === p.currency &&
      item.documentId === source.document &&
      (!isByLine(p.kind) || item.lineId === source.line),
  )
}

/** A correction of an item that is open, at the rate of one: it changes what is open and settles nothing. */
export const adjust = (item: PartyItem, p: PartyProposal): Piece => {
  item.open = item.open.plus(p.amount)
  item.openBook = item.openBook.plus(p.amount)
  return { item, amount: p.amount, book: p.amount }
}

/** A part of an item stands at the rate that the item was opened with. */
export const rateOf = (p: PartyProposal, { item, amount, book }: Piece): Decimal =>
  item === null || amount.isZero() ? (p.rate ?? decimal(1)) : round(book.div(amount), 8)
