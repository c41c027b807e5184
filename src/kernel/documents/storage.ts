import { formatOwn, readOwn } from '../own/own-values.ts'
import { fromStored, toStored } from '../definition/field-kinds.ts'
import { snake } from '../definition/define.ts'
import type { Field, Fields } from '../definition/field.ts'
import { boolean, date, integer, moment, ref, text } from '../definition/field.ts'
import type { AnyDocument, AnyEntity } from '../definition/record.ts'
import { columnOf, lineTableName } from '../database/table-spec.ts'
import { insertJsonSql, jsonRow } from '../database/json-rows.ts'
import type { Transaction } from '../database/transaction.ts'

/** One stored column: the property code knows, the column the table has, and the field that reads and writes it. */
export interface StoredColumn {
  readonly property: string
  readonly column: string
  /** The column's SQL type, to send values as arrays. */
  readonly type: string
  readonly field: Field
}

/** A table as the store sees it. */
export interface StoredTable {
  readonly name: string
  /** The columns that the table has. */
  readonly columns: readonly StoredColumn[]
  /** Fields of the company's own, which stand in `custom`. */
  readonly own: readonly StoredColumn[]
  /** What rows of several types in one table tell theirs by. */
  readonly only?: { readonly column: string; readonly value: string }
}

/** Every field of a table, the company's own last. */
export const allColumns = (table: StoredTable): readonly StoredColumn[] =>
  table.own.length === 0 ? table.columns : [...table.columns, ...table.own]

/** A column in a statement, of the row that `alias` names. */
export const columnSql = (column: StoredColumn, alias: string): string =>
  column.field.own === true
    ? `((${alias}.custom ->> '${column.property}')::${column.type})`
    : `${alias}.${column.column}`

/** The condition that keeps a type to its own rows, of the row that `alias` names; empty where it has a table to itself. */
export const onlyOwn = (table: StoredTable, alias = table.name): string =>
  table.only === undefined ? '' : ` and ${alias}.${table.only.column} = '${table.only.value}'`

export type Row = Readonly<Record<string, unknown>>

const stored = (property: string, field: Field, type?: string): StoredColumn => ({
  property,
  column: snake(property),
  type: type ?? columnOf(property, field).type.replace(/ collate .*/, ''),
  field,
})

const plainText = text({ label: '' })
const anyRef = ref({ name: 'record', label: '' }, { label: '' })

const audited: readonly StoredColumn[] = [
  stored('version', integer({ label: '版本' })),
  stored('createdAt', moment({ label: '创建时间' })),
  stored('createdBy', text({ label: '制单人' })),
  stored('updatedAt', moment({ label: '修改时间' })),
  stored('updatedBy', text({ label: '修改人' })),
]
const customColumn = stored('custom', { ...plainText, kind: 'json' })

const fieldColumns = (fields: Fields) =>
  Object.entries(fields).flatMap(([name, field]) => (field.own === true ? [] : [stored(name, field)]))

const ownColumns = (fields: Fields) =>
  Object.entries(fields).flatMap(([name, field]) => (field.own === true ? [stored(name, field)] : []))

/** By the definition and the part of it: two definitions may share the fields of a table, and still each has its own. */
const cache = new WeakMap<AnyEntity | AnyDocument, Map<string, StoredTable>>()
const cached = (definition: AnyEntity | AnyDocument, part: string, make: () => StoredTable): StoredTable => {
  const parts = cache.get(definition) ?? new Map<string, StoredTable>()
  cache.set(definition, parts)
  const found = parts.get(part) ?? make()
  parts.set(part, found)
  return found
}

