import { createHash } from 'node:crypto'
import { Problem } from '../../definition/problem.ts'
import type { ImportColumn } from '../import-columns.ts'
import type { TableRow } from '../read-table.ts'
import { plainName } from './column-names.ts'
import { matchColumns } from './match-columns.ts'
import type { MatchedColumn } from './match-columns.ts'

/** How a table is laid out: where its head ends, what each column is called and what it stands for. */
export interface Layout {
  /** The head's last row, as an index of the rows. */
  readonly at: number
  /** How many rows the head has. */
  readonly headRows: number
  readonly heads: readonly string[]
  readonly columns: readonly (MatchedColumn | undefined)[]
  /** The same for files with the same head. */
  readonly fingerprint: string
}

/** What a person, or what is remembered of them, says of a layout. */
export interface LayoutChoices {
  /** The row of the head, as the spreadsheet counts. */
  readonly head?: number | undefined
  /** By index of the column. */
  readonly columns?: ReadonlyMap<number, string>
  /** By the head's text. */
  readonly mapping?: Readonly<Record<string, string>>
  /** What was said of files before: columns by the fingerprint of their head. */
  readonly remembered?: ReadonlyMap<string, Readonly<Record<string, string>>> | undefined
  /** Where no row looks like a head, the fullest of the first is taken, for a person to say what its columns are. */
  readonly lenient?: boolean
}

const searchedRows = 30

interface Head {
  readonly at: number
  readonly headRows: number
  readonly heads: readonly string[]
  readonly meant: readonly (readonly string[])[]
}

const oneLine = (rows: readonly TableRow[], at: number): Head => {
  const heads = rows[at]?.cells ?? []
  return { at, headRows: 1, heads, meant: heads.map((head) => [head]) }
}

/** A head of two lines: groups above, and what they hold below; a column without a group stands in either line. */
const twoLines = (rows: readonly TableRow[], at: number): Head | undefined => {
  const [above, below] = [rows[at]?.cells, rows[at + 1]?.cells]
  if (above === undefined || below === undefined || rows[at]?.sheet !== rows[at + 1]?.sheet) return undefined
  const width = Math.max(above.length, below.length)
  const cells = Array.from({ length: width }, (_, index) => {
    const [group = '', own = ''] = [above[index], below[index]]
    if (group === own || own === '') return { head: group, meant: [group] }
    return group === '' ? { head: own, meant: [own] } : { head: `${group} ${own}`, meant: [own, group + own] }
  })
  return { at: at + 1, headRows: 2, heads: cells.map((cell) => cell.head), meant: cells.map((cell) => cell.meant) }
}

const chosenColumns = (head: Head, choices: LayoutChoices): Map<number, string> => {
  const chosen = new Map(choices.columns)
  for (const [at, text] of head.heads.entries()) {
    const wanted = choices.mapping?.[text]
    if (wanted !== undefined && !chosen.has(at)) chosen.set(at, wanted)
  }
  return chosen
}

const fingerprintOf = (heads: readonly string[]): string =>
  createHash('sha256').update(heads.map(plainName).join('|')).digest('base64url').slice(0, 22)

/** A title that is merged over the table says the same in every column, and stands for none. */
const isOneText = (head: Head): boolean =>
  new Set(head.heads.filter((text) => text !== '')).size === 1 && head.heads.filter((text) => text !== '').length > 1

const layoutOf = (head: Head, available: readonly ImportColumn[], choices: LayoutChoices): Layout => {
  const fingerprint = fingerprintOf(head.heads)
  const before = choices.columns?.size ? undefined : choices.remembered?.get(fingerprint)
  const remembered = new Map(Object.entries(before ?? {}).map(([at, target]) => [Number(at), target]))
  return {
    at: head.at,
    headRows: head.headRows,
    heads: head.heads,
    columns:
      before === undefined
        ? matchColumns(head.meant, available, chosenColumns(head, choices), 'chosen')
        : matchColumns(head.meant, available, remembered, 'remembered'),
    fingerprint,
  }
}

/** The row that fills most columns: a head that says nothing we know. */
const fullest = (layouts: readonly Layout[]): Layout | undefined =>
  layouts
    .filter((layout) => layout.headRows === 1)
    .toSorted((one, other) => filled(other) - filled(one) || one.at - other.at)[0]

const filled = (layout: Layout): number => new Set(layout.heads.filter((head) => head !== '')).size

const weightOf = (layout: Layout): number =>
  layout.columns.reduce((sum, matched) => sum + (matched?.confidence ?? 0), 0) - (layout.headRows - 1) * 0.2

/**
 * Finds the head among the first rows, of one line or two: the one that says most. Titles, instructions and empty lines above
 * it are passed over. Throws a Problem where no row looks like a head.
 */
export const findLayout = (
  available: readonly ImportColumn[],
  rows: readonly TableRow[],
  choices: LayoutChoices = {},
): Layout => {
  const stated = choices.head === undefined ? -1 : rows.findIndex((row) => row.row === choices.head)
  const places = stated >= 0 ? [stated] : Array.from({ length: Math.min(rows.length, searchedRows) }, (_, at) => at)
  const heads = places.flatMap((at) => [oneLine(rows, at), twoLines(rows, at)].filter((head) => head !== undefined))
  const layouts = heads
    .filter((head) => stated >= 0 || !isOneText(head))
    .map((head) => layoutOf(head, available, choices))
    .toSorted((one, other) => weightOf(other) - weightOf(one) || one.at - other.at)
  const best = layouts[0]
  const isUnknown = best?.columns.every((column) => column === undefined) !== false
  const found = isUnknown && choices.lenient === true ? fullest(layouts) : best
  if (choices.lenient === true && found !== undefined) return found
  if (found === undefined || (stated < 0 && found.columns.every((column) => column === undefined))) {
    throw new Problem('invalid', {
      zh: '没有找到表头：请下载模板，或指定列的对应关系',
      en: 'No head was found: download the template, or say which column is which',
    })
  }
  return found
}
