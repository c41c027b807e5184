import type { AnyDocument } from '../definition/record.ts'
import { initialValues } from '../definition/derive.ts'
import type { Proposed, Work } from '../posting/work.ts'
import { findDocument } from './documents.ts'
import { headerFields, readDraft } from './draft.ts'
import type { JsonObject } from './draft.ts'
import { proposalsFor } from './propose.ts'

/** What would be proposed for a draft if it were saved as it stands; nothing is written, and what cannot be read is left out. */
export const previewProposals = async (work: Work, definition: AnyDocument, input: JsonObject): Promise<Proposed> => {
  const { id } = input
  const before = typeof id === 'string' ? await findDocument(work, definition, id) : undefined
  const read = await readDraft(work, definition, input)
  const today = work.clock.today(String(work.settings['zone'] ?? 'Asia/Shanghai'))
  const initial = { date: today, ...initialValues(headerFields(definition), today) }
  const draft = { header: { ...initial, ...before?.header, ...read.header }, tables: read.tables, problems: [] }
  const [proposed] = await proposalsFor(work, definition, [draft], before?.tables['lines'])
  return proposed ?? { lines: [] }
}
