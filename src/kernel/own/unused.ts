import type { Catalogue } from '../definition/domain.ts'
import type { Field, Fields } from '../definition/field.ts'
import type { AnyDocument, AnyEntity } from '../definition/record.ts'
import type { AnyReport } from '../definition/report.ts'

/** The entities that every document names. */
export const everywhere = (catalogue: Catalogue): string[] =>
  [...catalogue.entities.values()].filter((entity) => entity.everyDocument === true).map((entity) => entity.name)

const refersTo = (field: Field, unused: readonly string[]): boolean =>
  field.kind === 'ref' && unused.includes(field.target?.name ?? '')

const hiddenIn = (fields: Fields, unused: readonly string[]): Fields =>
  Object.fromEntries(
    Object.entries(fields).map(([name, field]) => [name, refersTo(field, unused) ? { ...field, hidden: true } : field]),
  )

const withoutChoices = (field: Field, unused: readonly string[]): Field =>
  field.kind === 'choice' && unused.some((name) => field.options?.[name] !== undefined)
    ? {
        ...field,
        options: Object.fromEntries(Object.entries(field.options ?? {}).filter(([name]) => !unused.includes(name))),
      }
    : field

const askedOf = (report: AnyReport, unused: readonly string[]): AnyReport => ({
  ...report,
  parameters: Object.fromEntries(
    Object.entries(report.parameters).flatMap(([name, field]): [string, Field][] =>
      refersTo(field, unused) ? [] : [[name, withoutChoices(field, unused)]],
    ),
  ),
  columns: report.columns.filter((column) => !unused.includes(column.name)),
})

const plain = <Def extends AnyEntity | AnyDocument>(definition: Def, unused: readonly string[]): Def => ({
  ...definition,
  ...(definition.sort === 'document'
    ? { header: hiddenIn(definition.header, unused) }
    : { fields: hiddenIn(definition.fields, unused) }),
  tables: Object.fromEntries(
    Object.entries(definition.tables).map(([name, table]) => [
      name,
      { ...table, fields: hiddenIn(table.fields, unused) },
    ]),
  ),
})

/**
 * The product for a company that has no record of some entities that every document names: their fields are there and hidden, and
 * reports neither ask for them nor break down by them.
 */
export const withoutUnused = (catalogue: Catalogue, unused: readonly string[]): Catalogue => ({
  ...catalogue,
  entities: new Map([...catalogue.entities].map(([name, one]) => [name, plain(one, unused)])),
  documents: new Map([...catalogue.documents].map(([name, one]) => [name, plain(one, unused)])),
  reports: new Map([...catalogue.reports].map(([name, one]) => [name, askedOf(one, unused)])),
  facets: new Map(
    [...catalogue.facets].map(([name, { entity, facet }]) => [name, { entity: plain(entity, unused), facet }]),
  ),
})
