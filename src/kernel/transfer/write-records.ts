import { Problem } from '../definition/problem.ts'
import type { AnyDocument, AnyEntity } from '../definition/record.ts'
import { actOn } from '../documents/actions.ts'
import { checkNewDocuments, createDocuments } from '../documents/documents.ts'
import { checkNewEntities, createEntities, updateEntity } from '../documents/entities.ts'
import { refuseOutOfScope } from '../documents/in-scope.ts'
import type { JsonObject } from '../documents/draft.ts'
import type { LoadedRecord } from '../documents/load.ts'
import type { Work } from '../posting/work.ts'
import type { ImportRecord } from './read-records.ts'

/** A record as it is to be written. */
export interface ToWrite {
  readonly record: ImportRecord
  readonly input: JsonObject
  /** Of one that is there: which. */
  readonly id: string | undefined
}

/** What was written, or why not. */
export interface Written {
  readonly from: ImportRecord
  readonly result: LoadedRecord | Problem
  readonly isNew: boolean
}

const problemIn = (error: unknown): Problem => {
  if (error instanceof Problem) return error
  throw error
}

const changeOne = (work: Work, definition: AnyEntity, id: string, input: JsonObject): Promise<LoadedRecord | Problem> =>
  updateEntity(work, definition, id, input).catch(problemIn)

const inScope = async (
  work: Work,
  definition: AnyEntity | AnyDocument,
  result: LoadedRecord | Problem,
  isNew: boolean,
): Promise<LoadedRecord | Problem> => {
  if (result instanceof Problem || work.actor.scope === undefined) return result
  return refuseOutOfScope(work, definition, result, isNew).then(() => result, problemIn)
}

/** Creates what is new, all together, and changes what is there. With `keep` false, what can be checked without writing is. */
export const writeRecords = async (
  work: Work,
  definition: AnyEntity | AnyDocument,
  records: readonly ToWrite[],
  keep: boolean,
): Promise<Written[]> => {
  const fresh = records.filter((each) => each.id === undefined)
  const inputs = fresh.map((each) => each.input)
  // Whoever sees a part of the rows alone is asked about rows that are written.
  const writes = keep || work.actor.scope !== undefined
  const created =
    definition.sort === 'document'
      ? await (writes ? createDocuments : checkNewDocuments)(work, definition, inputs)
      : writes
        ? // What the file and the records say twice was found before.
          await createEntities(work, definition, inputs, undefined, true)
        : await checkNewEntities(work, definition, inputs)
  const written: Written[] = []
  for (const [index, { record: from }] of fresh.entries()) {
    const result = created[index]
    if (result !== undefined) written.push({ from, result: await inScope(work, definition, result, true), isNew: true })
  }
  if (definition.sort === 'document') return written
  for (const { record: from, id, input } of records) {
    if (id === undefined) continue
    const result = await changeOne(work, definition, id, input)
    written.push({ from, result: await inScope(work, definition, result, false), isNew: false })
  }
  return written
}

/** Posts documents one after another: each sees the stock that the one before left. Stops at the first that is refused. */
export const postRecords = async (
  work: Work,
  definition: AnyDocument,
  written: readonly Written[],
): Promise<{ readonly from: ImportRecord; readonly problem: Problem } | undefined> => {
  for (const { from, result } of written) {
    if (result instanceof Problem) continue
    const refusal = await actOn(work, definition, result, 'post', {})
      .then(() => work.tx.held())
      .then(() => undefined, problemIn)
    if (refusal !== undefined) return { from, problem: refusal }
  }
  return undefined
}
