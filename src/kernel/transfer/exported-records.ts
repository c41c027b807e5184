import { isUuid } from '../../base/id.ts'
import type { ExportedRecord } from './difference.ts'
import type { TableFile } from './read-table.ts'

/** The hidden sheet of an exported list: which records it shows, in which versions. */
export const versionSheet = '_suanpan'

/** What an exported workbook remembers of its records, of the type that is imported; nothing of any other file. */
export const exportedIn = (file: TableFile, type: string): Map<string, ExportedRecord> => {
  const rows = file.hidden.get(versionSheet) ?? []
  if (rows[0]?.cells[1] !== type) return new Map()
  return new Map(
    rows.slice(1).flatMap(({ cells }) => {
      const [id = '', version = ''] = cells
      return isUuid(id) && /^\d{1,9}$/.test(version) ? [[id, { id, version: Number(version) }] as const] : []
    }),
  )
}
