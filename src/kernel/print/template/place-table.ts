import { decimal, isDecimalString, sum } from '../../../base/decimal.ts'
import { cellText, columnKindOf } from '../../transfer/sheet.ts'
import { breakLines } from '../text-width.ts'
import { formatValue, isFigure } from './format-value.ts'
import type { TableColumn, TableElement, TextStyle } from './layout.ts'
import type { Mark } from './marks.ts'
import { pointInMm } from './marks.ts'
import { lineStep, placeText } from './place-text.ts'
import type { PrintValues } from './print-data.ts'

const padding = 0.8
const ruleWidth = 0.2

export interface TableWords {
  readonly pageTotal: string
  readonly total: string
}

/** A table as it goes over pages. */
export interface PagedTable {
  readonly pages: number
  place(page: number, from?: number): TablePage
}

export interface TablePage {
  readonly marks: readonly Mark[]
  /** How far below its frame it ends. */
  readonly over: number
  /** Some of its lines stand on the paper already; all of them do. */
  readonly isBegun: boolean
  readonly isDone: boolean
}

interface Chunk {
  readonly from: number
  readonly to: number
  readonly slots: number
}

const styleOf = (table: TableElement, align: TextStyle['align'], bold = false): TextStyle => ({
  size: table.size,
  align,
  bold,
})

const cell = (row: PrintValues | undefined, { path, format }: TableColumn): string => {
  const value = row?.[path]
  return value === undefined ? '' : formatValue(value, format)
}

/** How many rows of its own height a line takes. */
const slotsOf = (table: TableElement, widths: readonly number[], row: PrintValues): number => {
  if (!table.grow) return 1
  const lines = table.columns.map((column, at) => {
    const points = ((widths[at] ?? 1) - 2 * padding) / pointInMm
    return breakLines(cell(row, column), points, table.size).length
  })
  return Math.max(1, Math.ceil((Math.max(...lines) * lineStep(table.size) - 0.3) / table.rowHeight))
}

const cut = (slots: readonly number[], room: number): Chunk[] => {
  const chunks: Chunk[] = []
  let from = 0
  let used = 0
  for (const [at, needs] of slots.entries()) {
    const own = Math.min(needs, room)
    if (used + own > room) {
      chunks.push({ from, to: at, slots: used })
      from = at
      used = 0
    }
    used += own
  }
  return [...chunks, { from, to: slots.length, slots: used }]
}

const totalOf = (column: TableColumn, rows: readonly PrintValues[]): string => {
  const values = rows.map((row) => row[column.path]).filter((value) => value !== undefined)
  const kind = values[0]?.kind
  if (!column.total || kind === undefined) return ''
  const figures = values.flatMap(({ value }) =>
    (typeof value === 'string' && isDecimalString(value)) || typeof value === 'number' ? [decimal(value)] : [],
  )
  const text = sum(figures).toString()
  return formatValue(
    { label: '', kind, value: text, text: cellText(columnKindOf(kind), text) },
    column.format === 'words' ? 'plain' : column.format,
  )
}

/**
 * Cuts a table into pages and says where all of it stands. Columns whose values may not be seen (they are in no row) are left out,
 * and the others take their room; a table without rules stands on a printed form, where nothing moves.
 */
