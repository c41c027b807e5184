/** A chapter of the user guide or an article of the know-how library, as it was written. */
export interface LibraryPage {
  readonly name: string
  readonly sort: 'guide' | 'article'
  readonly title: string
  readonly english: string
  /** Its Markdown below the title. */
  readonly text: string
  readonly sections: readonly LibrarySection[]
}

/** A part under a heading of its own, with its plain words; the first has none. */
export interface LibrarySection {
  readonly heading: string
  readonly words: string
}

/** `库存与成本 Stock and cost`: the trade's words, then English. */
const splitTitle = (line: string): { readonly title: string; readonly english: string } => {
  const found = /^(?<title>.*[\p{Script=Han}）])\s*(?<english>[A-Za-z].*)?$/u.exec(line)
  return { title: found?.groups?.['title']?.trim() ?? line, english: found?.groups?.['english'] ?? '' }
}

/** Markdown without its signs, as it is searched and quoted. */
export const plainWords = (markdown: string): string =>
  markdown
    .replaceAll(/```[\s\S]*?```/gu, ' ')
    .replaceAll(/!?\[([^\]]*)\]\([^)]*\)/gu, '$1')
    .replaceAll(/^\s*\|?[\s|:-]+\|?\s*$/gmu, ' ')
    .replaceAll(/[*_`#|>]/gu, ' ')
    .replaceAll(/\s+/gu, ' ')
    .trim()

/** Reads a page as it was written: a title on the first line, then text with headings of the second rank. */
export const libraryPage = (sort: LibraryPage['sort'], name: string, markdown: string): LibraryPage => {
  const [first = '', ...rest] = markdown.split('\n')
  const text = rest.join('\n').trim()
  const parts = text.split(/^##+ /mu)
  const sections = parts.map((part, index): LibrarySection => {
    if (index === 0) return { heading: '', words: plainWords(part) }
    const [heading = '', ...words] = part.split('\n')
    return { heading: heading.trim(), words: plainWords(words.join('\n')) }
  })
  return { name, sort, ...splitTitle(first.replace(/^# /u, '').trim()), text, sections }
}
