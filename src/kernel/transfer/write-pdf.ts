import { makePdf } from '../print/make-pdf.ts'
import { cellText, isNumber } from './sheet.ts'
import type { Sheet, SheetRow } from './sheet.ts'

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

const bodyOf = async (sheet: Sheet): Promise<PaperCell[][]> => {
  const head = sheet.columns.map((column): PaperCell => ({
    text: column.group === undefined ? column.label : `${column.group}\n${column.label}`,
    alignment: 'center',
    fillColor: '#e6e6e6',
  }))
  const body = [head]
  for await (const row of sheet.rows) {
    if (body.length > mostPdfRows) break
    body.push(cells(sheet, row, row['rowKind'] === 'subtotal' || row['rowKind'] === 'head'))
  }
  if (sheet.totals !== undefined)
    body.push(cells(sheet, { ...sheet.totals, [sheet.columns[0]?.name ?? '']: '合计' }, true))
  return body
}

/** A table on A4 paper with its title, notes and 第 x 页 / 共 y 页. */
export const writePdf = async (sheet: Sheet, dataDir: string): Promise<Buffer> => {
  return makePdf(
    {
      pageSize: 'A4',
      pageOrientation: sheet.columns.length > 7 ? 'landscape' : 'portrait',
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
        {
          margin: [0, 6, 0, 0],
          table: {
            headerRows: 1,
            dontBreakRows: true,
            widths: sheet.columns.map((column) => (isNumber(column.kind) || column.kind === 'date' ? 'auto' : '*')),
            body: await bodyOf(sheet),
          },
          layout: {
            hLineWidth: () => 0.4,
            vLineWidth: () => 0.4,
            hLineColor: () => '#999999',
            vLineColor: () => '#999999',
          },
        },
      ],
    },
    dataDir,
  )
}
