import { snake } from '../definition/define.ts'
import type { Catalogue } from '../definition/domain.ts'
import type { Fields } from '../definition/field.ts'
import type { AnyDocument, AnyEntity, RowScopeKind } from '../definition/record.ts'
import type { TableSpec } from './table-spec.ts'

/** The setting of a transaction that lists the records of a dimension which its reader may see; empty where all. */
export const scopeSetting = (dimension: string): string => `suanpan.scope_${snake(dimension)}`

const listed = (dimension: string) => `(select nullif(current_setting('${scopeSetting(dimension)}', true), '')::uuid[])`
const isAmong = (column: string, dimension: string) => `${column} = any(${listed(dimension)}::uuid[])`
const isOff = (dimension: string) => `${listed(dimension)} is null`
const any = (conditions: readonly string[]) => `(${conditions.join(' or ')})`

/** What is the reader's own whoever it is about: they wrote it, or its approval is asked of them. */
const isOwn = (table: string) => [
  `${table}.created_by = (select current_setting('suanpan.scope_writer', true))`,
  isAmong(`${table}.id`, 'asked'),
]

interface Dimensions {
  readonly people: readonly string[]
  readonly units: readonly string[]
  readonly owned: readonly { readonly column: string; readonly entity: AnyEntity }[]
  readonly chosen: readonly { readonly entity: string; readonly columns: readonly string[] }[]
}

const scopeOf = (catalogue: Catalogue, entity: string): RowScopeKind | undefined =>
  catalogue.entities.get(entity)?.scope

const columnsTo = (catalogue: Catalogue, fields: Fields, kind: RowScopeKind) =>
  Object.entries(fields).flatMap(([name, field]) => {
    const entity = field.kind === 'ref' ? catalogue.entities.get(field.target?.name ?? '') : undefined
    return entity !== undefined && scopeOf(catalogue, entity.name) === kind ? [{ column: snake(name), entity }] : []
  })

const dimensionsOf = (catalogue: Catalogue, fields: Fields): Dimensions => ({
  people: columnsTo(catalogue, fields, 'person').map(({ column }) => column),
  units: columnsTo(catalogue, fields, 'unit').map(({ column }) => column),
  owned: columnsTo(catalogue, fields, 'owned'),
  chosen: [...Map.groupBy(columnsTo(catalogue, fields, 'chosen'), ({ entity }) => entity.name)].map(
    ([entity, columns]) => ({ entity, columns: columns.map(({ column }) => column) }),
  ),
})

/** The people an owned record names: a customer's salesperson, a supplier's buyer. */
const ownersOf = (catalogue: Catalogue, entity: AnyEntity): string[] =>
  columnsTo(catalogue, entity.fields, 'person').map(({ column }) => column)

const isOfMine = (catalogue: Catalogue, table: string, { column, entity }: Dimensions['owned'][number]): string =>
  `${table}.${column} in (select o.id from ${snake(entity.name)} o where o.company_id = ${table}.company_id and ${any(
    ownersOf(catalogue, entity).map((owner) => isAmong(`o.${owner}`, 'people')),
  )})`

/** By whom a row is handled: it, its unit, or the customer it is about is the reader's. */
const handled = (catalogue: Catalogue, table: string, of: Dimensions): string[] => [
  ...of.people.map((column) => isAmong(`${table}.${column}`, 'people')),
  ...of.units.map((column) => isAmong(`${table}.${column}`, 'units')),
  ...of.owned.map((owned) => isOfMine(catalogue, table, owned)),
]

/**
 * Where a row is: a chosen record that it names is the reader's, or it names none. Of what every document names, none is the
 * company's own part (总部), which is not the reader's.
 */
const placed = (catalogue: Catalogue, table: string, of: Dimensions, further: readonly string[] = []): string[] =>
  of.chosen.map(({ entity, columns }) =>
    any([
      isOff(entity),
      ...columns.map((column) => isAmong(`${table}.${column}`, entity)),
      ...(catalogue.entities.get(entity)?.everyDocument === true
        ? []
        : [`(${columns.map((column) => `${table}.${column} is null`).join(' and ')})`]),
      ...further,
    ]),
  )

const all = (conditions: readonly string[]): string | undefined =>
  conditions.length === 0 ? undefined : conditions.join(' and ')

/** The setting that lists what was not chosen, for records that name by fields which no definition knows. */
export const elsewhereSetting = (dimension: string): string => `${scopeSetting(dimension)}_elsewhere`

/**
 * Documents of a company's own types name people, departments, customers and places in its own fields, by their ids among the
 * other values. Which field that is only the company knows; whose record it is can be told from the ids alone.
 */
const ofOwnDocument = (catalogue: Catalogue, document: AnyDocument): string | undefined => {
  const table = snake(document.name)
  const of = dimensionsOf(catalogue, document.header)
  const texts = (setting: string) => `(select nullif(current_setting('${setting}', true), '')::text[])`
  const names = (test: string) => `exists (select 1 from jsonb_each_text(${table}.custom) v where ${test})`
  const namesListed = (setting: string) => names(`v.value = any(${texts(setting)}::text[])`)
  const scoped = [...catalogue.entities.values()]
  const owned = scoped
    .filter((entity) => entity.scope === 'owned' && ownersOf(catalogue, entity).length > 0)
    .map((entity) => {
      const mine = any(ownersOf(catalogue, entity).map((owner) => isAmong(`o.${owner}`, 'people')))
      return names(
        `v.value in (select o.id::text from ${snake(entity.name)} o where o.company_id = ${table}.company_id and ${mine})`,
      )
    })
  const by = [
    ...handled(catalogue, table, of),
    namesListed(scopeSetting('people')),
    namesListed(scopeSetting('units')),
    ...owned,
  ]
  const places = scoped
    .filter((entity) => entity.scope === 'chosen' && entity.everyDocument !== true)
    .map(({ name }) =>
      any([
        isOff(name),
        namesListed(scopeSetting(name)),
        `not ${namesListed(elsewhereSetting(name))}`,
        isAmong(`${table}.id`, 'asked'),
      ]),
    )
  return all([
    any([isOff('people'), ...by, ...isOwn(table)]),
    ...placed(catalogue, table, of, [isAmong(`${table}.id`, 'asked')]),
    ...places,
  ])
}