/** The main table of an entity or document. */
export const tableOf = (definition: AnyEntity | AnyDocument): StoredTable =>
  cached(definition, '', () =>
    definition.sort === 'entity'
      ? {
          name: snake(definition.name),
          own: ownColumns(definition.fields),
          columns: [
            stored('id', anyRef),
            stored('code', plainText),
            stored('name', plainText),
            ...(definition.tree ? [stored('parent', anyRef)] : []),
            stored('disabled', boolean({ label: '停用' })),
            ...fieldColumns(definition.fields),
            customColumn,
            ...audited,
          ],
        }
      : {
          name: snake(definition.storedAs ?? definition.name),
          own: ownColumns(definition.header),
          ...(definition.storedAs === undefined ? {} : { only: { column: 'own_type', value: definition.name } }),
          columns: [
            stored('id', anyRef),
            stored('number', plainText),
            stored('date', date({ label: '单据日期' })),
            stored('state', plainText),
            stored('remark', plainText),
            stored('reverses', anyRef),
            ...fieldColumns(definition.header),
            customColumn,
            ...audited,
            stored('postedAt', moment({ label: '审核时间' })),
            stored('postedBy', plainText),
          ],
        },
  )

/** One of the tables of lines of an entity or document. */
export const lineTableOf = (definition: AnyEntity | AnyDocument, name: string): StoredTable => {
  const lines = definition.tables[name]
  if (lines === undefined) throw new Error(`${definition.name} has no table ${name}`)
  return cached(definition, name, () => ({
    name: lineTableName((definition.sort === 'document' ? definition.storedAs : undefined) ?? definition.name, name),
    own: ownColumns(lines.fields),
    columns: [
      stored('id', anyRef),
      stored('owner', anyRef),
      stored('lineNo', integer({ label: '行号' })),
      ...(definition.sort === 'document'
        ? [stored('sourceType', plainText), stored('sourceDocument', anyRef), stored('sourceLine', anyRef)]
        : []),
      ...fieldColumns(lines.fields),
      customColumn,
    ].map((column) => (column.property === 'owner' ? { ...column, column: 'owner_id' } : column)),
  }))
}

const insertSql = (table: StoredTable) =>
  insertJsonSql(
    table.name,
    ['company_id'],
    table.columns.map((c) => c.column),
  )

const sqlCache = new WeakMap<StoredTable, string>()

/** Own fields go into `custom`, beside what stands there already. */
const packed = (table: StoredTable, row: Row): Row => {
  if (table.own.length === 0) return row
  const before = row['custom']
  return { ...row, custom: { ...(typeof before === 'object' ? before : {}), ...formatOwn(table.own, row) } }
}

/** Inserts rows: one statement, prepared once, whatever their number. What goes wrong fails the transaction. */
export const insertRows = (tx: Transaction, company: string, table: StoredTable, rows: readonly Row[]): void => {
  if (rows.length === 0) return
  let sql = sqlCache.get(table)
  if (sql === undefined) {
    sql = insertSql(table)
    sqlCache.set(table, sql)
  }
  const kept = rows.map((row) => {
    const values = packed(table, row)
    return jsonRow(table.columns.map((c) => [c.column, values[c.property]]))
  })
  tx.send(sql, [company, JSON.stringify(kept)])
}

/** Updates the named properties of one row; the caller has checked its version under a lock. */
export const updateRow = (tx: Transaction, company: string, table: StoredTable, id: string, changes: Row): void => {
  const kept = 'custom' in changes ? packed(table, changes) : changes
  const columns = table.columns.filter((c) => c.property in kept)
  const sets = columns.map((c, index) => `${c.column} = $${index + 3}::${c.type}`).join(', ')
  tx.send(`update ${table.name} set ${sets} where company_id = $1 and id = $2`, [
    company,
    id,
    ...columns.map((c) => toStored(c.field, kept[c.property])),
  ])
}

export const selectList = (table: StoredTable, alias = ''): string =>
  table.columns.map((c) => (alias === '' ? c.column : `${alias}.${c.column}`)).join(', ')

/** A row of the database as code sees it. */
export const readRow = (table: StoredTable, row: Row): Record<string, unknown> => {
  const record: Record<string, unknown> = {}
  for (const c of table.columns) record[c.property] = fromStored(c.field, row[c.column])
  if (table.own.length > 0) Object.assign(record, readOwn(table.own, record['custom']))
  return record
}
