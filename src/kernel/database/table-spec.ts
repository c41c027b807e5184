import { fieldKinds } from '../definition/field-kinds.ts'
import { snake } from '../definition/define.ts'
import type { Catalogue } from '../definition/domain.ts'
import type { Field, Fields } from '../definition/field.ts'
import type { AnyLedger, LedgerIndex } from '../definition/ledger.ts'
import type { AnyDocument, AnyEntity, LineTable } from '../definition/record.ts'

export interface ColumnSpec {
  readonly name: string
  readonly type: string
  readonly notNull?: boolean
  readonly default?: string
}

export interface IndexSpec {
  readonly columns: readonly string[]
  readonly unique?: boolean
  readonly using?: 'gin'
  readonly where?: string
}

export interface ForeignKeySpec {
  readonly columns: readonly string[]
  readonly table: string
  readonly references: readonly string[]
  readonly onDelete?: 'cascade'
}

/** What the application's role may do with a table; `append` is for ledgers, audit and whatever the law freezes. */
export type Access = 'change' | 'append' | 'read'

/** A table as it should be; migrations are written from the difference between two lists of these. */
export interface TableSpec {
  readonly name: string
  readonly columns: readonly ColumnSpec[]
  readonly primaryKey: readonly string[]
  readonly indexes: readonly IndexSpec[]
  readonly foreignKeys: readonly ForeignKeySpec[]
  readonly checks?: Readonly<Record<string, string>>
  readonly access: Access
  /** Rows belong to a company and row-level security hides the others'. False only for a listed, tested set. */
  readonly byCompany: boolean
  /** Which rows someone sees whose scope is not everything; all, where nothing is said. */
  readonly rows?: string
}

const company: ColumnSpec = { name: 'company_id', type: 'uuid', notNull: true }
const id: ColumnSpec = { name: 'id', type: 'uuid', notNull: true }
const custom: ColumnSpec = { name: 'custom', type: 'jsonb', notNull: true, default: `'{}'` }

const column = (name: string, type: string, notNull = false, fallback?: string): ColumnSpec => ({
  name,
  type,
  ...(notNull ? { notNull } : {}),
  ...(fallback === undefined ? {} : { default: fallback }),
})

/** Codes and numbers sort by code point, names by pinyin (the database's own order). */
export const columnOf = (name: string, field: Field): ColumnSpec => ({
  name: snake(name),
  type: fieldKinds[field.kind].column(field) + (field.unique && field.kind === 'text' ? ' collate "C"' : ''),
})

const columnsOf = (fields: Fields) => Object.entries(fields).map(([name, field]) => columnOf(name, field))

const referencesOf = (fields: Fields): ForeignKeySpec[] =>
  Object.entries(fields).flatMap(([name, field]) =>
    field.kind === 'ref' && field.target !== undefined && field.unchecked !== true
      ? [{ columns: ['company_id', snake(name)], table: snake(field.target.name), references: ['company_id', 'id'] }]
      : [],
  )

const indexesOf = (fields: Fields, further: readonly string[] = []): IndexSpec[] =>
  Object.entries(fields).flatMap(([name, field]) => {
    if (field.unique) return [{ columns: ['company_id', snake(name)], unique: true }]
    return field.indexed ? [{ columns: ['company_id', snake(name), ...further] }] : []
  })

const recordColumns = [
  column('version', 'integer', true, '1'),
  column('created_at', 'timestamptz', true),
  column('created_by', 'text', true),
  column('updated_at', 'timestamptz', true),
  column('updated_by', 'text', true),
]

const table = (spec: Omit<TableSpec, 'access' | 'byCompany'> & Partial<TableSpec>): TableSpec => ({
  access: 'change',
  byCompany: true,
  ...spec,
})

/** `salesDelivery`, `lines` → `sales_delivery_line`; other tables keep their own name: `collection_settlements`. */
export const lineTableName = (owner: string, name: string): string =>
  name === 'lines' ? `${snake(owner)}_line` : `${snake(owner)}_${snake(name)}`

const linesTable = (owner: AnyDocument | AnyEntity, name: string, lines: LineTable): TableSpec =>
  table({
    name: lineTableName(owner.name, name),
    columns: [
      company,
      id,
      column('owner_id', 'uuid', true),
      column('line_no', 'integer', true),
      ...(owner.sort === 'document'
        ? [column('source_type', 'text'), column('source_document', 'uuid'), column('source_line', 'uuid')]
        : []),
      ...columnsOf(lines.fields),
      custom,
    ],
    primaryKey: ['company_id', 'id'],
    indexes: [
      { columns: ['company_id', 'owner_id', 'line_no'] },
      ...(owner.sort === 'document'
        ? [{ columns: ['company_id', 'source_document'], where: 'source_document is not null' }]
        : []),
      ...indexesOf(lines.fields),
    ],
    foreignKeys: [
      {
        columns: ['company_id', 'owner_id'],
        table: snake(owner.name),
        references: ['company_id', 'id'],
        onDelete: 'cascade',
      },
      ...referencesOf(lines.fields),
    ],
  })

