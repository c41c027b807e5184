import type { Decimal } from '../../../base/decimal.ts'

/** How a customer bought: days since the last time, how often, for how much. */
export interface Bought {
  readonly days: number
  readonly times: number
  readonly amount: Decimal
}

export interface Rfm {
  readonly recency: number
  readonly frequency: number
  readonly monetary: number
}

/** Fifths of a company's own customers: 5 for the best fifth, 1 for the last. Equal values get the same score. */
const fifth = (values: readonly Decimal[], value: Decimal): number => {
  const below = values.filter((other) => other.lt(value)).length
  return Math.min(5, 1 + Math.floor((below * 5) / Math.max(values.length, 1)))
}

/** Scores of every customer against all of them, in their order. */
export const rfmScores = (customers: readonly Bought[], number: (value: number) => Decimal): readonly Rfm[] => {
  const days = customers.map((one) => number(-one.days))
  const times = customers.map((one) => number(one.times))
  const amounts = customers.map((one) => one.amount)
  return customers.map((one) => ({
    recency: fifth(days, number(-one.days)),
    frequency: fifth(times, number(one.times)),
    monetary: fifth(amounts, one.amount),
  }))
}

/** 客户分群 by whether the three scores are high (3 and more) or low. */
export const segments = {
  champion: '重要价值',
  comeback: '重要挽留',
  growing: '重要发展',
  winBack: '重要保持',
  loyal: '一般价值',
  newcomer: '一般发展',
  steady: '一般保持',
  sleeping: '一般挽留',
} as const
export type Segment = keyof typeof segments

/** The trade's eight segments: valued by money first, then by how lately and how often. */
export const segmentOf = ({ recency, frequency, monetary }: Rfm): Segment => {
  const [recent, often] = [recency >= 3, frequency >= 3]
  if (monetary >= 3) return recent ? (often ? 'champion' : 'growing') : often ? 'winBack' : 'comeback'
  return recent ? (often ? 'loyal' : 'newcomer') : often ? 'steady' : 'sleeping'
}
