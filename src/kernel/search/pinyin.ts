import { pinyin, polyphonic } from 'pinyin-pro'

const chinese = /\p{Script=Han}/u

/** Text as it is searched and compared: lower case, full-width letters and figures made plain, single spaces. */
export function normalized(text: string): string {
  return text.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ').trim()
}

/** The first letters of the words' pinyin (助记码), in capitals, other letters and figures kept: 重庆长虹 is CQCH. */
export function pinyinInitials(text: string): string {
  return initialsOf(syllablesOf(normalized(text))).toUpperCase()
}

/** How many other readings of a name are kept: enough for the characters of a name that have them, without making an address long. */
const otherReadings = 6

/**
 * All that a name is found by: itself, its full pinyin and its initials, each of which a part may be typed of: 绿茶 gives
 * `绿茶 lvcha lc`. Readings follow the word (重庆 chong, 重量 zhong); ü is v, as it is typed. A character with several readings
 * (多音字) is found by each of them, one character at a time: 差旅费 by chalvfei and chailvfei. Text without Chinese is only itself.
 */
export function searchText(text: string): string {
  const plain = normalized(text)
  if (!chinese.test(plain)) return plain
  const syllables = syllablesOf(plain)
  const others = otherWays(plain, syllables).slice(0, otherReadings)
  return [plain, ...new Set([syllables, ...others].flatMap((one) => [lettersOf(one), initialsOf(one)]))].join(' ')
}

/** The name with another reading of one of its characters. */
function otherWays(plain: string, syllables: readonly string[]): string[][] {
  const readings: readonly (readonly string[])[] = polyphonic(plain, { toneType: 'none', type: 'array', v: true })
  if (readings.length !== syllables.length) return []
  return readings.flatMap((ways, at) =>
    ways.filter((way) => way !== syllables[at]).map((way) => syllables.with(at, way)),
  )
}

/** A syllable for each Chinese character in its word, and every other sign by itself. */
function syllablesOf(plain: string): string[] {
  return pinyin(plain, { toneType: 'none', type: 'array', v: true })
}

function lettersOf(syllables: readonly string[]): string {
  return syllables.join('').replace(/[^\p{Letter}\p{Number}]/gu, '')
}

function initialsOf(syllables: readonly string[]): string {
  return lettersOf(syllables.map((syllable) => String.fromCodePoint(syllable.codePointAt(0) ?? 32)))
}