const ofDocument = (catalogue: Catalogue, document: AnyDocument): string | undefined => {
  if (document.keepsOwnTypes === true) return ofOwnDocument(catalogue, document)
  const table = snake(document.name)
  const of = dimensionsOf(catalogue, document.header)
  const by = handled(catalogue, table, of)
  const asked = isAmong(`${table}.id`, 'asked')
  return all([
    ...(by.length === 0 ? [] : [any([isOff('people'), ...by, ...isOwn(table)])]),
    ...placed(catalogue, table, of, [asked]),
  ])
}

const ofEntity = (catalogue: Catalogue, entity: AnyEntity): string | undefined => {
  const table = snake(entity.name)
  if (entity.scope === 'person' || entity.scope === 'unit') return undefined
  if (entity.scope === 'chosen') return any([isOff(entity.name), isAmong(`${table}.id`, entity.name)])
  const of = dimensionsOf(catalogue, entity.fields)
  if (entity.scope === 'owned') {
    // What belongs to nobody yet is everybody's (公海).
    const nobody = of.people.map((column) => `${table}.${column} is null`).join(' and ')
    return any([
      isOff('people'),
      ...of.people.map((column) => isAmong(`${table}.${column}`, 'people')),
      `(${nobody})`,
      `${table}.created_by = (select current_setting('suanpan.scope_writer', true))`,
    ])
  }
  return all([
    ...of.owned.map(({ column, entity: target }) =>
      any([`${table}.${column} is null`, `${table}.${column} in (select o.id from ${snake(target.name)} o)`]),
    ),
    ...placed(catalogue, table, of),
  ])
}

const ofEntries = (catalogue: Catalogue, table: string, fields: Fields): string | undefined => {
  const of = dimensionsOf(catalogue, fields)
  const by = handled(catalogue, table, of)
  return all([...(by.length === 0 ? [] : [any([isOff('people'), ...by])]), ...placed(catalogue, table, of)])
}

/** A register's columns that are called as the entities they hold. */
const ofRegister = (catalogue: Catalogue, table: TableSpec): string | undefined => {
  const uuids = table.columns.filter((column) => column.type === 'uuid').map((column) => column.name)
  const named = [...catalogue.entities.values()].filter((entity) => uuids.includes(snake(entity.name)))
  const of: Dimensions = {
    people: [],
    units: [],
    owned: named.flatMap((entity) => (entity.scope === 'owned' ? [{ column: snake(entity.name), entity }] : [])),
    chosen: named.flatMap((entity) =>
      entity.scope === 'chosen' ? [{ entity: entity.name, columns: [snake(entity.name)] }] : [],
    ),
  }
  const by = handled(catalogue, table.name, of)
  return all([...(by.length === 0 ? [] : [any([isOff('people'), ...by])]), ...placed(catalogue, table.name, of)])
}

const conditionsOf = (catalogue: Catalogue): ReadonlyMap<string, string | undefined> =>
  new Map<string, string | undefined>([
    ...[...catalogue.entities.values()].map((one) => [snake(one.name), ofEntity(catalogue, one)] as const),
    ...[...catalogue.documents.values()].map((one) => [snake(one.name), ofDocument(catalogue, one)] as const),
    ...[...catalogue.ledgers.values()].flatMap((ledger) => {
      const kept = new Set(ledger.balance?.key)
      const key = Object.fromEntries(Object.entries(ledger.entry).filter(([name]) => kept.has(name)))
      const name = snake(ledger.name)
      return [
        [`${name}_entry`, ofEntries(catalogue, `${name}_entry`, ledger.entry)] as const,
        [`${name}_balance`, ofEntries(catalogue, `${name}_balance`, key)] as const,
      ]
    }),
  ])

/**
 * The tables with what a reader sees of each whose scope is not everything: of records those that are theirs to handle and
 * lie where they may look, of lines those of such records, of entries and registers what is about them. It follows from
 * the definitions alone, and the database holds it, so that no list, report, export or search can forget it.
 */
export const withRowConditions = (catalogue: Catalogue, tables: readonly TableSpec[]): TableSpec[] => {
  const known = conditionsOf(catalogue)
  const conditionOf = (table: TableSpec): string | undefined => {
    if (known.has(table.name)) return known.get(table.name)
    const owner = table.foreignKeys.find((key) => key.onDelete === 'cascade' && key.columns.includes('owner_id'))
    if (owner === undefined) return table.byCompany ? ofRegister(catalogue, table) : undefined
    return known.get(owner.table) === undefined
      ? undefined
      : `exists (select 1 from ${owner.table} o where o.company_id = ${table.name}.company_id and o.id = ${table.name}.owner_id)`
  }
  return tables.map((table) => {
    const rows = conditionOf(table)
    return rows === undefined ? table : { ...table, rows }
  })
}
