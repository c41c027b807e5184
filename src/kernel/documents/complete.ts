import { derive } from '../definition/derive.ts'
import type { DerivableRecord } from '../definition/derive.ts'
import type { FieldProblem } from '../definition/problem.ts'
import type { AnyDocument } from '../definition/record.ts'
import type { Work, WrittenDraft } from '../posting/work.ts'
import { loadReferences, referringOf } from './lookup.ts'

/** A document as it was given, and what is wrong with it so far. */
export interface GivenDraft extends DerivableRecord {
  readonly problems: FieldProblem[]
}

/** Any document's draft: its fields go by names that only its own definition knows. */
const asDraft = (record: DerivableRecord) => record as WrittenDraft
const asRecord = (draft: WrittenDraft) => draft as DerivableRecord

const derivedAll = async (work: Work, definition: AnyDocument, drafts: readonly GivenDraft[]) => {
  const lookup = await loadReferences(
    work,
    drafts.flatMap((each) => referringOf(definition, each)),
  )
  return drafts.map((each) => derive(definition, each, lookup, each.problems, work.settings))
}

/**
 * Documents with what follows from what was typed, and with what only the database knows of them. What rules refuse is
 * added to the problems of each; those are not completed.
 */
export const deriveCompleted = async (
  work: Work,
  definition: AnyDocument,
  drafts: readonly GivenDraft[],
): Promise<DerivableRecord[]> => {
  const derived = await derivedAll(work, definition, drafts)
  const completions = work.installed.completions.get(definition.name) ?? []
  const sound = derived.flatMap((record, index) => (drafts[index]?.problems.length === 0 ? [{ record, index }] : []))
  if (completions.length === 0 || sound.length === 0) return derived
  let completed: readonly WrittenDraft[] = sound.map((each) => asDraft(each.record))
  for (const completion of completions) completed = await completion.complete(completed, work)
  const changed = sound.flatMap(({ record, index }, at) => {
    const now = completed[at]
    if (now === undefined || now === record) return []
    return [{ index, draft: { ...asRecord(now), problems: drafts[index]?.problems ?? [] } }]
  })
  const again = await derivedAll(
    work,
    definition,
    changed.map((each) => each.draft),
  )
  const byIndex = new Map(changed.map((each, at) => [each.index, again[at]]))
  return derived.map((record, index) => byIndex.get(index) ?? record)
}
