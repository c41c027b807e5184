/** A name as it is compared: without the tax office's category (*文具*), spaces and signs, in one width and case. */
export const plainName = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/^\s*\*[^*]*\*/, '')
    .replace(/[^\p{L}\p{N}]/gu, '')

/** The numbers in a text: sizes and packings tell goods apart that share every word. */
const numbersIn = (text: string): readonly string[] =>
  [...text.normalize('NFKC').matchAll(/\d+(?:\.\d+)?/g)].map(([found]) => String(Number(found)))

/** How many characters both have in the same order. */
const commonLength = (one: string, other: string): number => {
  let above = Array.from({ length: other.length + 1 }, () => 0)
  for (const char of one) {
    const row = [0]
    for (let at = 1; at <= other.length; at += 1) {
      const same = other[at - 1] === char ? (above[at - 1] ?? 0) + 1 : 0
      row.push(Math.max(same, above[at] ?? 0, row[at - 1] ?? 0))
    }
    above = row
  }
  return above[other.length] ?? 0
}

/** Whether a text names a size or packing that the other does not have: then they are different goods. */
export const differsInNumbers = (written: string, known: string): boolean => {
  const numbers = new Set(numbersIn(known))
  return numbersIn(written).some((number) => !numbers.has(number))
}

/** How like two names of goods are, from 0 to 1. An abbreviation is like what it abbreviates. */
export const nameLikeness = (written: string, known: string): number => {
  const [one, other] = [plainName(written), plainName(known)]
  if (one === '' || other === '') return 0
  if (one === other) return 1
  const common = commonLength(one, other)
  const contained = common / Math.min(one.length, other.length)
  return 0.65 * contained + 0.35 * ((2 * common) / (one.length + other.length))
}
