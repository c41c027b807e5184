import type { AnyDocument } from '../../../kernel/definition/record.ts'
import { postDocument } from '../../../kernel/documents/actions.ts'
import { createDocument } from '../../../kernel/documents/documents.ts'
import type { JsonObject } from '../../../kernel/documents/draft.ts'
import type { Work } from '../../../kernel/posting/work.ts'

/** Creates and posts a document that the product writes of its own accord; answers its id. */
export const makeDocument = async (work: Work, definition: AnyDocument, input: JsonObject): Promise<string> => {
  const record = await postDocument(work, definition, await createDocument(work, definition, input))
  return String(record.header['id'])
}
