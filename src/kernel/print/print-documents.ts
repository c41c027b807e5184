import { notFound } from '../definition/problem.ts'
import type { AnyDocument } from '../definition/record.ts'
import { asDocument, loadRecords } from '../documents/load.ts'
import type { LoadedRecord } from '../documents/load.ts'
import { recordReferences } from '../documents/record-json.ts'
import { tableOf } from '../documents/storage.ts'
import type { Language } from '../http/language.ts'
import type { PostingInput } from '../posting/proposal.ts'
import type { Work } from '../posting/work.ts'
import { documentPaper } from './document-paper.ts'
import type { DocumentPaper } from './document-paper.ts'

/** Counts one printing more of each. Answers the counts by id. */
const countPrints = async (work: Work, ids: readonly string[]): Promise<ReadonlyMap<string, number>> => {
  const rows = await work.tx.rows<{ document_id: string; times: number }>(
    `insert into document_print as p (company_id, document_id, times, last_at, last_by)
     select $1, id, 1, $3, $4 from unnest($2::uuid[]) as ids(id)
     on conflict (company_id, document_id) do update set times = p.times + 1, last_at = excluded.last_at, last_by = excluded.last_by
     returning document_id, times`,
    [work.company, [...ids].toSorted(), work.clock.now(), work.actor.name],
  )
  return new Map(rows.map((row) => [row.document_id, row.times]))
}

/** How often a document was printed. */
export const printsOf = async (work: Work, id: string): Promise<number> => {
  const rows = await work.tx.rows<{ times: number }>(
    `select times from document_print where company_id = $1 and document_id = $2`,
    [work.company, id],
  )
  return rows[0]?.times ?? 0
}

const companyName = async (work: Work): Promise<string> => {
  const rows = await work.tx.rows<{ name: string }>(`select name from company_directory where company_id = $1`, [
    work.company,
  ])
  return rows[0]?.name ?? ''
}

const reversedNumber = async (work: Work, definition: AnyDocument, record: LoadedRecord): Promise<string | null> => {
  const id = record.header['reverses']
  if (typeof id !== 'string') return null
  const rows = await work.tx.rows<{ number: string }>(
    `select number from ${tableOf(definition).name} where company_id = $1 and id = $2`,
    [work.company, id],
  )
  return rows[0]?.number ?? null
}

/** What a rule may look at to tell whether it is negated: the document itself. */
const asInput = (parts: object) => parts as PostingInput<AnyDocument>

/** Whether the kernel turns the sign of what the document posts; only the document itself is asked. */
const isNegated = (work: Work, definition: AnyDocument, record: LoadedRecord): boolean =>
  work.installed.postings
    .get(definition.name)
    ?.negated(asInput({ ...asDocument(definition, record), settings: work.settings })) === true

/** Lays out documents for paper, in the order they were asked for, and counts that they were printed. */
export const printDocuments = async (
  work: Work,
  definition: AnyDocument,
  ids: readonly string[],
  language: Language,
): Promise<DocumentPaper[]> => {
  const [records, company] = await Promise.all([loadRecords(work.tx, work.company, definition, ids), companyName(work)])
  const found = ids.map((id) => {
    const record = records.get(id)
    if (record === undefined) throw notFound('单据不存在', 'There is no such document')
    return { id, record }
  })
  const [prints, ...parts] = await Promise.all([
    countPrints(work, ids),
    ...found.map(({ record }) =>
      Promise.all([recordReferences(work, definition, record), reversedNumber(work, definition, record)]),
    ),
  ])
  return found.map(({ id, record }, at) => {
    const [references = {}, reversed = null] = parts[at] ?? []
    const negated = isNegated(work, definition, record)
    const printed = prints.get(id) ?? 1
    return documentPaper({ definition, record, references, company, reversed, negated, printed, language }, work)
  })
}
