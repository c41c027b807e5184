import { Readable } from 'node:stream'
import type { Json } from '../../base/json.ts'
import { isNumber } from './sheet.ts'
import type { Sheet, SheetColumn, SheetRow } from './sheet.ts'

/** Text that a spreadsheet would take for a formula begins with an apostrophe instead: it is shown, never run. */
export const withoutFormula = (text: string): string => (/^[=+\-@\t\r]/.test(text) ? `'${text}` : text)

const plain = (column: SheetColumn, value: Json | undefined): string => {
  if (value === null || value === undefined) return ''
  if (typeof value === 'boolean') return value ? '是' : '否'
  const text = typeof value === 'object' ? JSON.stringify(value) : String(value)
  return isNumber(column.kind) && /^-?\d+(\.\d+)?$/.test(text) ? text : withoutFormula(text)
}

const quoted = (text: string): string => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)

const line = (cells: readonly string[]) => `${cells.map(quoted).join(',')}\r\n`

async function* lines(sheet: Sheet): AsyncGenerator<string> {
  // The mark by which Excel knows UTF-8.
  yield `\uFEFF${line(sheet.columns.map((column) => withoutFormula(column.label)))}`
  const rowLine = (row: SheetRow) => line(sheet.columns.map((column) => plain(column, row[column.name])))
  for await (const row of sheet.rows) yield rowLine(row)
  if (sheet.totals !== undefined) yield rowLine({ ...sheet.totals, [sheet.columns[0]?.name ?? '']: '合计' })
}

/** A table as comma separated text, as it is asked for. */
export const writeCsv = (sheet: Sheet): Readable => Readable.from(lines(sheet))
