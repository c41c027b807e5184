import type { DecimalFormat } from '../number/decimal-text.ts'

/** A record that a field points at, with as much of it as a picker or a cell shows. */
export type Reference = {
  readonly id: string
  readonly name: string
  readonly code?: string
  /** Further columns of the picker, and what a line takes over when it is chosen, by column key. */
  readonly details?: Readonly<Record<string, string>>
}

/** What a field or a cell holds. Decimals are decimal texts and dates ISO dates. */
export type FieldValue = string | boolean | null | Reference

export type FieldKind = 'text' | 'longText' | 'date' | 'choice' | 'boolean' | 'decimal' | 'reference'

export type Choice = { readonly value: string; readonly label: string }

export type PickerColumn = {
  readonly key: string
  readonly label: string
  readonly align?: 'start' | 'end'
  readonly tone?: 'strong' | 'faint'
  readonly format?: DecimalFormat
}

export type SearchResult = { readonly rows: readonly Reference[]; readonly total?: number; readonly note?: string }

/** Where a reference field finds its records. */
export type ReferenceSource = {
  /** Names the cache: two fields with one key share what was found. */
  readonly key: string
  /** What one record is called, for the words around the picker. */
  readonly label: string
  readonly columns: readonly PickerColumn[]
  readonly search: (query: string, signal: AbortSignal) => Promise<SearchResult>
  /** Finds records for pasted or scanned texts, in order; null where nothing or more than one fits. */
  readonly resolve?: (texts: readonly string[]) => Promise<readonly (Reference | null)[]>
  /** F4: makes a new record and gives it back. */
  readonly create?: (query: string) => Promise<Reference | null>
  /** F7: opens the full chooser. */
  readonly browse?: () => Promise<Reference | null>
}

export type Field = {
  readonly key: string
  readonly label: string
  readonly kind: FieldKind
  readonly required?: boolean
  readonly readOnly?: boolean
  readonly decimal?: DecimalFormat & { readonly negative?: boolean }
  readonly choices?: readonly Choice[]
  readonly source?: ReferenceSource
  readonly placeholder?: string
  /** What it is and what depends on it, shown to whoever asks. */
  readonly about?: string
  /** How many columns of the header grid the field takes. */
  readonly span?: number
  readonly maxLength?: number
  /** The heading under which it stands with what follows it. */
  readonly section?: string
}

export type Issue = { readonly level: 'error' | 'warning'; readonly message: string }

export function isReference(value: FieldValue | undefined): value is Reference {
  return typeof value === 'object' && value !== null
}
