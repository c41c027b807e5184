import { round, zero } from '../../../base/decimal.ts'
import type { Decimal } from '../../../base/decimal.ts'
import { allocate } from '../../../base/money.ts'

/** 配比调拨 in its two readings: so many sets of what the lines make up, or one quantity shared out by the lines' ratios. */
export const ratioKinds = { sets: '按套数', split: '按比例分配' } as const
export type RatioKind = keyof typeof ratioKinds

/** A line's part in a ratio transfer. */
export interface RatioLine {
  /** Lines of one item share one quantity. */
  readonly item: string
  readonly ratio: Decimal
  /** Decimal places of the line's unit; shares are rounded to them. */
  readonly places: number
}

const quantityPlaces = 6

/** Places that hold the whole quantity, and are not fewer than the unit's. */
const placesFor = (whole: Decimal, lines: readonly RatioLine[]): number =>
  Math.min(quantityPlaces, Math.max(whole.decimalPlaces(), ...lines.map((line) => line.places)))

/**
 * The quantity of each line. By sets it is sets × ratio. By split each item's lines share the whole by ratio with the
 * largest remainder, so that they add up to it exactly; an item whose ratios are all zero gets nothing.
 */
export const ratioQuantities = (kind: RatioKind, whole: Decimal, lines: readonly RatioLine[]): Decimal[] => {
  if (kind === 'sets') return lines.map((line) => round(whole.times(line.ratio), quantityPlaces))
  const quantities = lines.map(() => zero)
  const byItem = Map.groupBy(lines.keys(), (index) => lines[index]?.item ?? '')
  for (const indexes of byItem.values()) {
    const own = indexes.flatMap((index) => lines[index] ?? [])
    if (own.every((line) => line.ratio.isZero())) continue
    const shares = allocate(
      whole,
      own.map((line) => line.ratio),
      placesFor(whole, own),
    )
    for (const [at, index] of indexes.entries()) quantities[index] = shares[at] ?? zero
  }
  return quantities
}
