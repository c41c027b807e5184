import type { Json } from '../../base/json.ts'
import { decimal } from '../../base/decimal.ts'
import { Problem } from '../definition/problem.ts'
import type { AnyDocument, AnyEntity } from '../definition/record.ts'
import { inCompany } from '../own/installed-in.ts'
import type { Work } from '../posting/work.ts'
import { matchingIds, patternsOf } from '../search/find.ts'
import { derivedOf } from './derived-state.ts'
import type { Filter } from './list-filter.ts'
import { Parameters, columnNamed, filterConditions } from './list-filter.ts'
import { headerFields } from './draft.ts'
import { isSeen, referencesIn, rowsJson } from './record-json.ts'
import type { References } from './record-json.ts'
import { columnSql, lineTableOf, onlyOwn, readRow, tableOf } from './storage.ts'
import type { Row, StoredColumn } from './storage.ts'

/** What a list is asked for. */
export interface ListQuery {
  readonly filters: readonly Filter[]
  /** A column, `-` before it for descending. */
  readonly sort?: string | undefined
  readonly q?: string | undefined
  readonly cursor?: string | undefined
  readonly limit?: number | undefined
  readonly totals?: boolean | undefined
  /** Of an entity's role: only records that play it. */
  readonly flag?: string | undefined
}

/** A page of a list. */
export interface ListPage {
  readonly rows: readonly Readonly<Record<string, Json>>[]
  /** Where the next page begins; null on the last. */
  readonly next: string | null
  readonly references: References
  readonly totals?: Readonly<Record<string, Json>>
}

/** The most rows a page may hold. */
export const largestPage = 500

interface Order {
  /** Expressions that order the rows, all in one direction. */
  readonly keys: readonly string[]
  readonly types: readonly string[]
  readonly descending: boolean
  /** The first key may be null; such rows come last. */
  readonly nullable: boolean
}

const unknownSort = (name: string) =>
  new Problem('malformed', {
    zh: `不能按“${name.slice(0, 60)}”排序`,
    en: `The list cannot be sorted by ${name.slice(0, 60)}`,
  })

const sortKey = (work: Work, column: StoredColumn): { sql: string; type: string } => {
  const target =
    column.field.kind === 'ref' ? work.installed.catalogue.entities.get(column.field.target?.name ?? '') : undefined
  if (target === undefined) return { sql: columnSql(column, 't'), type: column.type }
  return {
    sql: `(select x.code from ${tableOf(target).name} x where x.company_id = $1 and x.id = ${columnSql(column, 't')})`,
    type: 'text',
  }
}

const orderOf = (work: Work, definition: AnyEntity | AnyDocument, sort: string | undefined): Order => {
  const isDocument = definition.sort === 'document'
  const given = sort === undefined || sort === '' ? (isDocument ? '-date' : 'code') : sort
  const descending = given.startsWith('-')
  const name = descending ? given.slice(1) : given
  const column = columnNamed(work, tableOf(definition), name)
  if (column === undefined) throw unknownSort(name)
  // Dates go with the number, codes and numbers are unique: these are what the indexes hold.
  if (isDocument && name === 'date')
    return { keys: ['t.date', 't.number'], types: ['date', 'text'], descending, nullable: false }
  if (name === 'code' || name === 'number') return { keys: [`t.${name}`], types: ['text'], descending, nullable: false }
  const key = sortKey(work, column)
  return { keys: [key.sql, 't.id'], types: [key.type, 'uuid'], descending, nullable: true }
}

const badCursor = () =>
  new Problem('malformed', { zh: '翻页标记无效，请重新查询', en: 'The cursor is not valid; ask for the first page' })

const readCursor = (cursor: string, order: Order): (string | null)[] => {
  try {
    const values: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString())
    if (
      Array.isArray(values) &&
      values.length === order.keys.length &&
      values.every((v) => v === null || typeof v === 'string')
    )
      return values
  } catch {
    // Told below, as any cursor that is none.
  }
  throw badCursor()
}

const afterCursor = (order: Order, cursor: readonly (string | null)[], parameters: Parameters): string => {
  const sign = order.descending ? '<' : '>'
  const places = cursor.map((value, index) => (value === null ? '' : parameters.add(value, order.types[index])))
  const [first = '', second = ''] = order.keys
  if (!order.nullable) return `(${order.keys.join(', ')}) ${sign} (${places.join(', ')})`
  if (cursor[0] === null) return `(${first} is null and ${second} ${sign} ${places[1]})`
  return `(${first} ${sign} ${places[0]} or (${first} = ${places[0]} and ${second} ${sign} ${places[1]}) or ${first} is null)`
}

const searchCondition = async (
  work: Work,
  definition: AnyEntity | AnyDocument,
  q: string | undefined,
  parameters: Parameters,
) => {
  const patterns = q === undefined ? [] : patternsOf(q)
  if (patterns.length === 0) return []
  const ids = await matchingIds(work.tx, work.company, definition.name, patterns)
  if (ids !== undefined) return [`t.id = any(${parameters.add(ids, 'uuid[]')})`]
  const matches = patterns.map((one) => `s.text like ${parameters.add(one)}`).join(' and ')
  return [`exists (select 1 from search_text s where s.company_id = $1 and s.record_id = t.id and ${matches})`]
}

const columnsOf = (work: Work, definition: AnyEntity | AnyDocument) =>
  tableOf(definition).columns.filter((column) => isSeen(column.field, work))

/** Fields whose text is in the search table, where a part of it is found by an index that the guarded tables cannot use. */
const isSearched = (definition: AnyEntity | AnyDocument, name: string): boolean =>
  (definition.sort === 'entity' && name === 'name') || headerFields(definition)[name]?.searched === true

