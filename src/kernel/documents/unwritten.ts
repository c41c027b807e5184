import type { AnyDocument } from '../definition/record.ts'
import type { Work } from '../posting/work.ts'
import type { LoadedRecord } from './load.ts'
import { lineTableOf, tableOf } from './storage.ts'

/** The heads of documents whose rows are not written yet, by transaction and id. */
const unwritten = new WeakMap<Work['tx'], Map<string, LoadedRecord>>()

/**
 * Writes a new document as late as possible: a document that is posted as it is made changes once more, and its row would be
 * written twice, with every index. Whoever asks for its tables before finds it.
 */
export const writeLater = (
  work: Work,
  definition: AnyDocument,
  record: LoadedRecord,
  write: (record: LoadedRecord) => void,
): void => {
  const id = String(record.header['id'])
  const waiting = unwritten.get(work.tx) ?? new Map<string, LoadedRecord>()
  unwritten.set(work.tx, waiting)
  waiting.set(id, record)
  const lines = Object.keys(definition.tables).map((name) => lineTableOf(definition, name).name)
  work.tx.holdBack([tableOf(definition).name, ...lines], () => {
    const last = waiting.get(id) ?? record
    waiting.delete(id)
    write(last)
  })
}

/** Changes the head of a document that is not written yet, and lets it be written; false where it is written already. */
export const changeUnwritten = (work: Work, id: string, changes: Readonly<Record<string, unknown>>): boolean => {
  const waiting = unwritten.get(work.tx)
  const record = waiting?.get(id)
  if (waiting === undefined || record === undefined) return false
  waiting.set(id, { ...record, header: { ...record.header, ...changes } })
  work.tx.letGo()
  return true
}
