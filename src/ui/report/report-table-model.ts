import { formatDecimalText, type DecimalFormat } from '../number/decimal-text.ts'

export type ReportColumn = {
  readonly key: string
  readonly label: string
  readonly kind: 'text' | 'muted' | 'money' | 'quantity' | 'decimal' | 'date'
  readonly width?: number
  /** Columns with one group stand under one head. */
  readonly group?: string
  readonly decimal?: DecimalFormat
}

export type ReportRow = {
  readonly key: string
  /** `group` heads its children with their subtotals; `total` stays at the foot. */
  readonly kind: 'row' | 'group' | 'subtotal' | 'total'
  readonly indent?: number
  /** The key of the group the row belongs to, for folding. */
  readonly parent?: string
  readonly cells: Readonly<Record<string, string>>
  /** Behind the name of a group: how many rows it has. */
  readonly count?: number
  /** Cells that lead somewhere, by column key. */
  readonly drill?: Readonly<Record<string, string>>
}

/** What a report is drawn from, as a table or as cards. */
export type ReportTableProps = {
  label: string
  columns: readonly ReportColumn[]
  rows: readonly ReportRow[]
  busy?: boolean
  empty?: string
  /** A double click on a figure, where there is no link. */
  onDrill?: (row: ReportRow, column: ReportColumn) => void
}

export type HeadGroup = { readonly label: string | null; readonly columns: readonly ReportColumn[] }

/** Neighbouring columns with one group name, under one head. */
export function headGroups(columns: readonly ReportColumn[]): readonly HeadGroup[] {
  const groups: { label: string | null; columns: ReportColumn[] }[] = []
  for (const column of columns) {
    const last = groups.at(-1)
    if (last && column.group !== undefined && last.label === column.group) last.columns.push(column)
    else groups.push({ label: column.group ?? null, columns: [column] })
  }
  return groups
}

/** The keys of columns that begin a group: a rule stands before them. */
export function groupStarts(columns: readonly ReportColumn[]): ReadonlySet<string> {
  const starts = new Set<string>()
  columns.forEach((column, index) => {
    const before = columns[index - 1]
    if (index > 0 && before?.group !== column.group) starts.add(column.key)
  })
  return starts
}

/** The rows to show when some groups are folded, at any depth. */
export function unfoldedRows(rows: readonly ReportRow[], folded: ReadonlySet<string>): readonly ReportRow[] {
  if (folded.size === 0) return rows
  const hidden = new Set<string>()
  return rows.filter((row) => {
    const gone = row.parent !== undefined && (folded.has(row.parent) || hidden.has(row.parent))
    if (gone) hidden.add(row.key)
    return !gone
  })
}

/**
 * Whether a sum has one name that stands across the columns before its figures. One that says more, as 本月合计 of a day, says
 * each in its own column.
 */
export const isNamedAlone = (row: ReportRow, columns: readonly ReportColumn[], firstFigure: number): boolean =>
  row.kind === 'group' ||
  (row.kind !== 'row' && columns.slice(1, firstFigure).every(({ key }) => (row.cells[key] ?? '') === ''))

export function isFigure(column: ReportColumn): boolean {
  return column.kind === 'money' || column.kind === 'quantity' || column.kind === 'decimal'
}

/** What is shown of a cell: figures in their format, nothing for nought. */
export function cellText(column: ReportColumn, text: string): string {
  if (!isFigure(column)) return text
  const format = column.kind === 'money' ? { min: 2, max: 2 } : {}
  return formatDecimalText(text, { ...format, blankZero: true, ...column.decimal })
}

/** A region that scrolls must be reachable by the keyboard even where nothing in it takes the focus. */
export const keyboardScroll = { tabIndex: 0 }
