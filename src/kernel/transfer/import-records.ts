import type { Json } from '../../base/json.ts'
import type { FieldProblem } from '../definition/problem.ts'
import type { AnyDocument, AnyEntity } from '../definition/record.ts'
import type { JsonObject } from '../documents/draft.ts'
import type { ImportColumn, ImportHead } from './import-columns.ts'
import type { TableRow } from './read-table.ts'

/** A record as a file says it, and where. */
export interface ImportRecord {
  readonly input: JsonObject
  /** The row of the head, and of each line. */
  readonly rows: readonly TableRow[]
}

/** What is wrong with a cell of a file. */
export interface CellProblem {
  readonly sheet: string
  readonly row: number
  /** The head's text, or nothing where the row as a whole is at fault. */
  readonly column: string | null
  readonly message: { readonly zh: string; readonly en: string }
}

const valuesIn = (head: ImportHead, row: TableRow, part: ImportColumn['part']): Record<string, Json> =>
  Object.fromEntries(
    head.columns.flatMap((column, index) => {
      const cell = row.cells[index] ?? ''
      return column?.part === part && column.isKey !== true && cell !== '' ? [[column.name, cell]] : []
    }),
  )

const keyIn = (head: ImportHead, row: TableRow): string => {
  const index = head.columns.findIndex((column) => column?.isKey === true)
  return index < 0 ? '' : (row.cells[index] ?? '')
}

const documentOf = (head: ImportHead, rows: readonly TableRow[]): ImportRecord => {
  const first = rows[0]
  const header = first === undefined ? {} : valuesIn(head, first, 'header')
  return { input: { ...header, lines: rows.map((row) => valuesIn(head, row, 'lines')) }, rows }
}

/** Rows as records: one each for entities; for documents, rows of one key together, an empty key going with the row above. */
export const recordsIn = (
  definition: AnyEntity | AnyDocument,
  head: ImportHead,
  rows: readonly TableRow[],
): ImportRecord[] => {
  const body = rows.slice(head.at + 1)
  if (definition.sort === 'entity') return body.map((row) => ({ input: valuesIn(head, row, 'header'), rows: [row] }))
  const hasKey = head.columns.some((column) => column?.isKey === true)
  const groups = new Map<string, TableRow[]>()
  let last = ''
  for (const [index, row] of body.entries()) {
    const key = hasKey ? keyIn(head, row) || last : String(index)
    last = key
    groups.set(key, [...(groups.get(key) ?? []), row])
  }
  return [...groups.values()].map((group) => documentOf(head, group))
}

const headText = (head: ImportHead, headRow: TableRow | undefined, part: string, name: string): string | null => {
  const index = head.columns.findIndex((column) => column?.part === part && column.name === name)
  return index < 0 ? null : (headRow?.cells[index] ?? null)
}

/** Where in the file a problem of a record stands: `lines.2.quantity` is the third row of the group. */
export const placeProblem = (
  head: ImportHead,
  headRow: TableRow | undefined,
  record: ImportRecord,
  problem: FieldProblem,
): CellProblem => {
  const line = /^lines\.(\d+)\.(\w+)$/.exec(problem.path)
  const row = record.rows[line === null ? 0 : Number(line[1])] ?? record.rows[0]
  const column =
    line === null ? headText(head, headRow, 'header', problem.path) : headText(head, headRow, 'lines', line[2] ?? '')
  return { sheet: row?.sheet ?? '', row: row?.row ?? 0, column, message: problem.message }
}
