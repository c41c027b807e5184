import { zero } from '../../base/decimal.ts'
import type { Decimal } from '../../base/decimal.ts'
import type { DocumentPaper, PaperTable } from './document-paper.ts'
import type { PaperSize } from './paper-size.ts'
import { cutTo, linesIn } from './text-width.ts'

/** The size of type of everything but titles, and how high a line of it is, in points. */
export const typeSize = 8
export const lineHeight = 11.7
const cellPadding = 6
const rowPadding = 3.4

/** Room that a title, the sums and the signatures take, in points. */
const titleHeight = 40
const footHeight = 62

/** A table as far as it stands on one page. */
export interface PagePiece {
  readonly table: PaperTable
  readonly widths: readonly number[]
  readonly rows: readonly (readonly string[])[]
  /** Empty rows that fill a form up. */
  readonly blanks: number
  /** Sums of this page's rows, by column; null in columns that are not summed. Absent where there is one page only. */
  readonly pageSums: readonly (Decimal | null)[] | undefined
  /** Sums of all rows, on the last page of the table. */
  readonly sums: readonly (Decimal | null)[] | undefined
}

export interface PaperPage {
  readonly head: DocumentPaper['head']
  readonly pieces: readonly PagePiece[]
  readonly isLast: boolean
}

const widthsOf = (table: PaperTable, width: number): number[] => {
  const all = table.columns.reduce((sum, column) => sum + column.weight, 0)
  return table.columns.map((column) => (column.weight / all) * width)
}

const rowLines = (row: readonly string[], widths: readonly number[]): number =>
  Math.max(...row.map((text, at) => linesIn(text, (widths[at] ?? 1) - cellPadding, typeSize)))

const sumsOf = (table: PaperTable, from: number, to: number): (Decimal | null)[] | undefined =>
  table.columns.some((column) => column.summed)
    ? table.columns.map((column, at) =>
        column.summed
          ? table.figures.slice(from, to).reduce((sum, figures) => sum.plus(figures[at] ?? zero), zero)
          : null,
      )
    : undefined

/** How much fits: points of height where rows flow, lines of text where a form holds a fixed number. */
interface Room {
  readonly whole: number
  costOf(lines: number): number
  /** What the head of a table takes. */
  readonly tableHead: number
  /** Lines of text a row may have at most. */
  readonly rowLines: number
}

/** A remark takes a fifth of its paper at most, on a form one line; what is longer is cut, so that the rest has room. */
export const remarkLines = (size: PaperSize): number =>
  size.slots === undefined ? Math.floor(size.height / 5 / lineHeight) : 1

/** The head as it stands: three short facts a row, long ones alone. */
export const headRows = (head: DocumentPaper['head']): DocumentPaper['head'][] => {
  const short = head.filter(({ isLong }) => !isLong)
  const rows = Array.from({ length: Math.ceil(short.length / 3) }, (_row, at) => short.slice(at * 3, at * 3 + 3))
  return [...rows, ...head.filter(({ isLong }) => isLong).map((one) => [one])]
}

const linesOfHead = (row: DocumentPaper['head'], width: number): number =>
  Math.max(
    ...row.map(({ label, value, isLong }) =>
      linesIn(`${label}：${value}`, (isLong ? width : width / 3) - cellPadding, typeSize),
    ),
  )

const roomOf = (paper: DocumentPaper, size: PaperSize, width: number): Room => {
  if (size.slots !== undefined)
    return { whole: size.slots, costOf: (lines) => lines, tableHead: 0, rowLines: size.slots }
  const headLines = headRows(paper.head).reduce((lines, row) => lines + linesOfHead(row, width), 0)
  const remark = Math.min(linesIn(paper.remark, width - 40, typeSize), remarkLines(size))
  const whole =
    size.height - 2 * size.marginY - titleHeight - (headLines + remark) * (lineHeight + 2) - footHeight - 3 * lineHeight
  // A little is kept back, because lines are estimated and the writer breaks at words.
  const kept = Math.max(whole * 0.95, 60)
  const tableHead = 2 * lineHeight
  return {
    whole: kept,
    costOf: (lines) => lines * lineHeight + rowPadding,
    tableHead,
    rowLines: Math.max(1, Math.floor((kept - tableHead - rowPadding) / lineHeight)),
  }
}

