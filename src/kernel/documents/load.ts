import type { Id } from '../../base/id.ts'
import type { AnyDocument, AnyEntity, DocumentRecord, EntityRecord } from '../definition/record.ts'
import type { Transaction } from '../database/transaction.ts'
import { lineTableOf, onlyOwn, readRow, selectList, tableOf } from './storage.ts'
import type { Row } from './storage.ts'

/** A record with its tables of lines, before its definition gives it a type. */
export interface LoadedRecord {
  readonly header: Record<string, unknown>
  readonly tables: Readonly<Record<string, readonly Record<string, unknown>[]>>
}

const readLine = (definition: AnyEntity | AnyDocument, name: string, row: Row): Record<string, unknown> => {
  const { owner, sourceType, sourceDocument, sourceLine, ...line } = readRow(lineTableOf(definition, name), row)
  const source =
    sourceType === null || sourceType === undefined
      ? null
      : { type: sourceType, document: sourceDocument, line: sourceLine }
  return { ...line, ownerId: owner, source }
}

const loadTable = async (
  tx: Transaction,
  company: string,
  definition: AnyEntity | AnyDocument,
  name: string,
  owners: readonly string[],
) => {
  const table = lineTableOf(definition, name)
  const rows = await tx.rows<Row>(
    `select ${selectList(table)} from ${table.name} where company_id = $1 and owner_id = any($2::uuid[]) order by owner_id, line_no`,
    [company, owners],
  )
  return [name, rows.map((row) => readLine(definition, name, row))] as const
}

/**
 * Loads records by id with all their lines; the statements go together. `lock` holds the main rows against change, but lets
 * others write rows that refer to them: who posts a line about an item need not wait for who edits the item, nor the other way.
 */
export const loadRecords = async (
  tx: Transaction,
  company: string,
  definition: AnyEntity | AnyDocument,
  ids: readonly string[],
  options: { readonly lock?: boolean } = {},
): Promise<Map<string, LoadedRecord>> => {
  const table = tableOf(definition)
  const [rows, ...tables] = await Promise.all([
    tx.rows<Row>(
      `select ${selectList(table)} from ${table.name} where company_id = $1 and id = any($2::uuid[])${onlyOwn(table)}` +
        (options.lock ? ' order by id for no key update' : ''),
      [company, ids],
    ),
    ...Object.keys(definition.tables).map((name) => loadTable(tx, company, definition, name, ids)),
  ])
  return new Map(
    rows.map((row) => {
      const header = readRow(table, row)
      const own = tables.map(([name, lines]) => [name, lines.filter((line) => line['ownerId'] === header['id'])])
      return [String(header['id']), { header, tables: Object.fromEntries(own) }]
    }),
  )
}

/** The typed view of a loaded document; the store wrote it by the same definition, which is what makes this true. */
export const asDocument = <Def extends AnyDocument>(definition: Def, loaded: LoadedRecord): DocumentRecord<Def> =>
  ({ header: { type: definition.name, ...loaded.header }, ...loaded.tables }) as DocumentRecord<Def>

/** Views are made once a record: rules look the same items up line by line. */
const views = new WeakMap<LoadedRecord, object>()

/** The typed view of a loaded entity. */
export const asEntity = <Def extends AnyEntity>(_definition: Def, loaded: LoadedRecord): EntityRecord<Def> => {
  const view = views.get(loaded) ?? { ...loaded.header, ...loaded.tables }
  views.set(loaded, view)
  return view as EntityRecord<Def>
}

/** Finds ids by code (entities) or number (documents); what is already an id stays. */
export const idsByCode = async (
  tx: Transaction,
  company: string,
  definition: AnyEntity | AnyDocument,
  codes: readonly string[],
): Promise<Map<string, Id<string>>> => {
  if (codes.length === 0) return new Map()
  const column = definition.sort === 'entity' ? 'code' : 'number'
  const rows = await tx.rows<{ key: string; id: Id<string> }>(
    `select ${column} as key, id from ${tableOf(definition).name} where company_id = $1 and ${column} = any($2::text[])${onlyOwn(tableOf(definition))}`,
    [company, codes],
  )
  return new Map(rows.map((row) => [row.key, row.id]))
}
