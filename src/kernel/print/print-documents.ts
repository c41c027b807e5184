import type { AnyDocument } from '../definition/record.ts'
import { recordReferences } from '../documents/record-json.ts'
import type { Language } from '../http/language.ts'
import type { Work } from '../posting/work.ts'
import { documentPaper } from './document-paper.ts'
import type { DocumentPaper } from './document-paper.ts'
import type { PaperName } from './paper-size.ts'
import { printedRecords } from './printed-records.ts'

/** Lays out documents for standard paper, in the order they were asked for, and counts that they were printed. */
export const printDocuments = async (
  work: Work,
  definition: AnyDocument,
  ids: readonly string[],
  language: Language,
  paper: PaperName = 'a4',
): Promise<DocumentPaper[]> => {
  const printed = await printedRecords(work, definition, ids, { template: paper, form: 'pdf' })
  return Promise.all(
    printed.map(async ({ record, company, reversed, negated, prints }) => {
      const references = await recordReferences(work, definition, record)
      return documentPaper(
        { definition, record, references, company, reversed, negated, printed: prints, language },
        work,
      )
    }),
  )
}
