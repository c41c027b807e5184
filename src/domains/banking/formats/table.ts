import { readSeparated } from '../../../kernel/transfer/read-table.ts'
import type { TableRow } from '../../../kernel/transfer/read-table.ts'

/** A file's table: what stands before the heading, the heading, and the rows under it. */
export interface StatementTable {
  readonly preamble: readonly string[]
  readonly heading: readonly string[]
  readonly rows: readonly TableRow[]
}

/** Words of which a heading has several, and no other line more than one or two. */
const headingWords =
  /日期|时间|金额|余额|摘要|对方|对手|户名|账号|卡号|流水号|订单号|交易单号|用途|附言|收\/支|发生额|借方|贷方|收入|支出|币种|币别|货币|备注|类型|date|amount|balance|description|debit|credit|reference|payee/i

const wordsOf = (cells: readonly string[]) => cells.filter((cell) => cell.length < 24 && headingWords.test(cell)).length

const isHeading = (cells: readonly string[]): boolean => {
  const filled = cells.filter((cell) => cell !== '')
  return filled.length >= 4 && wordsOf(filled) >= 3 && wordsOf(filled) * 2 >= filled.length
}

/** Cells of a single line, roughly: enough to know a heading by. */
const roughCells = (line: string): string[] => line.split(/[,;\t|]/).map((cell) => cell.replace(/"/g, '').trim())

/** How far down a heading may stand. */
const mostPreamble = 60

/** The table in a text, or null where no line looks like a heading. */
export const tableOfText = (text: string): StatementTable | null => {
  const lines = text.split(/\r\n|\r|\n/)
  const at = lines.slice(0, mostPreamble).findIndex((line) => isHeading(roughCells(line)))
  if (at < 0) return null
  const [heading, ...rows] = readSeparated(lines.slice(at).join('\n'))
  return {
    preamble: lines.slice(0, at).filter((line) => line.trim() !== ''),
    heading: (heading?.cells ?? []).map(plainHead),
    rows: rows.map((row) => ({ ...row, row: row.row + at })),
  }
}

/** The table on a sheet, found the same way. */
export const tableOfSheet = (rows: readonly TableRow[]): StatementTable | null => {
  const at = rows.slice(0, mostPreamble).findIndex((row) => isHeading(row.cells))
  const heading = rows[at]
  if (heading === undefined) return null
  return {
    preamble: rows.slice(0, at).map((row) => row.cells.filter((cell) => cell !== '').join(' ')),
    heading: heading.cells.map(plainHead),
    rows: rows.slice(at + 1),
  }
}

/** A heading as it is compared: one width, without spaces and the unit. */
export const plainHead = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/\s/g, '')
    .replace(/\((元|CNY|RMB)\)$/i, '')

/** What a heading is known by again, whatever the order of its columns. */
export const fingerprintOf = (heading: readonly string[]): string =>
  heading
    .filter((head) => head !== '')
    .toSorted()
    .join('|')
    .slice(0, 400)

/** The text of a row by its heading. */
export const cellsOf = (table: StatementTable, row: TableRow): ReadonlyMap<string, string> => {
  const cells = new Map<string, string>()
  for (const [index, head] of table.heading.entries()) if (!cells.has(head)) cells.set(head, row.cells[index] ?? '')
  return cells
}