const cutRow = (row: readonly string[], widths: readonly number[], lines: number): string[] =>
  row.map((text, at) => cutTo(text, lines, (widths[at] ?? 1) - cellPadding, typeSize))

interface Cut {
  readonly table: number
  readonly from: number
  readonly to: number
}

/** Which rows of which table stand on which page. */
const cutsOf = (tables: readonly PaperTable[], widths: readonly (readonly number[])[], room: Room): Cut[][] => {
  const pages: Cut[][] = [[]]
  let left = room.whole
  for (const [index, table] of tables.entries()) {
    left -= room.tableHead
    let from = 0
    for (const [at, row] of table.rows.entries()) {
      const cost = Math.min(room.costOf(rowLines(row, widths[index] ?? [])), room.whole)
      const isEmptyPage = pages.at(-1)?.length === 0 && from === at
      if (cost > left && !isEmptyPage) {
        if (at > from) pages.at(-1)?.push({ table: index, from, to: at })
        pages.push([])
        left = room.whole - room.tableHead
        from = at
      }
      left -= cost
    }
    pages.at(-1)?.push({ table: index, from, to: table.rows.length })
  }
  return pages
}

/** Cuts a document into pages. On a form every page has the same rows: what is not filled stays blank. */
export const paginate = (paper: DocumentPaper, size: PaperSize): PaperPage[] => {
  const width = size.width - 2 * size.marginX
  const widths = paper.tables.map((table) => widthsOf(table, width))
  const room = roomOf(paper, size, width)
  const cuts = cutsOf(paper.tables, widths, room)
  return cuts.map((page, at) => {
    const pieces = page.map((cut, place): PagePiece | undefined => {
      const table = paper.tables[cut.table]
      if (table === undefined) return undefined
      const own = widths[cut.table] ?? []
      const rows = table.rows.slice(cut.from, cut.to)
      const isOver = cut.to === table.rows.length
      const used = rows.reduce((sum, row) => sum + rowLines(row, own), 0)
      const others = page.filter((other) => other !== cut).reduce((sum, other) => sum + (other.to - other.from), 0)
      const isLastPiece = place === page.length - 1
      return {
        table,
        widths: own,
        rows: rows.map((row) => cutRow(row, own, room.rowLines)),
        blanks: size.slots === undefined || !isLastPiece ? 0 : Math.max(0, size.slots - used - others),
        pageSums: cut.from === 0 && isOver ? undefined : sumsOf(table, cut.from, cut.to),
        sums: isOver ? sumsOf(table, 0, table.rows.length) : undefined,
      }
    })
    return {
      head: headFor(paper, size, width),
      pieces: pieces.filter((piece) => piece !== undefined),
      isLast: at === cuts.length - 1,
    }
  })
}

/** A form has room for so many lines of head; a long address is cut rather than pushing the form off its paper. */
const headFor = (paper: DocumentPaper, size: PaperSize, width: number): DocumentPaper['head'] => {
  if (size.headLines === undefined) return paper.head
  const long = paper.head.filter(({ isLong }) => isLong).slice(0, size.headLines - 1)
  const short = paper.head.filter(({ isLong }) => !isLong).slice(0, 3 * (size.headLines - long.length))
  const cut = (one: DocumentPaper['head'][number], room: number) => ({
    ...one,
    value: cutTo(one.value, 1, room - (one.label.length + 2) * typeSize, typeSize),
  })
  return [...short.map((one) => cut(one, width / 3)), ...long.map((one) => cut(one, width))]
}
