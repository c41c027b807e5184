import type { Decimal } from '../../../base/decimal.ts'

/** How a customer has bought and paid. */
export interface CreditHistory {
  /** Gross delivered in the period that is looked at. */
  readonly sales: Decimal
  /** Whole months since the first deal. */
  readonly months: number
  /** Paid invoices and deliveries, and of these how many late. */
  readonly paid: number
  readonly paidLate: number
  /** What is open and overdue, and what is open at all. */
  readonly overdue: Decimal
  readonly owed: Decimal
  /** Days by which the oldest open item is overdue. */
  readonly oldestDays: number
}

const share = (part: number, whole: number): number => (whole === 0 ? 1 : part / whole)

/**
 * 信用评分, 0 to 100: 40 for paying on time, 30 for owing nothing overdue (less a point for every three days the oldest item
 * is late), 15 for how long they have been a customer (a year is full), 15 for buying at all in the period. Who has no
 * history has half of what history earns.
 */
export const creditScore = (history: CreditHistory): number => {
  const { sales, months, paid, paidLate, overdue, owed, oldestDays } = history
  const onTime = paid === 0 ? 20 : 40 * share(paid - paidLate, paid)
  const overduePart = owed.lte(0) ? 0 : overdue.div(owed).toNumber()
  const current = Math.max(0, 30 * (1 - overduePart) - Math.floor(oldestDays / 3))
  const loyal = 15 * Math.min(1, months / 12)
  const active = sales.gt(0) ? 15 : 0
  return Math.round(onTime + current + loyal + active)
}

export interface Policy {
  readonly minScore: number
}

/** The policy of a score: the highest threshold it reaches. */
export const policyFor = <P extends Policy>(policies: readonly P[], score: number): P | undefined =>
  policies.filter((one) => one.minScore <= score).toSorted((a, b) => b.minScore - a.minScore)[0]
