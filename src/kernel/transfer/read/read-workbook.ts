import type * as Library from '@e965/xlsx'
import type { CellObject, WorkBook, WorkSheet } from '@e965/xlsx'
import { Problem } from '../../definition/problem.ts'
import type { TableRow } from './table-row.ts'
import { refuseBombs } from './unpacked-size.ts'

const mostColumns = 300

const pad = (value: number, digits = 2) => String(value).padStart(digits, '0')

/** A number as a person wrote it: Excel keeps 0.1 + 0.2, and means what 15 digits say. */
const numberText = (value: number): string => {
  const digits = Number(value.toPrecision(15))
  const text = String(digits)
  return text.includes('e') ? digits.toLocaleString('en-US', { useGrouping: false, maximumFractionDigits: 20 }) : text
}

/** A day of Excel, with the time where there is one. */
const dateText = (library: typeof Library, serial: number, since1904: boolean): string => {
  const parsed: unknown = library.SSF.parse_date_code(serial, { date1904: since1904 })
  if (typeof parsed !== 'object' || parsed === null) return numberText(serial)
  const part = (name: string): number => Number(Reflect.get(parsed, name) ?? 0)
  const day = `${pad(part('y'), 4)}-${pad(part('m'))}-${pad(part('d'))}`
  const clock = [part('H'), part('M'), Math.floor(part('S'))]
  return clock.every((one) => one === 0) ? day : `${day}T${clock.map((one) => pad(one)).join(':')}Z`
}

/** How a number is shown decides what it is: a day, a share of a hundred, a code with zeros before it. */
const shownNumber = (library: typeof Library, value: number, format: string, since1904: boolean): string => {
  if (format === 'General' || format === '') return numberText(value)
  if (library.SSF.is_date(format)) return dateText(library, value, since1904)
  if (/^0{2,}$/.test(format)) return numberText(value).padStart(format.length, '0')
  return /%\s*$/.test(format) ? `${numberText(Number((value * 100).toPrecision(12)))}%` : numberText(value)
}

const textOf = (library: typeof Library, cell: CellObject | undefined, since1904: boolean): string => {
  if (cell === undefined || cell.v === undefined || cell.v === null) return ''
  switch (cell.t) {
    case 'n':
      return shownNumber(library, Number(cell.v), String(cell.z ?? ''), since1904)
    case 'b':
      return cell.v === true ? '是' : '否'
    case 'e':
      return '#N/A'
    case 'd':
      return cell.v instanceof Date ? cell.v.toISOString().slice(0, 10) : String(cell.v)
    default:
      return String(cell.v).trim()
  }
}

/** Merged cells say what they say for all of them; a figure is not doubled into columns beside it. */
const fillMerged = (sheet: WorkSheet, rows: string[][]): void => {
  for (const { s: from, e: to } of sheet['!merges'] ?? []) {
    const text = rows[from.r]?.[from.c] ?? ''
    const isFigure = /^-?[\d.,]+%?$/.test(text)
    if (text === '') continue
    for (let row = from.r; row <= Math.min(to.r, rows.length - 1); row += 1) {
      const cells = rows[row]
      if (cells === undefined) continue
      for (let at = from.c; at <= Math.min(isFigure ? from.c : to.c, mostColumns - 1); at += 1) cells[at] = text
    }
  }
}

const rowsOf = (library: typeof Library, name: string, book: WorkBook, most: number): TableRow[] => {
  const sheet = book.Sheets[name]
  const data: unknown = sheet?.['!data']
  if (sheet === undefined || !Array.isArray(data)) return []
  const since1904 = book.Workbook?.WBProps?.date1904 === true
  // Rows that a file leaves out are holes, which `map` would keep.
  const rows = Array.from(data as ((CellObject | undefined)[] | undefined)[], (cells) =>
    Array.from({ length: Math.min(cells?.length ?? 0, mostColumns) }, (_, at) =>
      textOf(library, cells?.[at], since1904),
    ),
  )
  fillMerged(sheet, rows)
  const found: TableRow[] = []
  for (const [index, cells] of rows.entries()) {
    if (found.length > most) break
    const filled = Array.from(cells, (cell) => cell ?? '')
    if (filled.some((cell) => cell !== '')) found.push({ sheet: name, row: index + 1, cells: filled })
  }
  return found
}

/** A sheet of a workbook that is shown, and one that is hidden. */
export interface WorkbookSheet {
  readonly name: string
  readonly hidden: boolean
  readonly rows: readonly TableRow[]
}

/**
 * The sheets of a workbook, old (.xls) or new (.xlsx): texts as they are meant, merged cells filled, rows without anything left
 * out. Throws a Problem for what is no workbook, is locked by a password, or would not fit.
 */
export const readWorkbook = async (bytes: Buffer, most: number): Promise<WorkbookSheet[]> => {
  const isZip = bytes.length > 2 && bytes[0] === 0x50 && bytes[1] === 0x4b
  if (isZip) refuseBombs(bytes)
  // Loaded when it is first asked for: it is large, and a restart must not wait for it.
  const library = await import('@e965/xlsx')
  try {
    const book = library.read(bytes, {
      dense: true,
      cellNF: true,
      cellText: false,
      cellHTML: false,
      cellFormula: false,
      sheetRows: most + 100,
    })
    return book.SheetNames.map((name, at) => ({
      name,
      hidden: (book.Workbook?.Sheets?.[at]?.Hidden ?? 0) !== 0,
      rows: rowsOf(library, name, book, most),
    }))
  } catch (error) {
    const isLocked = error instanceof Error && /password|encrypt/i.test(error.message)
    throw new Problem(
      'invalid',
      isLocked
        ? { zh: '工作簿有密码，请在 Excel 中去掉密码再导入', en: 'The workbook has a password; take it off first' }
        : {
            zh: '无法读取这个 Excel 文件，请在 Excel 中另存为 xlsx 后再试',
            en: 'The workbook cannot be read; save it as xlsx and try again',
          },
    )
  }
}
