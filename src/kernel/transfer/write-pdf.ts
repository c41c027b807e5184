import { makePdf } from '../print/make-pdf.ts'
import { cellText, isNumber } from './sheet.ts'
import type { Sheet, SheetRow } from './sheet.ts'
import { turnPages } from './turn-pages.ts'

/** A cell on paper. */
interface PaperCell {
  readonly text: string
  readonly alignment: 'left' | 'right' | 'center'
  readonly fillColor?: string
}

/** More rows than anyone prints; the rest belongs into a spreadsheet. */
export const mostPdfRows = 20_000

const cells = (sheet: Sheet, row: SheetRow, bold: boolean): PaperCell[] =>
  sheet.columns.map((column) => ({
    text: cellText(column.kind, row[column.name]),
    alignment: isNumber(column.kind) ? 'right' : 'left',
    ...(bold ? { fillColor: '#f2f2f2' } : {}),
  }))

const headOf = (sheet: Sheet): PaperCell[] =>
  sheet.columns.map((column): PaperCell => ({
    text: column.group === undefined ? column.label : `${column.group}\n${column.label}`,
    alignment: 'center',
    fillColor: '#e6e6e6',
  }))

const isSum = (row: SheetRow) => row['rowKind'] === 'subtotal' || row['rowKind'] === 'head'

const rowsOf = async (sheet: Sheet): Promise<SheetRow[]> => {
  const rows: SheetRow[] = []
  for await (const row of sheet.rows) {
    if (rows.length >= mostPdfRows) break
    rows.push(row)
  }
  return rows
}

/** The tables of the pages: one, or those of a book whose pages carry over (承前页, 过次页). */
const bodiesOf = async (sheet: Sheet, rowsOnPage: number): Promise<PaperCell[][][]> => {
  const pages = turnPages(sheet.columns, await rowsOf(sheet), rowsOnPage)
  return pages.map((rows, page) => {
    const body = [headOf(sheet), ...rows.map((row) => cells(sheet, row, isSum(row)))]
    if (sheet.totals === undefined || page < pages.length - 1) return body
    return [...body, cells(sheet, { ...sheet.totals, [sheet.columns[0]?.name ?? '']: '合计' }, true)]
  })
}

const grid = {
  hLineWidth: () => 0.4,
  vLineWidth: () => 0.4,
  hLineColor: () => '#999999',
  vLineColor: () => '#999999',
}

/** A table on A4 paper with its title, notes and 第 x 页 / 共 y 页. */
export const writePdf = async (sheet: Sheet, dataDir: string): Promise<Buffer> => {
  const isWide = sheet.columns.length > 7
  const bodies = await bodiesOf(sheet, isWide ? 24 : 40)
  const widths = sheet.columns.map((column) => (isNumber(column.kind) || column.kind === 'date' ? 'auto' : '*'))
  return makePdf(
    {
      pageSize: 'A4',
      pageOrientation: isWide ? 'landscape' : 'portrait',
      pageMargins: [28, 28, 28, 36],
      footer: (page, pages) => ({
        text: `第 ${page} 页 / 共 ${pages} 页`,
        alignment: 'center',
        fontSize: 7,
        margin: [0, 8, 0, 0],
      }),
      content: [
        { text: sheet.title, fontSize: 14, alignment: 'center', margin: [0, 0, 0, 6] },
        ...sheet.notes.map((note) => ({ text: note, alignment: 'center' as const, color: '#444444' })),
        ...bodies.map((body, page) => ({
          margin: [0, 6, 0, 0] as [number, number, number, number],
          ...(page === 0 ? {} : { pageBreak: 'before' as const }),
          table: { headerRows: 1, dontBreakRows: true, widths, body },
          layout: grid,
        })),
      ],
    },
    dataDir,
  )
}
