import type ExcelJS from 'exceljs'
import { PassThrough } from 'node:stream'
import type { Json } from '../../base/json.ts'
import { textOf } from '../../base/text.ts'
import { versionSheet } from './exported-records.ts'
import { isNumber, numberFormats } from './sheet.ts'
import type { Sheet, SheetColumn, SheetRow } from './sheet.ts'

type Cell = string | number | boolean | Date | null

/** A cell of Excel's own types. What has more digits than its numbers keep stays text, so that nothing is lost. */
const cellOf = (column: SheetColumn, value: Json | undefined): Cell => {
  if (value === null || value === undefined) return null
  if (typeof value === 'boolean') return value ? '是' : '否'
  const text = typeof value === 'object' ? JSON.stringify(value) : String(value)
  if (isNumber(column.kind) && /^-?\d+(\.\d+)?$/.test(text))
    return text.replace(/[-.]/g, '').length <= 15 ? Number(text) : text
  if (column.kind === 'date' && /^\d{4}-\d{2}-\d{2}$/.test(text)) return new Date(`${text}T00:00:00Z`)
  // A string cell is never a formula, whatever it begins with; Excel's own limit is 32,767 characters.
  return text.slice(0, 32_000)
}

const widths: Readonly<Record<string, number>> = {
  date: 12,
  money: 14,
  quantity: 12,
  price: 14,
  integer: 8,
  percent: 10,
  boolean: 8,
  month: 10,
  text: 18,
}

const letter = (index: number): string =>
  (index < 26 ? '' : letter(Math.floor(index / 26) - 1)) + String.fromCharCode(65 + (index % 26))

/** The totals as formulas over the rows above, with the values they have now. */
const totalCells = (sheet: Sheet, totals: SheetRow, first: number, last: number) =>
  sheet.columns.map((column, index) => {
    const value = cellOf(column, totals[column.name])
    if (index === 0) return '合计'
    if (!column.total || typeof value !== 'number') return value
    return last < first
      ? value
      : { formula: `SUBTOTAL(9,${letter(index)}${first}:${letter(index)}${last})`, result: value }
  })

/** What an import later tells apart by: what was changed in the workbook, and what others changed since. */
const writeVersions = (
  workbook: ExcelJS.stream.xlsx.WorkbookWriter,
  type: string,
  versions: readonly (readonly [string, number])[],
): void => {
  const page = workbook.addWorksheet(versionSheet, { state: 'veryHidden' })
  page.addRow(['id', type]).commit()
  for (const [id, version] of versions) page.addRow([id, version]).commit()
  page.commit()
}

const writeSheet = async (sheet: Sheet, out: PassThrough): Promise<void> => {
  // Loaded when it is first asked for: it is large, and a restart must not wait for it.
  const { default: library } = await import('exceljs')
  const workbook = new library.stream.xlsx.WorkbookWriter({ stream: out, useStyles: true })
  const page = workbook.addWorksheet(sheet.title.replace(/[\\/?*:[\]]/g, ' ').slice(0, 31) || 'Sheet1', {
    views: [{ state: 'frozen', ySplit: sheet.notes.length === 0 ? 1 : sheet.notes.length + 2 }],
  })
  page.columns = sheet.columns.map((column) => ({
    width: column.width ?? widths[column.kind] ?? 14,
    style: { numFmt: numberFormats[column.kind] },
  }))
  if (sheet.notes.length > 0) {
    for (const note of [sheet.title, ...sheet.notes]) page.addRow([note]).commit()
  }
  const head = page.addRow(
    sheet.columns.map((column) => (column.group === undefined ? column.label : `${column.group} ${column.label}`)),
  )
  head.font = { bold: true }
  head.commit()
  let count = head.number
  const versions: [string, number][] = []
  for await (const row of sheet.rows) {
    if (sheet.recordsOf !== undefined) versions.push([textOf(row['id']), Number(row['version'])])
    page.addRow(sheet.columns.map((column) => cellOf(column, row[column.name]))).commit()
    count += 1
    // Lets the reader keep pace, and the server answer others.
    if (count % 500 === 0 && out.writableLength > 1_000_000) await new Promise((drained) => out.once('drain', drained))
  }
  if (sheet.totals !== undefined) {
    const foot = page.addRow(totalCells(sheet, sheet.totals, head.number + 1, count))
    foot.font = { bold: true }
    foot.commit()
  }
  page.commit()
  if (sheet.recordsOf !== undefined) writeVersions(workbook, sheet.recordsOf, versions)
  await workbook.commit()
}

/** A table as an Excel workbook, written while it is read. */
export const writeXlsx = (sheet: Sheet): PassThrough => {
  const out = new PassThrough()
  writeSheet(sheet, out).catch((error: unknown) =>
    out.destroy(error instanceof Error ? error : new Error(String(error))),
  )
  return out
}
