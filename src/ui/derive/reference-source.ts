import { api } from '../api/client.ts'
import type { PickerColumn, Reference, ReferenceSource } from '../field/field.ts'
import { currentLanguage } from '../language.ts'
import type { JsonRow } from './values.ts'

export type EntitySourceOptions = {
  /** The address of the list, in kebab case: `customer`, `item`. */
  readonly address: string
  readonly label: string
  /** Further columns of the picker, from fields of the record. */
  readonly columns?: readonly PickerColumn[]
  readonly create?: ReferenceSource['create']
  readonly browse?: ReferenceSource['browse']
}

function asText(value: JsonRow[string] | undefined): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : ''
}

function referenceOf(row: JsonRow, columns: readonly PickerColumn[]): Reference {
  return {
    id: asText(row['id']),
    code: asText(row['code']),
    name: asText(row['name']),
    details: Object.fromEntries(columns.map((column) => [column.key, asText(row[column.key])])),
  }
}

/** A source over an entity of the API: the list's own search finds by code, name, pinyin and initials. */
export function entitySource(options: EntitySourceOptions): ReferenceSource {
  const { address, label, columns = [], create, browse } = options
  const english = currentLanguage() === 'en'
  const disabled = JSON.stringify([{ field: 'disabled', op: 'eq', value: false }])
  return {
    key: address,
    label,
    columns: [
      { key: 'code', label: english ? 'Code' : '编码' },
      { key: 'name', label: english ? 'Name' : '名称' },
      ...columns,
    ],
    search: async (query, signal) => {
      const page = await api.list<JsonRow>(address, { q: query, limit: 20, filter: disabled }, signal)
      return { rows: page.rows.map((row) => referenceOf(row, columns)) }
    },
    create,
    browse,
  }
}
