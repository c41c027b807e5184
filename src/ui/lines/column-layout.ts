import type { LineColumn } from './line.ts'

export const numberColumnWidth = 32

export type ColumnLayout = {
  readonly widths: readonly number[]
  readonly lefts: readonly number[]
  readonly total: number
  readonly template: string
}

/** Pixel widths for a space: what is left over goes to the columns that grow, in proportion to their least width. */
export function layoutColumns(columns: readonly LineColumn[], space: number): ColumnLayout {
  const fixed = columns.reduce((sum, column) => sum + column.width, numberColumnWidth)
  const spare = Math.max(0, space - fixed)
  const growing = columns.filter((column) => column.grow)
  const base = growing.reduce((sum, column) => sum + column.width, 0)
  let left = numberColumnWidth
  const widths: number[] = []
  const lefts: number[] = []
  for (const column of columns) {
    const width = column.width + (column.grow && base > 0 ? Math.floor((spare * column.width) / base) : 0)
    widths.push(width)
    lefts.push(left)
    left += width
  }
  // Whole pixels leave a few over; the last growing column takes them.
  const rest = space - left
  const last = columns.findLastIndex((column) => column.grow)
  if (rest > 0 && last >= 0) {
    widths[last] = (widths[last] ?? 0) + rest
    for (let index = last + 1; index < lefts.length; index += 1) lefts[index] = (lefts[index] ?? 0) + rest
    left += rest
  }
  return { widths, lefts, total: left, template: [numberColumnWidth, ...widths].map((width) => `${width}px`).join(' ') }
}
