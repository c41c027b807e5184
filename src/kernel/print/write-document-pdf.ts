import type { Content, TableCell } from 'pdfmake/interfaces.js'
import { cellText } from '../transfer/sheet.ts'
import type { Language } from '../http/language.ts'
import type { DocumentPaper } from './document-paper.ts'
import { makePdf } from './make-pdf.ts'
import { headRows, lineHeight, paginate, remarkLines, typeSize } from './paginate.ts'
import type { PagePiece, PaperPage } from './paginate.ts'
import type { PaperSize } from './paper-size.ts'
import { paperWords } from './paper-words.ts'
import type { PaperWords } from './paper-words.ts'
import { cutTo } from './text-width.ts'

const red = '#c00000'
const grid = {
  hLineWidth: () => 0.5,
  vLineWidth: () => 0.5,
  hLineColor: () => '#333333',
  vLineColor: () => '#333333',
  paddingLeft: () => 3,
  paddingRight: () => 2,
  paddingTop: () => 1,
  paddingBottom: () => 1,
}

const titleOf = (paper: DocumentPaper, words: PaperWords, page: number, pages: number): Content => ({
  columns: [
    { width: 110, text: paper.printing, fontSize: 7, color: '#555555', margin: [0, 20, 0, 0] },
    {
      width: '*',
      stack: [
        { text: paper.company, fontSize: 11 },
        { text: paper.title, fontSize: 13, ...(paper.isRed ? { color: red } : {}) },
      ],
      alignment: 'center',
    },
    { width: 110, text: words.page(page, pages), fontSize: 7, alignment: 'right', margin: [0, 20, 0, 0] },
  ],
})

const headOf = (page: PaperPage): Content => {
  const text = ({ label, value }: PaperPage['head'][number]): string => `${label}：${value}`
  const rows = headRows(page.head).map((row): Content =>
    row[0]?.isLong === true
      ? text(row[0])
      : {
          columns: [0, 1, 2].map((place) => {
            const one = row[place]
            return { width: '*', text: one === undefined ? '' : text(one) }
          }),
          columnGap: 6,
        },
  )
  return { stack: rows, margin: [0, 3, 0, 3] }
}

/** `placeholder` keeps an empty row as high as one with text. */
const placeholder = '\u00a0'

const sumRow = (piece: PagePiece, label: string, sums: PagePiece['sums'], isRed: boolean): TableCell[] => {
  const first = piece.table.columns.findIndex((column) => column.summed)
  const cell = (at: number): TableCell => {
    const sum = sums?.[at] ?? null
    const kind = piece.table.kinds[at] ?? 'money'
    return {
      text: sum === null ? '' : cellText(kind, sum.toString()),
      alignment: 'right',
      ...(isRed ? { color: red } : {}),
    }
  }
  const merged: TableCell[] = [{ text: label, colSpan: first, alignment: 'center' }]
  return [
    ...merged,
    ...Array.from({ length: first - 1 }, (): TableCell => ({ text: '' })),
    ...piece.table.columns.slice(first).map((_column, at) => cell(first + at)),
  ]
}

const tableOf = (paper: DocumentPaper, piece: PagePiece, words: PaperWords, isOnly: boolean): Content => {
  const { columns } = piece.table
  const cell = (text: string, at: number): TableCell => ({
    text: text === '' ? placeholder : text,
    alignment: columns[at]?.right === true ? 'right' : 'left',
    ...(paper.isRed && columns[at]?.right === true && at > 0 ? { color: red } : {}),
  })
  const head = columns.map((column): TableCell => ({ text: column.label, alignment: 'center', fillColor: '#f0f0f0' }))
  const blank = (): TableCell[] => columns.map((): TableCell => ({ text: placeholder }))
  const body: TableCell[][] = [
    head,
    ...piece.rows.map((row) => row.map(cell)),
    ...Array.from({ length: piece.blanks }, blank),
    ...(piece.pageSums === undefined ? [] : [sumRow(piece, words.pageTotal, piece.pageSums, paper.isRed)]),
    ...(piece.sums === undefined ? [] : [sumRow(piece, words.total, piece.sums, paper.isRed)]),
  ]
  return {
    stack: [
      ...(isOnly ? [] : [{ text: piece.table.label, margin: [0, 3, 0, 2] as [number, number, number, number] }]),
      {
        table: {
          headerRows: 1,
          dontBreakRows: true,
          // The lines and paddings of the grid are the table's own.
          widths: piece.widths.map((width) => Math.max(width - 5.6, 8)),
          body,
        },
        layout: grid,
      },
    ],
  }
}

const footOf = (paper: DocumentPaper, size: PaperSize, words: PaperWords, isLast: boolean): Content[] => {
  const width = size.width - 2 * size.marginX
  const remark = `${words.remark}：${paper.remark}`
  const fitted = cutTo(remark, remarkLines(size), width, typeSize)
  const last: Content[] = [
    ...(paper.inWords === null ? [] : [{ text: paper.inWords, ...(paper.isRed ? { color: red } : {}) }]),
    ...(paper.remark === '' ? [] : [{ text: fitted }]),
  ]
  return [
    ...(isLast && last.length > 0 ? [{ stack: last, margin: [0, 3, 0, 0] as [number, number, number, number] }] : []),
    {
      columns: paper.signatures.map(({ label, name }) => ({ width: '*', text: `${label}：${name}` })),
      margin: [0, size.slots === undefined ? 10 : 4, 0, 0],
      lineHeight: lineHeight / 11.6,
    },
  ]
}

/** The papers one after the other, each beginning a page and counting its own. */
export const writeDocumentPdf = (
  papers: readonly DocumentPaper[],
  size: PaperSize,
  language: Language,
  dataDir: string,
): Promise<Buffer> => {
  const words = paperWords[language]
  const content = papers.flatMap((paper, first) => {
    const pages = paginate(paper, size)
    return pages.map((page, at): Content => ({
      stack: [
        titleOf(paper, words, at + 1, pages.length),
        headOf(page),
        ...page.pieces.map((piece) => tableOf(paper, piece, words, paper.tables.length === 1)),
        ...footOf(paper, size, words, page.isLast),
      ],
      ...(first + at === 0 ? {} : { pageBreak: 'before' }),
    }))
  })
  return makePdf(
    {
      pageSize: { width: size.width, height: size.height },
      pageMargins: [size.marginX, size.marginY, size.marginX, size.marginY],
      info: { title: papers.map((paper) => paper.title).join(' ') },
      defaultStyle: { fontSize: typeSize },
      content,
    },
    dataDir,
  )
}