const tablesOfEntity = (entity: AnyEntity): TableSpec[] => [
  table({
    name: snake(entity.name),
    columns: [
      company,
      id,
      column('code', 'text collate "C"', true),
      column('name', 'text', true),
      ...(entity.tree ? [column('parent', 'uuid')] : []),
      column('disabled', 'boolean', true, 'false'),
      ...columnsOf(entity.fields),
      custom,
      ...recordColumns,
    ],
    primaryKey: ['company_id', 'id'],
    indexes: [
      { columns: ['company_id', 'code'], unique: true },
      { columns: ['company_id', 'name'] },
      ...indexesOf(entity.fields),
    ],
    foreignKeys: [
      ...(entity.tree
        ? [{ columns: ['company_id', 'parent'], table: snake(entity.name), references: ['company_id', 'id'] }]
        : []),
      ...referencesOf(entity.fields),
    ],
  }),
  ...Object.entries(entity.tables).map(([name, lines]) => linesTable(entity, name, lines)),
]

const tablesOfDocument = (document: AnyDocument): TableSpec[] => [
  table({
    name: snake(document.name),
    columns: [
      company,
      id,
      column('number', 'text collate "C"', true),
      column('date', 'date', true),
      column('state', 'text', true, `'draft'`),
      column('remark', 'text'),
      column('reverses', 'uuid'),
      ...columnsOf(document.header),
      custom,
      ...recordColumns,
      column('posted_at', 'timestamptz'),
      column('posted_by', 'text'),
    ],
    primaryKey: ['company_id', 'id'],
    indexes: [
      { columns: ['company_id', 'number'], unique: true },
      { columns: ['company_id', 'date', 'number'] },
      { columns: ['company_id', 'state', 'date', 'number'], where: `state <> 'posted'` },
      { columns: ['company_id', 'reverses'], unique: true, where: `reverses is not null and state <> 'void'` },
      // The last ones of a customer come without sorting all of theirs.
      ...indexesOf(document.header, ['date', 'number']),
    ],
    foreignKeys: referencesOf(document.header),
  }),
  ...Object.entries(document.tables).map(([name, lines]) => linesTable(document, name, lines)),
]

/** What every ledger entry carries, beside its own dimensions and measures. */
const entryColumns: readonly ColumnSpec[] = [
  column('posting_id', 'uuid', true),
  column('document_type', 'text', true),
  column('document_id', 'uuid', true),
  column('line_id', 'uuid'),
  column('line_no', 'integer', true, '0'),
  column('date', 'date', true),
  column('recorded_at', 'timestamptz', true),
  column('negates', 'uuid'),
  column('role', 'text', true),
  column('account_id', 'uuid'),
  column('against', 'jsonb', true, `'[]'`),
]

const indexOfLedger = (index: LedgerIndex): IndexSpec => {
  const { columns, ...where } = 'where' in index ? index : { columns: index }
  return { columns: ['company_id', ...columns.map(snake)], ...where }
}

const tablesOfLedger = (ledger: AnyLedger): TableSpec[] => {
  const entry = table({
    name: `${snake(ledger.name)}_entry`,
    access: 'append',
    columns: [company, id, ...entryColumns, ...columnsOf(ledger.entry)],
    primaryKey: ['company_id', 'id'],
    indexes: [
      { columns: ['company_id', 'posting_id'] },
      { columns: ['company_id', 'document_id'] },
      { columns: ['company_id', 'date'] },
      { columns: ['company_id', 'negates'], where: 'negates is not null' },
      ...(ledger.indexes ?? []).map(indexOfLedger),
    ],
    foreignKeys: referencesOf(ledger.entry),
  })
  if (ledger.balance === undefined) return [entry]
  const keys = ledger.balance.key.map(snake)
  const sums = new Set<string>(ledger.balance.sums)
  const kept = new Set<string>(ledger.balance.keeps)
  const inBalance = new Set<string>([...ledger.balance.key, ...ledger.balance.sums, ...kept])
  const balance = table({
    name: `${snake(ledger.name)}_balance`,
    columns: [
      company,
      ...Object.entries(ledger.entry)
        .filter(([name]) => inBalance.has(name))
        .map(([name, field]) => ({
          ...columnOf(name, field),
          notNull: !kept.has(name),
          ...(sums.has(name) ? { default: '0' } : {}),
        })),
    ],
    primaryKey: ['company_id', ...keys],
    indexes: [],
    foreignKeys: [],
  })
  return [entry, balance]
}

/** References to what has no table of its own (a line of any document) are kept without a foreign key. */
const withKnownTargets = (tables: readonly TableSpec[]): TableSpec[] => {
  const known = new Set(tables.map((spec) => spec.name))
  return tables.map((spec) => ({ ...spec, foreignKeys: spec.foreignKeys.filter((key) => known.has(key.table)) }))
}

/** Every table that the installed definitions need; the machine's own tables are added by whoever calls. */
export const tablesOf = (catalogue: Catalogue): TableSpec[] =>
  withKnownTargets([
    ...[...catalogue.entities.values()].flatMap(tablesOfEntity),
    ...[...catalogue.documents.values()].flatMap(tablesOfDocument),
    ...[...catalogue.ledgers.values()].flatMap(tablesOfLedger),
  ])
