import { snake } from '../../../kernel/definition/define.ts'
import type { AnyDocument } from '../../../kernel/definition/record.ts'
import type { Work } from '../../../kernel/posting/work.ts'

/** What entries' documents are called, and whom they are with. */
export interface DocumentHead {
  readonly number: string
  readonly party: string | null
}

/** The field of a document's head that names whom it is with. */
const partyField = (definition: AnyDocument): string | undefined =>
  Object.entries(definition.header).find(([, field]) => field.kind === 'ref' && field.target?.name === 'party')?.[0]

/** The heads of documents by id, whatever their types: one question a type. */
export const headsOf = async (
  work: Work,
  documents: readonly { readonly type: string; readonly id: string }[],
): Promise<Map<string, DocumentHead>> => {
  const found = await Promise.all(
    [...Map.groupBy(documents, (one) => one.type)].map(async ([type, some]) => {
      const definition = work.installed.catalogue.documents.get(type)
      if (definition === undefined) return []
      const field = partyField(definition)
      return work.tx.rows<DocumentHead & { readonly id: string }>(
        `select id, number, ${field === undefined ? 'null::uuid' : snake(field)} as party from ${snake(type)}
         where company_id = $1 and id = any($2::uuid[])`,
        [work.company, [...new Set(some.map((one) => one.id))]],
      )
    }),
  )
  return new Map(found.flat().map((row) => [row.id, row]))
}
