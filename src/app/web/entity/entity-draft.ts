import { rowText } from '../catalogue/row-text.ts'
import type { Json } from '../../../base/json.ts'
import type { Field as DefinedField, Fields } from '../../../kernel/definition/field.ts'
import { jsonOf, valuesOf, type JsonRow, type References } from '../../../ui/derive/values.ts'
import type { FieldValue } from '../../../ui/field/field.ts'
import { newLine, type Line } from '../../../ui/lines/line.ts'
import type { RecordType } from '../catalogue/catalogue.ts'

/** A record of master data being written: its values and the lines of its tables. */
export type EntityDraft = {
  readonly values: Readonly<Record<string, FieldValue>>
  readonly tables: Readonly<Record<string, readonly Line[]>>
}

const text = (label: string, english: string, required: boolean, maxLength: number): DefinedField => ({
  kind: 'text',
  label,
  english,
  required,
  maxLength,
})

/** What every record of master data has, before its own fields. */
export const ownFields: Fields = {
  code: text('编码', 'Code', false, 60),
  name: text('名称', 'Name', true, 200),
}

/** All fields of the form: the common ones, then those of the type without other roles'. */
export function formFieldsOf(type: RecordType): Fields {
  const own = Object.entries(type.fields).filter(([name]) => !type.without.includes(name) && name !== type.flag)
  return { ...ownFields, ...Object.fromEntries(own) }
}

function isRows(value: Json | undefined): value is readonly JsonRow[] {
  return Array.isArray(value)
}

function linesOf(fields: Fields, value: Json | undefined, references: References): readonly Line[] {
  if (!isRows(value)) return []
  return value.map((row) => ({ key: rowText(row, 'id'), values: valuesOf(fields, row, references) }))
}

/** The draft of a record as it was read. */
export function draftOf(type: RecordType, record: JsonRow, references: References): EntityDraft {
  return {
    values: valuesOf(formFieldsOf(type), record, references),
    tables: Object.fromEntries(
      type.tables.map((table) => [table.name, linesOf(table.fields, record[table.name], references)]),
    ),
  }
}

function initialValue(field: DefinedField, today: string): FieldValue {
  if (field.initial === 'today') return today
  return field.initial ?? null
}

/** The draft that a new record begins with. */
export function emptyDraft(type: RecordType, today: string): EntityDraft {
  return {
    values: Object.fromEntries(
      Object.entries(formFieldsOf(type)).map(([name, field]) => [name, initialValue(field, today)]),
    ),
    tables: Object.fromEntries(type.tables.map((table) => [table.name, []])),
  }
}

/** A new record like another: without its code, and with lines of its own. */
export function copyOf(draft: EntityDraft): EntityDraft {
  return {
    values: { ...draft.values, code: null },
    tables: Object.fromEntries(
      Object.entries(draft.tables).map(([name, lines]) => [name, lines.map((line) => newLine(line.values))]),
    ),
  }
}

function isEmptyLine(line: Line): boolean {
  return Object.values(line.values).every((value) => value === null || value === '' || value === false)
}

/** What is sent: the values that changed, and whole tables, whose lines keep the ids they were read with. */
export function bodyOf(type: RecordType, draft: EntityDraft, before: EntityDraft | null): Record<string, Json> {
  const fields = formFieldsOf(type)
  const values = jsonOf(fields, draft.values)
  const old = before === null ? {} : jsonOf(fields, before.values)
  const changed = Object.entries(values).filter(
    ([name, value]) => value !== old[name] && (before !== null || value !== null),
  )
  const tables = type.tables
    .filter((table) => draft.tables[table.name] !== before?.tables[table.name])
    .map((table): [string, Json] => [
      table.name,
      (draft.tables[table.name] ?? [])
        .filter((line) => !isEmptyLine(line))
        .map((line) => ({
          ...(line.key.startsWith('new-') ? {} : { id: line.key }),
          ...jsonOf(table.fields, line.values),
        })),
    ])
  return { ...Object.fromEntries(changed), ...Object.fromEntries(tables) }
}