export const pageTable = (
  element: TableElement,
  all: readonly PrintValues[],
  { isRoll, words }: { readonly isRoll: boolean; readonly words: TableWords },
): PagedTable => {
  const seen = element.columns.filter((column) => all.length === 0 || all.some((row) => column.path in row))
  const table: TableElement = { ...element, columns: element.ruled ? seen : element.columns }
  const whole = table.columns.reduce((width, column) => width + column.width, 0) || 1
  const widths = table.columns.map((column) => (element.ruled ? (column.width / whole) * table.width : column.width))
  const slots = all.map((row) => slotsOf(table, widths, row))
  const hasTotals = table.totals && table.columns.some((column) => column.total)
  const hasPageTotals = table.pageTotals && table.columns.some((column) => column.total)
  const feet = Number(hasTotals) + Number(hasPageTotals)
  const fitting = Math.floor((table.height - table.headHeight + 0.01) / table.rowHeight) - feet
  const room = isRoll ? Number.MAX_SAFE_INTEGER : Math.max(1, table.rows > 0 ? table.rows : fitting)
  const chunks = cut(slots, room)

  const rowMarks = (
    texts: readonly string[],
    y: number,
    height: number,
    style: (at: number) => TextStyle,
    red: boolean,
  ) =>
    texts.flatMap((text, at) => {
      const x = table.x + widths.slice(0, at).reduce((left, width) => left + width, 0)
      const frame = { x: x + padding, y, width: (widths[at] ?? 0) - 2 * padding, height }
      return placeText(text, frame, style(at), { middle: true, red: red && text.startsWith('-') })
    })

  /** Sums: their word stands in the columns before the first of them. */
  const footMarks = (label: string, rows: readonly PrintValues[], y: number): Mark[] => {
    const texts = table.columns.map((column) => totalOf(column, rows))
    const first = table.columns.findIndex((column) => column.total)
    const wide = widths.slice(0, Math.max(first, 1)).reduce((left, width) => left + width, 0)
    return [
      ...placeText(
        label,
        { x: table.x + padding, y, width: wide - 2 * padding, height: table.rowHeight },
        styleOf(table, 'center'),
        { middle: true },
      ),
      ...rowMarks(texts, y, table.rowHeight, (at) => styleOf(table, table.columns[at]?.align ?? 'right'), true),
    ]
  }

  const rules = (heights: readonly number[], sumsFrom: number): Mark[] => {
    const bottom = table.y + heights.reduce((down, height) => down + height, 0)
    const levels = [0, ...heights].reduce<number[]>((ys, height) => [...ys, (ys.at(-1) ?? table.y) + height], [])
    const first = Math.max(
      1,
      table.columns.findIndex((column) => column.total),
    )
    const uprights = [0, ...widths].map((_width, at) => ({
      x: table.x + widths.slice(0, at).reduce((left, width) => left + width, 0),
      // The word of the sums runs over the columns before them.
      bottom: at > 0 && at < first ? sumsFrom : bottom,
    }))
    return [
      ...[...new Set(levels)].map((y): Mark => ({
        kind: 'rule',
        x: table.x,
        y,
        width: table.width,
        height: ruleWidth,
      })),
      ...uprights.map((line): Mark => ({
        kind: 'rule',
        x: line.x,
        y: table.y,
        width: ruleWidth,
        height: line.bottom - table.y + ruleWidth,
      })),
    ]
  }

  const place: PagedTable['place'] = (page, from = 0) => {
    const chunk = chunks[page] ?? { from: all.length, to: all.length, slots: 0 }
    const isLast = page >= chunks.length - 1
    const rows = all.slice(chunk.from, chunk.to)
    const isGoingOn = from > chunk.from
    const heights: number[] = table.headHeight > 0 ? [table.headHeight] : []
    let y = table.y + table.headHeight
    const marks: Mark[] =
      isGoingOn || table.headHeight === 0
        ? []
        : rowMarks(
            table.columns.map((column) => column.label),
            table.y,
            table.headHeight,
            () => styleOf(table, 'center'),
            false,
          )
    for (const [at, row] of rows.entries()) {
      const height = Math.min(slots[chunk.from + at] ?? 1, room) * table.rowHeight
      if (chunk.from + at >= from) {
        for (const [index, column] of table.columns.entries()) {
          const value = row[column.path]
          const texts = table.columns.map((one, place) => (place === index ? cell(row, one) : ''))
          marks.push(
            ...rowMarks(texts, y, height, () => styleOf(table, column.align), value !== undefined && isFigure(value)),
          )
        }
      }
      heights.push(height)
      y += height
    }
    const blanks = table.fill && !isRoll ? Math.max(0, room - chunk.slots) : 0
    heights.push(...Array.from({ length: blanks }, () => table.rowHeight))
    y += blanks * table.rowHeight
    const sumsFrom = y
    if (hasPageTotals && chunks.length > 1) {
      marks.push(...footMarks(words.pageTotal, rows, y))
      heights.push(table.rowHeight)
      y += table.rowHeight
    }
    if (hasTotals && isLast) {
      marks.push(...footMarks(words.total, all, y))
      heights.push(table.rowHeight)
      y += table.rowHeight
    }
    const isLoose = isRoll || !table.fill
    return {
      isBegun: isGoingOn,
      isDone: from > 0 && from >= chunk.to,
      marks: [...(table.ruled && !isGoingOn ? rules(heights, sumsFrom) : []), ...marks],
      over: isLoose ? y - (table.y + table.height) : 0,
    }
  }
  return { pages: chunks.length, place }
}
