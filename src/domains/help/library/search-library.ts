import { normalized, searchText } from '../../../kernel/search/pinyin.ts'
import type { LibraryPage, LibrarySection } from './library-page.ts'

/** A page that answers what was asked, with the part that answers it best. */
export interface LibraryHit {
  readonly name: string
  readonly sort: LibraryPage['sort']
  readonly title: string
  readonly english: string
  readonly heading: string
  readonly excerpt: string
}

interface Indexed {
  readonly page: LibraryPage
  readonly title: string
  readonly sections: readonly { readonly section: LibrarySection; readonly heading: string; readonly words: string }[]
}

/** What pages are found by: titles and headings with their pinyin, the text by its words. */
export const indexLibrary = (pages: readonly LibraryPage[]): readonly Indexed[] =>
  pages.map((page) => ({
    page,
    title: `${searchText(page.title)} ${page.english.toLowerCase()}`,
    sections: page.sections.map((section) => ({
      section,
      heading: searchText(section.heading),
      words: normalized(section.words),
    })),
  }))

const excerptLength = 90

/** The words around the first term that stands in the text; its beginning where none does. */
const excerptOf = (words: string, terms: readonly string[]): string => {
  const plain = words.toLowerCase()
  const at = Math.max(0, Math.min(...terms.map((term) => plain.indexOf(term)).filter((place) => place >= 0)) - 20)
  const from = Number.isFinite(at) ? at : 0
  const cut = words.slice(from, from + excerptLength)
  return `${from > 0 ? '…' : ''}${cut}${from + excerptLength < words.length ? '…' : ''}`
}

const headingWeight = 5
const titleWeight = 20

/** How well a part answers the terms: each must stand in its title, its heading or its text; 0 where one does not. */
const scoreOf = (title: string, part: Indexed['sections'][number], terms: readonly string[]): number => {
  const scores = terms.map(
    (term) =>
      (title.includes(term) ? titleWeight : 0) +
      (part.heading.includes(term) ? headingWeight : 0) +
      (part.words.includes(term) ? 1 : 0),
  )
  return scores.some((score) => score === 0) ? 0 : scores.reduce((sum, score) => sum + score, 0)
}

const hitOf = ({ page }: Indexed, section: LibrarySection | undefined, terms: readonly string[]): LibraryHit => ({
  name: page.name,
  sort: page.sort,
  title: page.title,
  english: page.english,
  heading: section?.heading ?? '',
  excerpt: excerptOf(section?.words ?? '', terms),
})

/** Pages that answer a query, the best first; all of them in their order where nothing is asked. */
export const searchLibrary = (index: readonly Indexed[], query: string): LibraryHit[] => {
  const terms = normalized(query)
    .split(' ')
    .filter((term) => term !== '')
  if (terms.length === 0) return index.map((each) => hitOf(each, each.page.sections[0], []))
  return index
    .flatMap((each) => {
      const [best] = each.sections
        .map((part) => ({ each, part, score: scoreOf(each.title, part, terms) }))
        .toSorted((one, other) => other.score - one.score)
      return best === undefined || best.score === 0 ? [] : [best]
    })
    .toSorted((one, other) => other.score - one.score)
    .map(({ each, part }) => hitOf(each, part.section, terms))
}
