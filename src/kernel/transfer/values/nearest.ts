import { normalized } from '../../search/pinyin.ts'

const pairsOf = (text: string): Map<string, number> => {
  const letters = Array.from(` ${text} `)
  const pairs = new Map<string, number>()
  for (let at = 0; at + 1 < letters.length; at += 1) {
    const pair = `${letters[at]}${letters[at + 1]}`
    pairs.set(pair, (pairs.get(pair) ?? 0) + 1)
  }
  return pairs
}

const sizeOf = (pairs: ReadonlyMap<string, number>) => [...pairs.values()].reduce((sum, count) => sum + count, 0)

const alike = (one: ReadonlyMap<string, number>, other: ReadonlyMap<string, number>): number => {
  let shared = 0
  for (const [pair, count] of one) shared += Math.min(count, other.get(pair) ?? 0)
  return (2 * shared) / (sizeOf(one) + sizeOf(other))
}

export interface Named {
  readonly code: string
  readonly name: string
}

const enough = 0.35
/** A text of another name: the whole of it in the other, or the other in it. */
const holds = (one: string, other: string) =>
  one.length >= 2 && other.length >= 2 && (one.includes(other) || other.includes(one)) ? 0.3 : 0

/** Finds, of many, those most like a text, by pairs of letters of their code or name; the likest first. */
export const nearestAmong = <T extends Named>(among: readonly T[]): ((text: string, most?: number) => T[]) => {
  const known = among.map((one) => {
    const [code, name] = [normalized(one.code), normalized(one.name)]
    return { one, name, codePairs: pairsOf(code), namePairs: pairsOf(name) }
  })
  return (text, most = 3) => {
    const wanted = normalized(text)
    const pairs = pairsOf(wanted)
    return known
      .map(({ one, name, codePairs, namePairs }) => ({
        one,
        weight: Math.max(alike(pairs, codePairs), alike(pairs, namePairs) + holds(wanted, name)),
      }))
      .filter(({ weight }) => weight >= enough)
      .toSorted((one, other) => other.weight - one.weight)
      .slice(0, most)
      .map(({ one }) => one)
  }
}
