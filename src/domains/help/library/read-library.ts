import { readFileSync, readdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { libraryPage } from './library-page.ts'
import type { LibraryPage } from './library-page.ts'

const docs = resolve(import.meta.dirname, '../../../../docs')

const pagesIn = (sort: LibraryPage['sort'], folder: string, nameOf: (file: string) => string): LibraryPage[] =>
  readdirSync(join(docs, folder))
    .filter((file) => file.endsWith('.md'))
    .toSorted()
    .map((file) => libraryPage(sort, nameOf(file.slice(0, -3)), readFileSync(join(docs, folder, file), 'utf8')))

let read: readonly LibraryPage[] | undefined

/** The user guide and the know-how library that come with the product, read once. */
export const library = (): readonly LibraryPage[] => {
  read ??= [
    ...pagesIn('guide', 'guide', (file) => file),
    ...pagesIn('article', 'know-how', (file) => file.replace(/^\d+-/u, '')),
  ]
  return read
}
