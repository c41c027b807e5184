import type { Json } from '../../base/json.ts'
import { fieldKinds } from '../definition/field-kinds.ts'
import { isKeptFrom, isMasked, maySee } from '../definition/field.ts'
import { maskPersonal } from '../definition/personal.ts'
import type { Field, Fields } from '../definition/field.ts'
import type { AnyDocument, AnyEntity } from '../definition/record.ts'
import { withoutOwn } from '../own/own-values.ts'
import type { Work } from '../posting/work.ts'
import type { LoadedRecord } from './load.ts'
import { knownRecord, referringOf } from './lookup.ts'
import { allColumns, lineTableOf, tableOf } from './storage.ts'
import type { Row, StoredColumn, StoredTable } from './storage.ts'

/** Whether a field means nothing in a company, because it never had a record of what the field goes with. */
export const isIdle = (field: Pick<Field, 'onlyWith'>, { stamps }: Partial<Pick<Work, 'stamps'>>): boolean =>
  field.onlyWith !== undefined && stamps?.has(field.onlyWith) === false

/** Who looks at a record, in the company whose stamps these are; without them nothing is left out for being of no use there. */
export type Viewer = Pick<Work, 'actor'> & Partial<Pick<Work, 'stamps'>>

/** Whether who asks may see a field: costs, margins and salaries need a right of their own, and a company keeps some from roles. */
export const isSeen = (field: Field, work: Viewer): boolean =>
  !isKeptFrom(field, work.actor.roles) && maySee(field, (right) => work.actor.may(right)) && !isIdle(field, work)

/** Values of own fields are answered under their names, to whom they are shown, and never as a part of `custom`. */
const valueJson = ({ property, field }: StoredColumn, row: Row): Json =>
  property === 'custom' ? withoutOwn(row[property]) : fieldKinds[field.kind].format(row[property])

/** Whether who asks may look for records by a field, or put them in order by it: what is masked gives nothing away so either. */
export const isAskable = (field: Field, work: Viewer): boolean =>
  isSeen(field, work) && !isMasked(field, (right) => work.actor.may(right))

/** A value as who asks may see it: stars in place of what identifies a person. */
export const shownTo = (field: Pick<Field, 'personal'>, value: Json, work: Pick<Work, 'actor'>): Json =>
  typeof value === 'string' && field.personal !== undefined && isMasked(field, (right) => work.actor.may(right))
    ? maskPersonal(field.personal, value)
    : value

/** The values of rows as JSON, without what may not be seen; who sees what is asked once for all of them. */
export const rowsJson = (table: StoredTable, rows: readonly Row[], work: Viewer): Record<string, Json>[] => {
  const seen = allColumns(table).filter((column) => isSeen(column.field, work))
  return rows.map((row) => {
    const values: Record<string, Json> = {}
    for (const column of seen) {
      if (column.property in row) values[column.property] = shownTo(column.field, valueJson(column, row), work)
    }
    return values
  })
}

/** The values of a row as JSON, without what may not be seen. */
export const rowJson = (table: StoredTable, row: Row, work: Viewer): Record<string, Json> =>
  rowsJson(table, [row], work)[0] ?? {}

const lineJson = (definition: AnyEntity | AnyDocument, name: string, line: Row, work: Work): Json => {
  const {
    owner: _owner,
    sourceType: _type,
    sourceDocument: _document,
    sourceLine: _line,
    ...values
  } = rowJson(lineTableOf(definition, name), line, work)
  return definition.sort === 'document' ? { ...values, source: (line['source'] ?? null) as Json } : values
}

/** A record with its lines as JSON. `type` is the address it was asked under: a party may be read as a customer. */
export const recordJson = (
  definition: AnyEntity | AnyDocument,
  record: LoadedRecord,
  work: Work,
  type: string = definition.name,
): Record<string, Json> => ({
  type,
  ...rowJson(tableOf(definition), record.header, work),
  ...Object.fromEntries(
    Object.keys(definition.tables).map((name) => [
      name,
      (record.tables[name] ?? []).map((line) => lineJson(definition, name, line, work)),
    ]),
  ),
})

/** Codes and names of what records refer to, by entity and id. */
export type References = Readonly<
  Record<string, Readonly<Record<string, { readonly code: string; readonly name: string }>>>
>

const refsIn = (fields: Fields) =>
  Object.entries(fields).flatMap(([name, field]) =>
    field.kind === 'ref' && field.target !== undefined ? [{ name, target: field.target.name }] : [],
  )

const namesOf = async (work: Work, definition: AnyEntity, ids: readonly string[]) => {
  const known = ids.flatMap((id) => {
    const record = knownRecord(work, definition.name, id)
    return record === undefined
      ? []
      : [{ id, code: String(record.header['code']), name: String(record.header['name']) }]
  })
  const unknown = known.length === ids.length ? [] : ids.filter((id) => !known.some((each) => each.id === id))
  const rows =
    unknown.length === 0
      ? []
      : // Names stand in records that are seen, whether or not what they name is.
        await work.tx.rowsIn<{ id: string; code: string; name: string }>(
          'whole',
          `select id, code, name from ${tableOf(definition).name} where company_id = $1 and id = any($2::uuid[])`,
          [work.company, unknown],
        )
  return [
    definition.name,
    Object.fromEntries([...known, ...rows].map((row) => [row.id, { code: row.code, name: row.name }])),
  ] as const
}

/** Loads codes and names for every reference in values of these fields; the statements go together. */
export const referencesIn = async (
  work: Work,
  values: readonly { readonly fields: Fields; readonly values: Row }[],
): Promise<References> => {
  const wanted = new Map<string, Set<string>>()
  for (const part of values) {
    for (const { name, target } of refsIn(part.fields)) {
      const id = part.values[name]
      if (typeof id === 'string') wanted.set(target, (wanted.get(target) ?? new Set()).add(id))
    }
  }
  const found = await Promise.all(
    [...wanted].flatMap(([target, ids]) => {
      const definition = work.installed.catalogue.entities.get(target)
      return definition === undefined ? [] : [namesOf(work, definition, [...ids])]
    }),
  )
  return Object.fromEntries(found)
}

/** The references of a record, its parent in a tree among them. */
export const recordReferences = async (
  work: Work,
  definition: AnyEntity | AnyDocument,
  record: LoadedRecord,
): Promise<References> => {
  const parts = referringOf(definition, record)
  if (definition.sort === 'document' || definition.tree !== true) return referencesIn(work, parts)
  const parent: Field = { kind: 'ref', label: '上级', required: false, target: definition }
  return referencesIn(work, [...parts, { fields: { parent }, values: record.header }])
}
