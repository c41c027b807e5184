import type { Micros } from './costing/cost-method.ts'

/** A stretch of what a source gave up that a follower has taken: from where on, and how much. */
export interface TakenShare {
  readonly offset: Micros
  readonly size: Micros
}

/**
 * Where a follower takes its share of a source: in the first gap that is long enough, else at the end. What came back and
 * went again may have left no gap that is; the share then ends where the source does.
 */
export const placeShare = (taken: readonly TakenShare[], whole: Micros, size: Micros): Micros => {
  let at = 0n
  for (const share of taken.toSorted((one, other) => (one.offset < other.offset ? -1 : 1))) {
    if (share.offset - at >= size) return at
    const end = share.offset + share.size
    if (end > at) at = end
  }
  if (whole - at >= size) return at
  return whole > size ? whole - size : 0n
}

/** The shares that are left when a follower gives its own back. */
export const withoutShare = (taken: readonly TakenShare[], given: TakenShare): TakenShare[] => {
  const index = taken.findIndex((share) => share.offset === given.offset && share.size === given.size)
  return index < 0 ? [...taken] : taken.toSpliced(index, 1)
}
