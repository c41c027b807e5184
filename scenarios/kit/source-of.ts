import type { LoadedRecord } from '../../src/kernel/documents/load.ts'

/** Names a line of a document as the source of another's: what a person picks under 选单. */
export const sourceOf = (type: string, record: LoadedRecord, index = 0) => ({
  type,
  document: String(record.header['id']),
  line: String(record.tables['lines']?.[index]?.['id']),
})
