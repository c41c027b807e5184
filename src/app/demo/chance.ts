/** Chance that can be repeated: the same seed, the same history. */
export interface Chance {
  /** From 0 up to, but not including, 1. */
  next(): number
  /** A whole number from least to most, both included. */
  between(least: number, most: number): number
  /** True so often in a hundred. */
  happens(percent: number): boolean
  pick<T>(list: readonly T[]): T
  /** So many different ones, in the order of the list; all where there are not so many. */
  some<T>(list: readonly T[], count: number): T[]
}

/** A generator of 32 bits (mulberry32): small, even enough for stories, and the same on every machine. */
export const chanceOf = (seed: number): Chance => {
  let state = seed >>> 0
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
  const between = (least: number, most: number) => least + Math.floor(next() * (most - least + 1))
  const pick = <T>(list: readonly T[]): T => {
    const chosen = list[between(0, list.length - 1)]
    if (chosen === undefined) throw new RangeError('there is nothing to pick from')
    return chosen
  }
  return {
    next,
    between,
    pick,
    happens: (percent) => next() * 100 < percent,
    some: (list, count) => {
      const indexes = new Set<number>()
      while (indexes.size < Math.min(count, list.length)) indexes.add(between(0, list.length - 1))
      return list.filter((_one, index) => indexes.has(index))
    },
  }
}
