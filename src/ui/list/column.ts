import type { DecimalFormat } from '../number/decimal-text.ts'
import type { DocumentState } from '../state/state-mark.tsx'
import type { TagTone } from '../control/button.tsx'

export type StateCell = { readonly state: DocumentState; readonly label: string }
export type TagCell = { readonly label: string; readonly tone?: TagTone }
export type NoteCell = { readonly text: string; readonly note: string; readonly tone?: 'warning' | 'negative' }

/** What a cell can hold. Decimals are texts; progress is a percentage from 0 to 100 or null for none. */
export type CellValue = string | number | boolean | null | undefined | StateCell | NoteCell | readonly TagCell[]

export type ColumnKind =
  | 'text'
  | 'muted'
  | 'link'
  | 'money'
  | 'quantity'
  | 'decimal'
  | 'date'
  | 'moment'
  | 'state'
  | 'progress'
  | 'tags'
  | 'boolean'

export type ListColumn<Row> = {
  readonly key: string
  readonly label: string
  readonly kind: ColumnKind
  readonly value: (row: Row) => CellValue
  /** Pixels. Columns with `grow` share what is left over. */
  readonly width: number
  readonly grow?: boolean
  readonly sortable?: boolean
  readonly decimal?: DecimalFormat
  /** The amount that matters is set in medium weight. */
  readonly emphasis?: boolean
  /** Cannot be taken out by the chooser. */
  readonly fixed?: boolean
  /** Not shown until chosen. */
  readonly optional?: boolean
  /** For kinds a company makes its own: draws the cell instead of the kind. */
  readonly render?: (row: Row) => React.ReactNode
}

export type Sort = { readonly key: string; readonly descending: boolean }

/** The columns as this person arranged them: keys in order; what is not named is hidden. */
export type ColumnChoice = readonly string[]

const endKinds: ReadonlySet<ColumnKind> = new Set(['money', 'quantity', 'decimal', 'progress'])

export function isEndAligned(kind: ColumnKind): boolean {
  return endKinds.has(kind)
}

/** The columns to show. Columns that came into the product after the choice was stored stay hidden, unless fixed. */
export function chosenColumns<Row>(
  columns: readonly ListColumn<Row>[],
  choice: ColumnChoice | null,
): readonly ListColumn<Row>[] {
  if (choice === null) return columns.filter((column) => !column.optional)
  const byKey = new Map(columns.map((column) => [column.key, column]))
  const chosen = choice.flatMap((key) => byKey.get(key) ?? [])
  const missing = columns.filter((column) => column.fixed && !choice.includes(column.key))
  return [...missing, ...chosen]
}

/** The order after one column was dropped before another, or at the end. */
export function moveColumn(choice: ColumnChoice, key: string, before: string | null): ColumnChoice {
  if (key === before) return choice
  const rest = choice.filter((one) => one !== key)
  const at = before === null ? rest.length : rest.indexOf(before)
  return [...rest.slice(0, at < 0 ? rest.length : at), key, ...rest.slice(at < 0 ? rest.length : at)]
}

/** The sort after a click on a head: ascending, descending, none. */
export function nextSort(sort: Sort | null, key: string): Sort | null {
  if (sort?.key !== key) return { key, descending: false }
  return sort.descending ? null : { key, descending: true }
}
