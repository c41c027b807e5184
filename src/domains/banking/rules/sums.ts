/** Sets of things that add up to a sum, found within a bounded number of steps. */
export interface FoundSets<T> {
  readonly sets: readonly (readonly T[])[]
  /** The search was cut short: there may be more. */
  readonly isCut: boolean
}

interface Weighed {
  readonly amount: bigint
}

/**
 * The sets of things whose amounts add up to the sum, up to `most` of them, largest amounts first. All amounts are positive.
 * The search ends after `steps`, and says so.
 */
export const setsSummingTo = <T extends Weighed>(
  things: readonly T[],
  sum: bigint,
  { most = 2, steps = 60_000, largest = 8 } = {},
): FoundSets<T> => {
  const ordered = things
    .filter((each) => each.amount > 0n && each.amount <= sum)
    .toSorted((one, other) => (one.amount > other.amount ? -1 : one.amount < other.amount ? 1 : 0))
  const rest: bigint[] = Array.from({ length: ordered.length + 1 }, () => 0n)
  for (let at = ordered.length - 1; at >= 0; at -= 1) rest[at] = (rest[at + 1] ?? 0n) + (ordered[at]?.amount ?? 0n)
  const sets: T[][] = []
  let left = steps
  const chosen: T[] = []
  const search = (from: number, missing: bigint): void => {
    if (missing === 0n) {
      sets.push([...chosen])
      return
    }
    if (chosen.length >= largest) return
    for (let at = from; at < ordered.length; at += 1) {
      left -= 1
      if (left <= 0 || sets.length >= most || (rest[at] ?? 0n) < missing) return
      const next = ordered[at]
      if (next === undefined || next.amount > missing) continue
      chosen.push(next)
      search(at + 1, missing - next.amount)
      chosen.pop()
    }
  }
  search(0, sum)
  return { sets, isCut: left <= 0 }
}