/** Narrows a search for parts of a text to the records whose search text holds them; the filter itself still decides. */
const containedIn = async (
  work: Work,
  definition: AnyEntity | AnyDocument,
  filters: readonly Filter[],
  parameters: Parameters,
): Promise<string[]> => {
  const wanted = filters.filter((one) => one.op === 'contains' && isSearched(definition, one.field))
  const patterns = wanted.flatMap(({ value }) => (typeof value === 'string' ? patternsOf(value) : []))
  // Short terms are found only where a word begins, which is not what a filter means.
  const long = patterns.filter((one) => !one.startsWith('% '))
  const ids = long.length === 0 ? undefined : await matchingIds(work.tx, work.company, definition.name, long)
  return ids === undefined ? [] : [`t.id = any(${parameters.add(ids, 'uuid[]')})`]
}

/** The columns summed at the foot: what the document says, at its head or over its first table. */
const totalExpressions = (work: Work, definition: AnyEntity | AnyDocument): { name: string; sql: string }[] => {
  if (definition.sort === 'entity') return []
  const first = Object.keys(definition.tables)[0]
  const names = definition.totals ?? []
  return names.flatMap((name) => {
    const own = columnNamed(work, tableOf(definition), name)
    if (own !== undefined) return [{ name, sql: `sum(${columnSql(own, 't')})` }]
    const lines = first === undefined ? undefined : lineTableOf(definition, first)
    const column = lines === undefined ? undefined : columnNamed(work, lines, name)
    if (lines === undefined || column === undefined) return []
    return [
      {
        name,
        sql: `sum((select sum(${columnSql(column, 'l')}) from ${lines.name} l where l.company_id = $1 and l.owner_id = t.id))`,
      },
    ]
  })
}

const readTotals = async (
  work: Work,
  definition: AnyEntity | AnyDocument,
  where: string,
  values: readonly unknown[],
) => {
  const sums = totalExpressions(work, definition)
  const select = ['count(*)::text as n', ...sums.map(({ sql }, index) => `${sql} as s${index}`)].join(', ')
  const rows = await work.tx.rows<Record<string, string | null>>(
    `select ${select} from ${tableOf(definition).name} t where ${where}`,
    values,
    { named: false },
  )
  const row = rows[0] ?? {}
  return {
    count: Number(row['n'] ?? 0),
    ...Object.fromEntries(sums.map(({ name }, index) => [name, decimal(row[`s${index}`] ?? '0').toString()])),
  }
}

const decorate = async (work: Work, definition: AnyEntity | AnyDocument, rows: readonly Row[]) => {
  const fields = headerFields(definition)
  const [references, derived] = await Promise.all([
    referencesIn(
      work,
      rows.map((values) => ({ fields, values })),
    ),
    definition.sort === 'document' && rows.length > 0
      ? derivedOf(
          work,
          definition,
          rows.map((row) => String(row['id'])),
        )
      : undefined,
  ])
  const table = { ...tableOf(definition), columns: columnsOf(work, definition) }
  const json = rowsJson(table, rows, work).map((row, index) => {
    const links = derived?.get(String(rows[index]?.['id']))
    return links === undefined ? row : { ...row, derived: links }
  })
  return { references, json }
}

/**
 * A page of the records of a type, in keyset order, so that page 1,000 costs what the first costs. Only columns of the
 * definition, values only as parameters, and every statement names the company.
 */
export const listRecords = async (
  work: Work,
  product: AnyEntity | AnyDocument,
  query: ListQuery,
): Promise<ListPage> => {
  const definition = inCompany(work, product)
  const parameters = new Parameters(work.company)
  const flag = query.flag === undefined ? undefined : columnNamed(work, tableOf(definition), query.flag)
  const conditions = [
    `t.company_id = $1${onlyOwn(tableOf(definition), 't')}`,
    ...(flag === undefined ? [] : [columnSql(flag, 't')]),
    ...filterConditions(work, definition, query.filters, parameters),
    ...(await searchCondition(work, definition, query.q, parameters)),
    ...(await containedIn(work, definition, query.filters, parameters)),
  ]
  const where = conditions.join(' and ')
  const whole = [...parameters.values]
  const order = orderOf(work, definition, query.sort)
  const limit = Math.min(Math.max(query.limit ?? 50, 1), largestPage)
  const paged =
    query.cursor === undefined || query.cursor === ''
      ? where
      : `${where} and ${afterCursor(order, readCursor(query.cursor, order), parameters)}`
  const way = order.descending ? 'desc' : 'asc'
  const by = order.keys
    .map((key, index) => `${key} ${way}${order.nullable && index === 0 ? ' nulls last' : ''}`)
    .join(', ')
  const select = [
    ...columnsOf(work, definition).map((column) => `t.${column.column}`),
    ...order.keys.map((key, index) => `(${key})::text as sort_${index}`),
  ].join(', ')
  const [found, totals] = await Promise.all([
    work.tx.rows<Row>(
      `select ${select} from ${tableOf(definition).name} t where ${paged} order by ${by} limit ${limit + 1}`,
      parameters.values,
      { named: false },
    ),
    query.totals === true ? readTotals(work, definition, where, whole) : undefined,
  ])
  const page = found.slice(0, limit)
  const last = found.length > limit ? page.at(-1) : undefined
  const { references, json } = await decorate(
    work,
    definition,
    page.map((row) => readRow(tableOf(definition), row)),
  )
  return {
    rows: json,
    next:
      last === undefined
        ? null
        : Buffer.from(JSON.stringify(order.keys.map((_, index) => last[`sort_${index}`]))).toString('base64url'),
    references,
    ...(totals === undefined ? {} : { totals }),
  }
}
