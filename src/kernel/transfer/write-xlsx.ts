import type { Readable } from 'node:stream'
import type { Json } from '../../base/json.ts'
import { textOf } from '../../base/text.ts'
import { versionSheet } from './exported-records.ts'
import { isNumber } from './sheet.ts'
import type { Sheet, SheetColumn, SheetRow } from './sheet.ts'
import { writeZip } from './write-zip.ts'
import { packageParts, sheetBegin, sheetEnd, sheetPath, styleOf, xmlText } from './xlsx-parts.ts'

interface Formula {
  readonly formula: string
  readonly result: number
}

/** A day as Excel counts them: from the last of 1899, with the 29th of February 1900 that never was. */
interface Day {
  readonly serial: number
}

type Cell = string | number | Day | Formula | null

const numeral = /^-?\d+(\.\d+)?$/
const day = /^\d{4}-\d{2}-\d{2}$/

/** A cell of Excel's own types. What has more digits than its numbers keep stays text, so that nothing is lost. */
const cellOf = (column: SheetColumn, value: Json | undefined): Cell => {
  if (value === null || value === undefined) return null
  if (typeof value === 'boolean') return value ? '是' : '否'
  const text = typeof value === 'object' ? JSON.stringify(value) : String(value)
  if (isNumber(column.kind) && numeral.test(text)) return text.replace(/[-.]/g, '').length <= 15 ? Number(text) : text
  if (column.kind === 'date' && day.test(text)) return { serial: Date.parse(`${text}T00:00:00Z`) / 86_400_000 + 25_569 }
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

const cellXml = (place: string, style: number, cell: Cell): string => {
  if (cell === null || cell === '') return ''
  const open = `<c r="${place}"${style === 0 ? '' : ` s="${style}"`}`
  if (typeof cell === 'number') return `${open}><v>${cell}</v></c>`
  if (typeof cell === 'string') return `${open} t="inlineStr"><is><t xml:space="preserve">${xmlText(cell)}</t></is></c>`
  return 'serial' in cell
    ? `${open}><v>${cell.serial}</v></c>`
    : `${open}><f>${cell.formula}</f><v>${cell.result}</v></c>`
}

const rowXml = (
  number: number,
  letters: readonly string[],
  styles: readonly number[],
  cells: readonly Cell[],
): string => {
  let text = `<row r="${number}">`
  for (const [index, cell] of cells.entries())
    text += cellXml(`${letters[index] ?? letter(index)}${number}`, styles[index] ?? 0, cell)
  return `${text}</row>`
}

/** The totals as formulas over the rows above, with the values they have now. */
const totalCells = (sheet: Sheet, totals: SheetRow, first: number, last: number): Cell[] =>
  sheet.columns.map((column, index) => {
    const value = cellOf(column, totals[column.name])
    if (index === 0) return '合计'
    if (!column.total || typeof value !== 'number') return value
    return last < first
      ? value
      : { formula: `SUBTOTAL(9,${letter(index)}${first}:${letter(index)}${last})`, result: value }
  })

/** Rows that are handed on together: enough to be worth it, few enough that others are answered in between. */
const pieceRows = 200
const nextTurn = () => new Promise<void>((turn) => setImmediate(turn))

type Versions = [string, number][]

async function* tableXml(sheet: Sheet, versions: Versions): AsyncGenerator<string> {
  const { columns } = sheet
  const letters = columns.map((_, index) => letter(index))
  const styles = columns.map((column) => styleOf(column.kind, false))
  const notes = sheet.notes.length === 0 ? [] : [sheet.title, ...sheet.notes]
  yield sheetBegin(
    notes.length + 1,
    columns.map((column, index) => ({ width: column.width ?? widths[column.kind] ?? 14, style: styles[index] ?? 0 })),
  )
  for (const [index, note] of notes.entries()) yield rowXml(index + 1, letters, [], [note])
  const heads = columns.map((column) => (column.group === undefined ? column.label : `${column.group} ${column.label}`))
  const headRow = notes.length + 1
  const bold = styleOf(undefined, true)
  yield rowXml(
    headRow,
    letters,
    heads.map(() => bold),
    heads,
  )
  let count = headRow
  let piece = ''
  for await (const row of sheet.rows) {
    if (sheet.recordsOf !== undefined) versions.push([textOf(row['id']), Number(row['version'])])
    count += 1
    const cells = columns.map((column) => cellOf(column, row[column.name]))
    piece += rowXml(count, letters, styles, cells)
    if (count % pieceRows !== 0) continue
    yield piece
    piece = ''
    await nextTurn()
  }
  yield piece
  if (sheet.totals !== undefined) {
    const strong = columns.map((column, index) => styleOf(index === 0 ? undefined : column.kind, true))
    yield rowXml(count + 1, letters, strong, totalCells(sheet, sheet.totals, headRow + 1, count))
  }
  yield sheetEnd
}

/** What an import later tells apart by: what was changed in the workbook, and what others changed since. */
async function* versionsXml(type: string, versions: Versions): AsyncGenerator<string> {
  const letters = ['A', 'B']
  yield sheetBegin(0, []) + rowXml(1, letters, [], ['id', type])
  for (let at = 0; at < versions.length; at += pieceRows) {
    const some = versions.slice(at, at + pieceRows)
    yield some.map((cells, index) => rowXml(at + index + 2, letters, [], cells)).join('')
    await nextTurn()
  }
  yield sheetEnd
}

/** A table as an Excel workbook, written while it is read. */
export const writeXlsx = (sheet: Sheet): Readable => {
  const name = sheet.title.replace(/[\\/?*:[\]]/g, ' ').slice(0, 31) || 'Sheet1'
  const versions: Versions = []
  const sheets = [
    { name, hidden: false, content: tableXml(sheet, versions) },
    ...(sheet.recordsOf === undefined
      ? []
      : [{ name: versionSheet, hidden: true, content: versionsXml(sheet.recordsOf, versions) }]),
  ]
  return writeZip([
    ...packageParts(sheets).map(([path, text]) => ({ name: path, content: [text] })),
    ...sheets.map(({ content }, index) => ({ name: sheetPath(index), content })),
  ])
}
