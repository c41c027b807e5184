import { zero } from '../../../base/decimal.ts'
import type { Decimal } from '../../../base/decimal.ts'

/** One scan or one typed figure of a count. */
export interface CountEntry {
  /** `add`: so many more were found; `set`: so many are there in all. */
  readonly kind: 'add' | 'set'
  readonly quantity: Decimal
  readonly scannedAt: Date
  readonly userName: string
}

/** What was counted of one line, and between which moments. */
export interface CountedLine {
  readonly quantity: Decimal
  readonly firstAt: Date
  readonly lastAt: Date
  readonly by: readonly string[]
}

/**
 * What the entries of a line come to, in the order in which they were scanned: each adds, or says the whole anew. The count
 * begins with the last figure that said the whole, because what was there before it no longer matters.
 */
export const foldCount = (entries: readonly CountEntry[]): CountedLine | undefined => {
  const inOrder = entries.toSorted((one, other) => one.scannedAt.getTime() - other.scannedAt.getTime())
  const lastSet = inOrder.findLastIndex((entry) => entry.kind === 'set')
  const standing = inOrder.slice(Math.max(lastSet, 0))
  const [first] = standing
  const last = standing.at(-1)
  if (first === undefined || last === undefined) return undefined
  return {
    quantity: standing.reduce((sum, entry) => sum.plus(entry.quantity), zero),
    firstAt: first.scannedAt,
    lastAt: last.scannedAt,
    by: [...new Set(standing.map((entry) => entry.userName))],
  }
}
