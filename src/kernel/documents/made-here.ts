import type { Work } from '../posting/work.ts'

/** A line that a document opened to what may grow from it, as the table keeps it. */
export interface OpenedLine {
  readonly pool: string
  readonly line: string
  readonly whole: string
  readonly counts: boolean
}

/** By transaction, which is one however often a unit of work is handed on. */
const made = new WeakMap<Work['tx'], Map<string, readonly OpenedLine[]>>()

/** Says that a document is made by this unit of work: what is true of it need not be asked, nobody else has seen it. */
export const noteMade = (work: Work, document: string): void => {
  const documents = made.get(work.tx) ?? new Map<string, readonly OpenedLine[]>()
  made.set(work.tx, documents)
  documents.set(document, [])
}

/** Says what a document has opened; of one that others made nothing is noted. */
export const noteOpened = (work: Work, document: string, lines: readonly OpenedLine[]): void => {
  const documents = made.get(work.tx)
  if (documents?.has(document) === true) documents.set(document, lines)
}

/** Says that something grew from a document or was taken back: from now on it is asked. */
export const noteGrown = (work: Work, document: string): void => {
  made.get(work.tx)?.delete(document)
}

/** Whether this unit of work made a document: where it fails, the document and its number were never there. */
export const isMadeHere = (work: Work, document: string): boolean => made.get(work.tx)?.has(document) === true

/** What a document has opened that this unit of work made and nothing has grown from; undefined of any other. */
export const openedHere = (work: Work, document: string): readonly OpenedLine[] | undefined =>
  made.get(work.tx)?.get(document)
