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
  return readingsOf(plain).flatMap((ways, at) =>
    ways.filter((way) => way !== syllables[at]).map((way) => syllables.with(at, way)),
  )
}

interface Spoken {
  /** A syllable for each character, as its word is read. */
  readonly syllables: readonly string[]
  /** Every reading of each character. */
  readonly ways: readonly (readonly string[])[]
}

const spoken = new Map<string, Spoken>()
/** How many words are remembered; the names of a list say the same few words again and again. */
const mostSpoken = 5000

/** How unbroken Chinese is read. A word is never read across anything else, so it is looked up by itself. */
function speak(word: string): Spoken {
  const known = spoken.get(word)
  if (known !== undefined) return known
  const syllables = pinyin(word, { toneType: 'none', type: 'array', v: true })
  const ways: readonly (readonly string[])[] = polyphonic(word, { toneType: 'none', type: 'array', v: true })
  const said = { syllables, ways: ways.length === syllables.length ? ways : syllables.map((one) => [one]) }
  if (spoken.size >= mostSpoken) spoken.clear()
  spoken.set(word, said)
  return said
}

const runs = /\p{Script=Han}+|\P{Script=Han}+/gu

/** A syllable for each Chinese character in its word, and every other sign by itself. */
function syllablesOf(plain: string): string[] {
  return (plain.match(runs) ?? []).flatMap((run) => (chinese.test(run) ? speak(run).syllables : Array.from(run)))
}

function readingsOf(plain: string): (readonly string[])[] {
  return (plain.match(runs) ?? []).flatMap((run) =>
    chinese.test(run) ? speak(run).ways : Array.from(run, (sign) => [sign]),
  )
}

function lettersOf(syllables: readonly string[]): string {
  return syllables.join('').replace(/[^\p{Letter}\p{Number}]/gu, '')
}

function initialsOf(syllables: readonly string[]): string {
  return lettersOf(syllables.map((syllable) => String.fromCodePoint(syllable.codePointAt(0) ?? 32)))
}
