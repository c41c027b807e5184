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

const write = (work: Work, type: string, id: string, code: string, label: string, text: string) =>
  work.tx.send(
    `insert into search_text (company_id, type, record_id, code, label, text) values ($1, $2, $3, $4, $5, $6)
     on conflict (company_id, record_id) do update set code = excluded.code, label = excluded.label, text = excluded.text`,
    [work.company, type, id, code, label, indexedText(text)],
  )

/** Keeps the text by which a document is found: its number, remark and what its definition marks as searched. */
export const indexDocument = (work: Work, definition: AnyDocument, record: LoadedRecord) => {
  const number = String(record.header['number'])
  const words = [
    number,
    typeof record.header['remark'] === 'string' ? record.header['remark'] : '',
    ...searched(definition.header, record.header).map(searchText),
  ]
  return write(work, definition.name, String(record.header['id']), number, number, words.filter(Boolean).join(' '))
}

/** Keeps the text by which an entity is found: code, name with pinyin and initials, and its searched fields. */
export const indexEntity = (work: Work, definition: AnyEntity, record: LoadedRecord) => {
  const code = String(record.header['code'])
  const name = String(record.header['name'])
  const tables = Object.entries(definition.tables).flatMap(([key, table]) =>
    (record.tables[key] ?? []).flatMap((line) => searched(table.fields, line)),
  )
  const words = [code, searchText(name), ...searched(definition.fields, record.header).map(searchText), ...tables]
  return write(work, definition.name, String(record.header['id']), code, name, words.join(' '))
}
