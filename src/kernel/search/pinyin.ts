import { pinyin } from 'pinyin-pro'

/** The text by which Chinese words are found: themselves, their pinyin, and its initials (重庆银行 → cqyh). */
export const searchText = (words: string): string => {
  if (!/[㐀-鿿]/.test(words)) return words
  const syllables = pinyin(words, { toneType: 'none', type: 'array', nonZh: 'consecutive' })
  const initials = syllables.map((syllable) => syllable.charAt(0)).join('')
  return `${words} ${syllables.join('')} ${initials}`
}
