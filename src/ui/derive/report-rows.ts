import { kebab } from '../../kernel/definition/define.ts'
import type {
  ReportCell,
  ReportColumn as DefinedColumn,
  ReportResult,
  ReportRow as DefinedRow,
} from '../../kernel/definition/report.ts'
import { t } from '../language.ts'
import { said } from '../language/said.ts'
import type { ReportColumn, ReportRow } from '../report/report-table-model.ts'
import { labelOf } from './label.ts'

const kinds: Readonly<Record<DefinedColumn['kind'], ReportColumn['kind']>> = {
  text: 'text',
  date: 'date',
  month: 'text',
  quantity: 'quantity',
  money: 'money',
  price: 'decimal',
  percent: 'decimal',
  integer: 'quantity',
  boolean: 'text',
}

export function reportColumns(columns: readonly DefinedColumn[]): readonly ReportColumn[] {
  return columns.map((column) => ({
    key: column.name,
    label: labelOf(column, column.name),
    kind: kinds[column.kind],
    width: column.width,
    group: column.group === undefined ? undefined : said(column.group),
    decimal: column.kind === 'price' ? { min: 2, max: 6 } : column.kind === 'percent' ? { min: 2, max: 2 } : undefined,
  }))
}

function cellText(cell: ReportCell | undefined): string {
  if (cell === null || cell === undefined) return ''
  return typeof cell === 'boolean' ? t(cell ? 'yes' : 'no') : said(String(cell))
}

/** The columns that are worth a place for these rows: a seldom one only where some row has it. */
export const filledColumns = (
  columns: readonly DefinedColumn[],
  rows: readonly DefinedRow[],
): readonly DefinedColumn[] =>
  columns.filter((column) => column.seldom !== true || rows.some((row) => cellText(row[column.name]) !== ''))

/** The address a cell leads to: a document, or another report with parameters from the row. */
export function drillPath(column: DefinedColumn, row: DefinedRow): string | null {
  const { drill } = column
  if (drill === undefined) return null
  if (drill.to === 'document') {
    const type = cellText(row[drill.type])
    const id = cellText(row[drill.id])
    return type === '' || id === '' ? null : `/doc/${kebab(type)}/${id}`
  }
  const parameters = new URLSearchParams()
  for (const [parameter, name] of Object.entries(drill.parameters)) {
    const value = row[name]
    if (value !== null && value !== undefined && value !== '') parameters.set(parameter, String(value))
  }
  // A row that says nothing of what the other report asks leads nowhere.
  if (parameters.size === 0 && Object.keys(drill.parameters).length > 0) return null
  return `/report/${kebab(drill.report)}?${parameters.toString()}`
}

const rowKinds = { subtotal: 'subtotal', head: 'group', opening: 'row', closing: 'subtotal' } as const

/** Heads and subtotals are named at the left: their name is moved there from wherever the report put it. */
function namedAtTheLeft(
  cells: Readonly<Record<string, string>>,
  first: string,
  columns: readonly DefinedColumn[],
): Readonly<Record<string, string>> {
  if (cells[first]) return cells
  const from = columns.find((column) => column.kind === 'text' && cells[column.name] !== '')?.name
  return from === undefined ? cells : { ...cells, [first]: cells[from] ?? '', [from]: '' }
}

function rowOf(row: DefinedRow, key: string, columns: readonly DefinedColumn[], parent: string | undefined): ReportRow {
  const drill = columns.flatMap((column): [string, string][] => {
    const path = drillPath(column, row)
    return path === null ? [] : [[column.name, path]]
  })
  const cells = Object.fromEntries(columns.map((column) => [column.name, cellText(row[column.name])]))
  const kind = row.rowKind === undefined ? 'row' : rowKinds[row.rowKind]
  const first = columns[0]?.name ?? ''
  return {
    key,
    kind,
    parent,
    cells: kind === 'row' ? cells : namedAtTheLeft(cells, first, columns),
    drill: Object.fromEntries(drill),
  }
}

/** The rows of a table from the answer of a report. Rows after a head belong to it until the next; totals go to the foot. */
export function reportRows(columns: readonly DefinedColumn[], result: ReportResult): readonly ReportRow[] {
  let head: string | undefined
  const rows = result.rows.map((row, index) => {
    const key = String(index)
    const isHead = row.rowKind === 'head'
    const made = rowOf(row, key, columns, isHead ? undefined : head)
    if (isHead) head = key
    return made
  })
  if (result.totals === undefined) return rows
  const first = columns[0]
  const total = rowOf(result.totals, 'total', columns, undefined)
  const named =
    first && (total.cells[first.name] ?? '') === '' ? { ...total.cells, [first.name]: t('list.total') } : total.cells
  return [...rows, { ...total, kind: 'total', cells: named }]
}
