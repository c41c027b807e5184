/** How often each first digit stands in amounts that nobody made up (Benford): log10(1 + 1/d), in millionths. */
export const benfordShares: readonly number[] = [301030, 176091, 124939, 96910, 79181, 66947, 57992, 51153, 45757]

/** What the mean deviation says (Nigrini, first digits). */
export type Conformity = 'close' | 'acceptable' | 'marginal' | 'none'

export interface BenfordResult {
  /** Millionths found less expected, by digit from 1. */
  readonly differences: readonly number[]
  /** Mean absolute deviation, in millionths. */
  readonly deviation: number
  readonly conformity: Conformity
}

/** Compares counts of first digits, from 1 to 9, with what is natural. */
export const compareWithBenford = (counts: readonly number[]): BenfordResult => {
  const whole = counts.reduce((sum, count) => sum + count, 0)
  const differences = benfordShares.map((share, index) =>
    whole === 0 ? 0 : Math.round(((counts[index] ?? 0) * 1_000_000) / whole) - share,
  )
  const deviation = Math.round(differences.reduce((sum, one) => sum + Math.abs(one), 0) / benfordShares.length)
  const conformity =
    deviation <= 6000 ? 'close' : deviation <= 12_000 ? 'acceptable' : deviation <= 15_000 ? 'marginal' : 'none'
  return { differences, deviation, conformity }
}
