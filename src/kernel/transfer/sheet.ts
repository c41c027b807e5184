import type { Json } from '../../base/json.ts'
import type { FieldKindName } from '../definition/field.ts'
import type { ColumnKind } from '../definition/report.ts'

/** A column of a table that leaves the house. */
export interface SheetColumn {
  readonly name: string
  readonly label: string
  readonly kind: ColumnKind
  readonly total?: boolean
  readonly group?: string
  readonly width?: number
  /** What a printed page carries over to the next: the sum so far, or what stood last. */
  readonly turned?: 'sum' | 'last'
}

export type SheetRow = Readonly<Record<string, Json | undefined>>

/** A table with what stands round it. */
export interface Sheet {
  readonly title: string
  /** Lines under the title: the company, the parameters. */
  readonly notes: readonly string[]
  readonly columns: readonly SheetColumn[]
  readonly rows: AsyncIterable<SheetRow> | Iterable<SheetRow>
  readonly totals?: SheetRow | undefined
  /** The type whose records the rows are: a workbook remembers, out of sight, in which version each of them left. */
  readonly recordsOf?: string
}

const kinds: Readonly<Partial<Record<FieldKindName, ColumnKind>>> = {
  integer: 'integer',
  decimal: 'quantity',
  quantity: 'quantity',
  price: 'price',
  money: 'money',
  percent: 'percent',
  date: 'date',
  boolean: 'boolean',
}

export const columnKindOf = (kind: FieldKindName): ColumnKind => kinds[kind] ?? 'text'

/** Excel's formats, so that figures stay figures. */
export const numberFormats: Readonly<Record<ColumnKind, string>> = {
  text: '@',
  date: 'yyyy-mm-dd',
  month: '@',
  quantity: '#,##0.######',
  money: '#,##0.00',
  price: '#,##0.00########',
  percent: '0.######',
  integer: '0',
  boolean: '@',
}

export const isNumber = (kind: ColumnKind): boolean =>
  ['quantity', 'money', 'price', 'percent', 'integer'].includes(kind)

/** A cell as text, for paper and comma separated files. */
export const cellText = (kind: ColumnKind, value: Json | undefined): string => {
  if (value === null || value === undefined) return ''
  if (kind === 'boolean' || typeof value === 'boolean') return value === true ? '是' : '否'
  if (typeof value === 'object') return JSON.stringify(value)
  if (kind === 'money') return grouped(String(value), 2)
  return kind === 'quantity' || kind === 'price' ? grouped(String(value), 0) : String(value)
}

/** `-1234567.5` → `-1,234,567.50`: at least so many places. */
const grouped = (digits: string, places: number): string => {
  const match = /^(-?)(\d+)(?:\.(\d+))?$/.exec(digits)
  if (match === null) return digits
  const [, sign = '', whole = '', fraction = ''] = match
  const tail = fraction.replace(/0+$/, '').padEnd(places, '0')
  return `${sign}${whole.replace(/\B(?=(\d{3})+$)/g, ',')}${tail === '' ? '' : `.${tail}`}`
}
