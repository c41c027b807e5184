import type { AnyDocument, AnyEntity } from '../definition/record.ts'
import type { Fields } from '../definition/field.ts'
import { indexedText } from '../search/find.ts'
import { searchText } from '../search/pinyin.ts'
import type { Work } from '../posting/work.ts'
import type { LoadedRecord } from './load.ts'

const searched = (fields: Fields, values: Readonly<Record<string, unknown>>): string[] =>
  Object.entries(fields).flatMap(([name, field]) => {
    const value = values[name]
    return field.searched && typeof value === 'string' ? [value] : []
  })

interface Indexed {
  readonly type: string
  readonly id: string
  readonly code: string
  readonly label: string
  readonly text: string
}

const write = (work: Work, rows: readonly Indexed[]): void => {
  if (rows.length === 0) return
  work.tx.send(
    `insert into search_text (company_id, type, record_id, code, label, text)
     select $1, r.type, r.id, r.code, r.label, r.text from unnest($2::text[], $3::uuid[], $4::text[], $5::text[], $6::text[])
       as r(type, id, code, label, text)
     on conflict (company_id, record_id) do update set code = excluded.code, label = excluded.label, text = excluded.text`,
    [
      work.company,
      rows.map((row) => row.type),
      rows.map((row) => row.id),
      rows.map((row) => row.code),
      rows.map((row) => row.label),
      rows.map((row) => indexedText(row.text)),
    ],
  )
}

const textOfDocument = (definition: AnyDocument, record: LoadedRecord): Indexed => {
  const number = String(record.header['number'])
  const words = [
    number,
    typeof record.header['remark'] === 'string' ? record.header['remark'] : '',
    ...searched(definition.header, record.header).map(searchText),
  ]
  const id = String(record.header['id'])
  return { type: definition.name, id, code: number, label: number, text: words.filter(Boolean).join(' ') }
}

/** Keeps the text by which documents are found: number, remark and what their definition marks as searched. */
export const indexDocuments = (work: Work, definition: AnyDocument, records: readonly LoadedRecord[]): void =>
  write(
    work,
    records.map((record) => textOfDocument(definition, record)),
  )

const textOfEntity = (definition: AnyEntity, record: LoadedRecord): Indexed => {
  const code = String(record.header['code'])
  const name = String(record.header['name'])
  const tables = Object.entries(definition.tables).flatMap(([key, table]) =>
    (record.tables[key] ?? []).flatMap((line) => searched(table.fields, line)),
  )
  const words = [code, searchText(name), ...searched(definition.fields, record.header).map(searchText), ...tables]
  return { type: definition.name, id: String(record.header['id']), code, label: name, text: words.join(' ') }
}

/** Keeps the text by which entities are found: code, name with pinyin and initials, and their searched fields. */
export const indexEntities = (work: Work, definition: AnyEntity, records: readonly LoadedRecord[]): void =>
  write(
    work,
    records.map((record) => textOfEntity(definition, record)),
  )
