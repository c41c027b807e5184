import { Problem } from '../definition/problem.ts'
import type { ContentType } from '../files/content-type.ts'
import { decodeText, separatedRows } from './read/read-separated.ts'
import { readWorkbook } from './read/read-workbook.ts'
import type { TableRow } from './read/table-row.ts'

export type { TableRow } from './read/table-row.ts'

/** A file of tables: the sheet that is read, those it may be read instead, and what stands on hidden ones. */
export interface TableFile {
  readonly rows: readonly TableRow[]
  readonly sheets: readonly string[]
  readonly hidden: ReadonlyMap<string, readonly TableRow[]>
}

/** More than this is several imports. */
export const mostRows = 200_000

const workbookTypes: ReadonlySet<ContentType> = new Set<ContentType>([
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  'application/vnd.ms-excel',
])

const oneSheet = (rows: readonly TableRow[]): TableFile => ({ rows, sheets: ['csv'], hidden: new Map() })

const sheetsOf = async (bytes: Buffer, wanted: string | undefined): Promise<TableFile> => {
  const all = await readWorkbook(bytes, mostRows)
  const shown = all.filter((sheet) => !sheet.hidden && sheet.rows.length > 0)
  const chosen = shown.find((sheet) => sheet.name === wanted) ?? shown[0]
  return {
    rows: chosen?.rows ?? [],
    sheets: shown.map((sheet) => sheet.name),
    hidden: new Map(all.filter((sheet) => sheet.hidden).map((sheet) => [sheet.name, sheet.rows])),
  }
}

/**
 * Reads a workbook (xlsx, xls) or separated text, by its content: the sheet that is wanted, else the first that holds anything.
 * Throws a Problem for other files and for more rows than one import takes.
 */
export const readTableFile = async (bytes: Buffer, contentType: ContentType, sheet?: string): Promise<TableFile> => {
  if (!workbookTypes.has(contentType) && contentType !== 'text/plain') {
    throw new Problem('invalid', {
      zh: '只能导入 Excel（xlsx、xls）或 csv、txt 文件',
      en: 'Only Excel workbooks (xlsx, xls) and separated text can be imported',
    })
  }
  const file = workbookTypes.has(contentType)
    ? await sheetsOf(bytes, sheet)
    : oneSheet(separatedRows(decodeText(bytes), mostRows))
  if (file.rows.length > mostRows)
    throw new Problem('tooLarge', { zh: `最多导入 ${mostRows} 行`, en: `At most ${mostRows} rows can be imported` })
  return file
}

/** Takes separated text apart, quotes and line breaks in cells included. */
export const readSeparated = (text: string): TableRow[] => separatedRows(text, mostRows)

/** The rows of the first sheet of a workbook, or of separated text; empty ones left out. */
export const readTable = async (bytes: Buffer, isWorkbook: boolean): Promise<readonly TableRow[]> =>
  (await readTableFile(bytes, isWorkbook ? 'application/vnd.ms-excel' : 'text/plain')).rows
