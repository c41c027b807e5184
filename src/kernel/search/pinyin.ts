import { pinyin } from 'pinyin-pro'

const chinese = /\p{Script=Han}/u

/** Text as it is searched and compared: lower case, full-width letters and figures made plain, single spaces. */
export function normalized(text: string): string {
  return text.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ').trim()
}

/** The first letters of the words' pinyin (助记码), in capitals, other letters and figures kept: 重庆长虹 is CQCH. */
export function pinyinInitials(text: string): string {
  return initialsOf(syllablesOf(normalized(text))).toUpperCase()
}

/**
 * All that a name is found by: itself, its full pinyin and its initials, each of which a part may be typed of: 重庆 gives
 * `重庆 chongqing cq`. Readings follow the word (重庆 chong, 重量 zhong); ü is v, as it is typed. Text without Chinese
 * is only itself.
 */
export function searchText(text: string): string {
  const plain = normalized(text)
  if (!chinese.test(plain)) return plain
  const syllables = syllablesOf(plain)
  return `${plain} ${lettersOf(syllables)} ${initialsOf(syllables)}`
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
