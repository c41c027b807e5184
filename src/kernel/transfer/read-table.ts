import type ExcelJS from 'exceljs'
import { Problem } from '../definition/problem.ts'

/** A row as it stands in a file: where it is, and the text of its cells. */
export interface TableRow {
  readonly sheet: string
  /** As the spreadsheet counts: the first row is 1. */
  readonly row: number
  readonly cells: readonly string[]
}

/** More than this is several imports. */
export const mostRows = 200_000
const mostUnpackedBytes = 300 * 1024 * 1024

const tooLarge = () => new Problem('tooLarge', { zh: '文件解开后过大', en: 'The file is too large when unpacked' })

/** What the entries of a zip come to when unpacked, by its own directory. */
const unpackedSize = (bytes: Buffer): number => {
  let total = 0
  for (
    let at = bytes.indexOf('PK\u0001\u0002', 0, 'latin1');
    at >= 0 && at + 46 <= bytes.length;
    at = bytes.indexOf('PK\u0001\u0002', at + 46, 'latin1')
  ) {
    total += bytes.readUInt32LE(at + 24)
  }
  return total
}

const pad = (value: number) => String(value).padStart(2, '0')

const dateText = (value: Date): string => {
  const day = `${value.getUTCFullYear()}-${pad(value.getUTCMonth() + 1)}-${pad(value.getUTCDate())}`
  const isMidnight = value.getUTCHours() + value.getUTCMinutes() + value.getUTCSeconds() === 0
  return isMidnight
    ? day
    : `${day}T${pad(value.getUTCHours())}:${pad(value.getUTCMinutes())}:${pad(value.getUTCSeconds())}Z`
}

/** A number as a person wrote it: Excel keeps 0.1 + 0.2, and means what 15 digits say. */
const numberText = (value: number): string => {
  const digits = Number(value.toPrecision(15))
  const text = String(digits)
  return text.includes('e') ? digits.toLocaleString('en-US', { useGrouping: false, maximumFractionDigits: 20 }) : text
}

const cellText = (value: ExcelJS.CellValue): string => {
  if (value === null || value === undefined) return ''
  if (typeof value === 'number') return numberText(value)
  if (typeof value === 'boolean') return value ? '是' : '否'
  if (value instanceof Date) return dateText(value)
  if (typeof value === 'string') return value
  if ('richText' in value) return value.richText.map((part) => part.text).join('')
  if ('result' in value) return cellText(value.result)
  if ('text' in value) return cellText(value.text)
  return ''
}

const readWorkbook = async (bytes: Buffer): Promise<TableRow[]> => {
  if (unpackedSize(bytes) > mostUnpackedBytes) throw tooLarge()
  // Loaded when it is first asked for: it is large, and a restart must not wait for it.
  const { default: excel } = await import('exceljs')
  const workbook = new excel.Workbook()
  try {
    const copy = new ArrayBuffer(bytes.byteLength)
    new Uint8Array(copy).set(bytes)
    await workbook.xlsx.load(copy)
  } catch {
    throw new Problem('invalid', {
      zh: '无法读取这个 Excel 文件，请另存为 xlsx 后再试',
      en: 'The workbook cannot be read; save it as xlsx and try again',
    })
  }
  const page = workbook.worksheets[0]
  const rows: TableRow[] = []
  page?.eachRow({ includeEmpty: false }, (row, number) => {
    if (rows.length > mostRows) return
    const cells = Array.from({ length: Math.min(row.cellCount, 300) }, (_, index) =>
      cellText(row.getCell(index + 1).value).trim(),
    )
    if (cells.some((cell) => cell !== '')) rows.push({ sheet: page.name, row: number, cells })
  })
  return rows
}

/** Text in UTF-8, or in GB18030, as Excel in China saves it. */
const decoded = (bytes: Buffer): string => {
  for (const encoding of ['utf-8', 'gb18030']) {
    try {
      return new TextDecoder(encoding, { fatal: true }).decode(bytes)
    } catch {
      // The next one may fit.
    }
  }
  throw new Problem('invalid', { zh: '文件编码应为 UTF-8 或 GBK', en: 'The file must be in UTF-8 or GBK' })
}

/** Takes comma, semicolon or tab separated text apart, quotes and line breaks in cells included. */
export const readSeparated = (text: string): TableRow[] => {
  const firstLine = text.slice(0, text.search(/\r|\n|$/))
  const separator =
    ['\t', ';', ','].toSorted((one, other) => firstLine.split(other).length - firstLine.split(one).length)[0] ?? ','
  const rows: TableRow[] = []
  let cells: string[] = []
  let cell = ''
  let quoted = false
  let number = 1
  const endCell = () => {
    // The apostrophe that kept text from being a formula goes again.
    cells.push(/^'[=+\-@]/.test(cell) ? cell.slice(1) : cell.trim())
    cell = ''
  }
  const endRow = () => {
    endCell()
    if (cells.some((one) => one !== '')) rows.push({ sheet: 'csv', row: number, cells })
    cells = []
    number += 1
  }
  for (let at = 0; at < text.length && rows.length <= mostRows; at += 1) {
    const sign = text[at]
    if (quoted) {
      if (sign === '"' && text[at + 1] === '"') {
        cell += '"'
        at += 1
      } else if (sign === '"') quoted = false
      else cell += sign
    } else if (sign === '"' && cell === '') quoted = true
    else if (sign === separator) endCell()
    else if (sign === '\n') endRow()
    else if (sign !== '\r') cell += sign
  }
  if (cell !== '' || cells.length > 0) endRow()
  return rows
}

/** The rows of the first sheet of a workbook, or of a comma separated file; empty ones left out. */
export const readTable = async (bytes: Buffer, isWorkbook: boolean): Promise<TableRow[]> => {
  const rows = isWorkbook ? await readWorkbook(bytes) : readSeparated(decoded(bytes).replace(/^\uFEFF/, ''))
  if (rows.length > mostRows)
    throw new Problem('tooLarge', { zh: `最多导入 ${mostRows} 行`, en: `At most ${mostRows} rows can be imported` })
  return rows
}
