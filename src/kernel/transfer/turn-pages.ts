import { sumOfTexts } from '../../base/fixed-point.ts'
import type { SheetColumn, SheetRow } from './sheet.ts'

const textOf = (value: SheetRow[string]): string =>
  typeof value === 'string' || typeof value === 'number' ? String(value) : '0'

/** What is carried over from one page to the next: sums since the last subtotal, and what stood last. */
const carried = (columns: readonly SheetColumn[], rows: readonly SheetRow[], label: string): SheetRow => {
  const since = rows.findLastIndex((row) => row['rowKind'] === 'subtotal') + 1
  const open = rows.slice(since).filter((row) => row['rowKind'] === undefined)
  const word = columns.find((column) => column.name === 'summary') ?? columns.find((column) => column.kind === 'text')
  const cells = columns.flatMap((column) => {
    if (column.turned === 'sum') {
      const filled = open.filter((row) => row[column.name] !== null && row[column.name] !== undefined)
      return filled.length === 0
        ? []
        : [[column.name, sumOfTexts(filled.map((row) => textOf(row[column.name])))] as const]
    }
    if (column.turned !== 'last') return []
    const last = rows.findLast((row) => row[column.name] !== null && row[column.name] !== undefined)
    return last === undefined ? [] : [[column.name, last[column.name]] as const]
  })
  return { ...Object.fromEntries(cells), ...(word === undefined ? {} : { [word.name]: label }), rowKind: 'subtotal' }
}

/**
 * The rows of a book page by page, as books are kept on paper: every page but the last ends with 过次页, every page but the first
 * begins with 承前页, which say the same. A table without columns that are carried over is one page.
 */
export const turnPages = (
  columns: readonly SheetColumn[],
  rows: readonly SheetRow[],
  rowsOnPage: number,
): readonly (readonly SheetRow[])[] => {
  if (!columns.some((column) => column.turned !== undefined) || rows.length <= rowsOnPage) return [rows]
  const pages: SheetRow[][] = []
  let at = 0
  while (at < rows.length) {
    const first = at === 0 ? [] : [carried(columns, rows.slice(0, at), '承前页')]
    const isLast = rows.length - at <= rowsOnPage - first.length
    const room = rowsOnPage - first.length - (isLast ? 0 : 1)
    const own = rows.slice(at, at + room)
    at += own.length
    pages.push([...first, ...own, ...(isLast ? [] : [carried(columns, rows.slice(0, at), '过次页')])])
  }
  return pages
}
