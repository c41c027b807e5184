import type { ColumnSpec, ForeignKeySpec, IndexSpec, TableSpec } from './table-spec.ts'

/** The role the application works as: it owns nothing and cannot step round row-level security. */
export const applicationRole = 'suanpan_app'
/** The role in which it reads for someone whose scope is not everything: policies of its own hold for it. */
export const scopedRole = 'suanpan_scoped'

const columnSql = (column: ColumnSpec) =>
  [column.name, column.type, column.notNull ? 'not null' : '', column.default ? `default ${column.default}` : '']
    .filter(Boolean)
    .join(' ')

const list = (names: readonly string[]) => names.join(', ')

// PostgreSQL cuts names at 63 bytes; a short hash of the whole keeps cut names apart.
const named = (...parts: string[]): string => {
  const name = parts.join('_')
  if (name.length <= 60) return name
  let hash = 7
  for (const letter of name) hash = (hash * 31 + letter.charCodeAt(0)) % 0xffffff
  return `${name.slice(0, 53)}_${hash.toString(16)}`
}

const indexName = (table: string, index: IndexSpec) =>
  named(
    table,
    ...index.columns.filter((column) => column !== 'company_id').map((column) => column.replace(/\W+/g, '_')),
    ...(index.where === undefined ? [] : ['some']),
    index.unique ? 'key' : 'index',
  )

const indexSql = (table: string, index: IndexSpec) =>
  `create ${index.unique ? 'unique ' : ''}index ${indexName(table, index)} on ${table}` +
  `${index.using ? ` using ${index.using}` : ''} (${list(index.columns)})${index.where ? ` where ${index.where}` : ''};`

const foreignKeyName = (table: string, key: ForeignKeySpec) =>
  named(table, ...key.columns.filter((column) => column !== 'company_id'), 'fkey')

const foreignKeySql = (table: string, key: ForeignKeySpec) =>
  `alter table ${table} add constraint ${foreignKeyName(table, key)} foreign key (${list(key.columns)}) ` +
  `references ${key.table} (${list(key.references)})${key.onDelete ? ` on delete ${key.onDelete}` : ''};`

const grants: Readonly<Record<TableSpec['access'], string>> = {
  change: 'select, insert, update, delete',
  append: 'select, insert',
  read: 'select',
}

// The company is read in a sub-select, so that it is evaluated once a statement and not once a row. Where none is set, nothing
// is seen and nothing can be written.
const companySet = `(select nullif(current_setting('suanpan.company', true), '')::uuid)`

const securitySql = (table: TableSpec) => [
  ...(table.byCompany
    ? [
        `alter table ${table.name} enable row level security;`,
        `alter table ${table.name} force row level security;`,
        `create policy company on ${table.name} using (company_id = ${companySet});`,
      ]
    : []),
  `grant ${grants[table.access]} on ${table.name} to ${applicationRole};`,
  `grant select on ${table.name} to ${scopedRole};`,
]

/** Bounds what a scoped reader sees; last of all, because these conditions ask other tables. */
const rowsSql = (table: TableSpec, before?: TableSpec): string[] => {
  if (table.rows === before?.rows) return []
  return [
    ...(before?.rows === undefined ? [] : [`drop policy rows on ${table.name};`]),
    ...(table.rows === undefined
      ? []
      : [`create policy rows on ${table.name} as restrictive for select to ${scopedRole} using (${table.rows});`]),
  ]
}

const checksSql = (table: TableSpec) =>
  Object.entries(table.checks ?? {}).map(
    ([name, condition]) => `alter table ${table.name} add constraint ${named(table.name, name)} check (${condition});`,
  )

const createSql = (table: TableSpec) => [
  `create table ${table.name} (\n${[
    ...table.columns.map((column) => `  ${columnSql(column)}`),
    `  primary key (${list(table.primaryKey)})`,
  ].join(',\n')}\n);`,
  ...table.indexes.map((index) => indexSql(table.name, index)),
  ...checksSql(table),
  ...securitySql(table),
]

const missing = <T>(wanted: readonly T[], present: readonly T[], key: (item: T) => string): T[] => {
  const keys = new Set(present.map(key))
  return wanted.filter((item) => !keys.has(key(item)))
}

const alterSql = (now: TableSpec, then: TableSpec) => {
  const byName = (column: ColumnSpec) => column.name
  const index = (spec: IndexSpec) => indexSql(now.name, spec)
  const key = (spec: ForeignKeySpec) => foreignKeySql(now.name, spec)
  const changed = then.columns.filter((column) => {
    const before = now.columns.find((other) => other.name === column.name)
    return before !== undefined && columnSql(before) !== columnSql(column)
  })
  if (changed.length > 0) {
    throw new Error(
      `Columns change their type; write this migration by hand: ${now.name} ${changed.map(byName).join(', ')}`,
    )
  }
  return [
    ...missing(now.indexes, then.indexes, index).map((spec) => `drop index ${indexName(now.name, spec)};`),
    ...missing(now.foreignKeys, then.foreignKeys, key).map(
      (spec) => `alter table ${now.name} drop constraint ${foreignKeyName(now.name, spec)};`,
    ),
    ...missing(now.columns, then.columns, byName).map(
      (column) => `alter table ${now.name} drop column ${column.name};`,
    ),
    ...missing(then.columns, now.columns, byName).map(
      (column) => `alter table ${now.name} add column ${columnSql(column)};`,
    ),
    ...missing(then.indexes, now.indexes, index).map((spec) => indexSql(now.name, spec)),
  ]
}

/**
 * The statements that lead from one list of tables to another, in an order that runs: tables, changes, then foreign
 * keys. A change of a column's type is refused: a person must say what becomes of the data.
 */
export const schemaDifference = (now: readonly TableSpec[], then: readonly TableSpec[]): string[] => {
  const before = new Map(now.map((table) => [table.name, table]))
  const added = then.filter((table) => !before.has(table.name))
  const kept = then.flatMap((table) => {
    const old = before.get(table.name)
    return old === undefined ? [] : [{ old, table }]
  })
  const dropped = missing(now, then, (table) => table.name)
  return [
    ...dropped.map((table) => `drop table ${table.name} cascade;`),
    ...added.flatMap(createSql),
    ...kept.flatMap(({ old, table }) => alterSql(old, table)),
    ...added.flatMap((table) => table.foreignKeys.map((key) => foreignKeySql(table.name, key))),
    ...kept.flatMap(({ old, table }) =>
      missing(table.foreignKeys, old.foreignKeys, (key) => foreignKeySql(table.name, key)).map((key) =>
        foreignKeySql(table.name, key),
      ),
    ),
    ...then.flatMap((table) => rowsSql(table, before.get(table.name))),
  ]
}
