import type { TableRow } from '../read-table.ts'
import { plainName } from './column-names.ts'
import type { Layout } from './find-layout.ts'

/** Why a row of the table is no record. */
export type SkippedFor = 'total' | 'subtotal' | 'head' | 'note'

export interface SkippedRow {
  readonly row: number
  readonly why: SkippedFor
}

/** What stands under a head: the rows that are records, those that are not, and the totals that the table states itself. */
export interface Body {
  readonly rows: readonly TableRow[]
  readonly skipped: readonly SkippedRow[]
  readonly totals: readonly TableRow[]
}

const totalWords = /^(合计|总计|累计|总合计|共计|grandtotal|total|totals|sum)[:：]?$/
const subtotalWords = /^(小计|本页合计|本页小计|页计|subtotal)[:：]?$/
/** What stands under tables: who made them, remarks, page numbers. */
const footWords = /^(注|备注|说明|制表|制单|审核|复核|打印|填表|主管|经手|第\d+页|共\d+页|page\d)/

const wordOf = (row: TableRow): string => plainName(row.cells.find((cell) => cell !== '') ?? '')

const filledOf = (row: TableRow): number => new Set(row.cells.filter((cell) => cell !== '')).size

const isHeadAgain = (layout: Layout, row: TableRow): boolean =>
  filledOf(row) > 1 && layout.heads.every((head, at) => (row.cells[at] ?? '') === '' || row.cells[at] === head)

const whyNot = (layout: Layout, row: TableRow, afterTotal: boolean): SkippedFor | undefined => {
  const word = wordOf(row)
  if (totalWords.test(word)) return 'total'
  if (subtotalWords.test(word)) return 'subtotal'
  if (isHeadAgain(layout, row)) return 'head'
  const filled = filledOf(row)
  const mapped = layout.columns.filter((column) => column !== undefined).length
  if (filled <= 2 && mapped > 2 && (afterTotal || footWords.test(word))) return 'note'
  return afterTotal && footWords.test(word) ? 'note' : undefined
}

/** Takes the rows under a head apart: records, totals, heads that pages repeat, and what stands at the foot. */
export const bodyOf = (layout: Layout, rows: readonly TableRow[]): Body => {
  const kept: TableRow[] = []
  const skipped: SkippedRow[] = []
  const totals: TableRow[] = []
  for (const row of rows.slice(layout.at + 1)) {
    const why = whyNot(layout, row, totals.length > 0)
    if (why === undefined) kept.push(row)
    else skipped.push({ row: row.row, why })
    if (why === 'total') totals.push(row)
  }
  return { rows: kept, skipped, totals }
}
