import type { Decimal } from '../../../base/decimal.ts'

/** How far a count may be from the books before a second person has to count. */
export interface CountTolerance {
  readonly amount: Decimal | null
  readonly percent: Decimal | null
}

/** A line as it was counted for the first time. */
export interface FirstCount {
  /** What should be there: the books as of the scan. */
  readonly expected: Decimal
  readonly counted: Decimal
  readonly unitCost: Decimal | null
  /** Goods moved between the first and the last scan of the line, so that nobody can say which of them were counted. */
  readonly movedMeanwhile: boolean
}

/**
 * Whether a line has to be counted again (复盘): when its variance is beyond the tolerance by value or by percent of what
 * should be there, or goods moved while it was counted. Without any tolerance a variance is left to whoever approves. What
 * should not be there at all is beyond every percentage.
 */
export const needsRecount = (line: FirstCount, tolerance: CountTolerance): boolean => {
  const difference = line.counted.minus(line.expected).abs()
  if (line.movedMeanwhile) return true
  if (difference.isZero()) return false
  const isBeyondValue =
    tolerance.amount !== null && line.unitCost !== null && difference.times(line.unitCost).gt(tolerance.amount)
  const isBeyondPercent =
    tolerance.percent !== null && difference.times(100).gt(line.expected.abs().times(tolerance.percent))
  return isBeyondValue || isBeyondPercent
}
