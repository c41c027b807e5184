import { centsText } from '../../../base/fixed-point.ts'

/** What is open of one document in one company's books; positive: they are owed. Cents. */
export interface OpenDocument {
  readonly pair: ClaimPair
  readonly type: string
  readonly id: string
  readonly number: string
  readonly date: string
  readonly amount: bigint
}

/** Claims that mirror each other: our receivable is their payable. */
export const claimPairs = {
  sold: '我方应收 — 对方应付',
  bought: '我方应付 — 对方应收',
  other: '其他应收、其他应付',
} as const
export type ClaimPair = keyof typeof claimPairs

/** The pair that a kind of open item belongs to, from the side that holds it. */
export const pairOfKind = (kind: string): ClaimPair => {
  if (kind === 'receivable' || kind === 'advanceFromCustomer') return 'sold'
  return kind === 'otherReceivable' || kind === 'otherPayable' ? 'other' : 'bought'
}

/** The same claim as the other side sees it. */
export const mirrored: Readonly<Record<ClaimPair, ClaimPair>> = { sold: 'bought', bought: 'sold', other: 'other' }

export interface AgreedRow {
  readonly pair: ClaimPair
  readonly own: OpenDocument | null
  readonly theirs: OpenDocument | null
  readonly difference: bigint
  readonly reason: string
}

const size = (one: OpenDocument | null) => one?.amount ?? 0n

const reasonOf = (own: OpenDocument | null, theirs: OpenDocument | null): string => {
  if (own !== null && theirs !== null)
    return size(own) + size(theirs) === 0n
      ? ''
      : `金额相差 ${centsText(size(own) + size(theirs))}（税额未到票或部分核销）`
  return own === null ? '本方未入账' : '对方未入账'
}

const row = (pair: ClaimPair, own: OpenDocument | null, theirs: OpenDocument | null): AgreedRow => ({
  pair,
  own,
  theirs,
  difference: size(own) + size(theirs),
  reason: reasonOf(own, theirs),
})

/**
 * Sets the open documents of both sides against each other: first those that are linked, then those of equal size, then the rest,
 * each of which one side alone has. The sides have opposite signs, so their sum is the difference.
 */
export const agreeBalances = (
  own: readonly OpenDocument[],
  theirs: readonly OpenDocument[],
  linked: (own: OpenDocument, theirs: OpenDocument) => boolean,
): AgreedRow[] => {
  const left = [...theirs]
  const take = (fits: (one: OpenDocument) => boolean): OpenDocument | null => {
    const at = left.findIndex(fits)
    return at < 0 ? null : (left.splice(at, 1)[0] ?? null)
  }
  const same = (one: OpenDocument) => (other: OpenDocument) => mirrored[other.pair] === one.pair
  const byLink = own.map((one) => [one, take((other) => same(one)(other) && linked(one, other))] as const)
  const matched = byLink.map(
    ([one, found]) => [one, found ?? take((other) => same(one)(other) && other.amount === -one.amount)] as const,
  )
  return [
    ...matched.map(([one, other]) => row(one.pair, one, other)),
    ...left.map((other) => row(mirrored[other.pair], null, other)),
  ]
}
