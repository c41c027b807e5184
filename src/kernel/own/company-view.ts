import type { Catalogue, Domain } from '../definition/domain.ts'
import { isKeptFrom } from '../definition/field.ts'
import type { Field, Fields } from '../definition/field.ts'
import type { AnyDocument, AnyEntity, LineTable } from '../definition/record.ts'
import { changedField, ownFieldOf } from './design.ts'
import type { DesignedField, FormDesign, OwnType } from './design.ts'
import { headPart } from './own-form.ts'
import { ownRecord } from './own-document.ts'
import { isOwnName } from './own-values.ts'
import { withFormulas } from './with-formulas.ts'

/** The area under which a company's own types of documents stand. */
export const ownDomainName = 'own'

const shaped = (fields: Fields, designed: readonly DesignedField[], catalogue: Catalogue): Fields => {
  const placed = designed.flatMap((one): [string, Field][] => {
    if (isOwnName(one.name)) {
      const target = one.target === null ? undefined : catalogue.entities.get(one.target)
      return [[one.name, ownFieldOf(one, target)]]
    }
    const field = fields[one.name]
    return field === undefined ? [] : [[one.name, changedField(field, one)]]
  })
  const names = new Set(placed.map(([name]) => name))
  const rest = Object.entries(fields).filter(([name]) => !names.has(name))
  // Where only own fields are named they follow the product's; else what a newer version brings stands last until it is placed.
  const onlyOwn = designed.every((one) => isOwnName(one.name))
  return Object.fromEntries(onlyOwn ? [...rest, ...placed] : [...placed, ...rest])
}

const shownInList = (list: readonly string[], designed: readonly DesignedField[]): string[] => [
  ...list,
  ...designed.flatMap((one) =>
    one.part === headPart && one.listed && !one.archived && !list.includes(one.name) ? [one.name] : [],
  ),
]

/** A definition as a company has designed it: its own fields among the product's, in its order, by its labels. */
export const designedAs = <Def extends AnyEntity | AnyDocument>(
  definition: Def,
  design: FormDesign,
  catalogue: Catalogue,
): Def => {
  const of = (part: string) => design.fields.filter((one) => one.part === part)
  const head = of(headPart)
  const tables = Object.fromEntries(
    Object.entries(definition.tables).map(([name, table]): [string, LineTable] => [
      name,
      { ...table, fields: shaped(table.fields, of(name), catalogue) },
    ]),
  )
  const fields = definition.sort === 'document' ? definition.header : definition.fields
  const list = shownInList(definition.list ?? Object.keys(fields).slice(0, 6), head)
  const whole = shaped(fields, head, catalogue)
  return withFormulas({
    ...definition,
    tables,
    list,
    ...(definition.sort === 'document'
      ? { header: whole, ...(design.numbering === null ? {} : { numbering: design.numbering }) }
      : { fields: whole }),
  })
}

/** The bare definition of a type of a company's own; its fields are those of its design. */
export const ownDefinition = (type: OwnType): AnyDocument => ({
  sort: 'document',
  name: type.name,
  label: type.label,
  english: type.english ?? type.label,
  numbering: type.numbering,
  storedAs: ownRecord.name,
  outsideBooks: true,
  header: { ownType: ownRecord.header.ownType },
  tables: type.linesLabel === null ? {} : { lines: { label: type.linesLabel, fields: {} } },
  // Whatever was sent, a record stays of the type at whose address it was written.
  derive: () => ({ ownType: type.name }),
  list: [],
})

const ownDomain = (documents: readonly AnyDocument[]): Domain[] =>
  documents.length === 0 ? [] : [{ name: ownDomainName, label: '自定义单据', english: 'Own documents', documents }]

/** The product's catalogue as one company sees it. */
export const companyCatalogue = (
  catalogue: Catalogue,
  designs: readonly FormDesign[],
  types: readonly OwnType[],
): Catalogue => {
  const byType = new Map(designs.map((design) => [design.type, design]))
  const designed = <Def extends AnyEntity | AnyDocument>(definition: Def): Def => {
    const design = byType.get(definition.name)
    return design === undefined ? definition : designedAs(definition, design, catalogue)
  }
  const entities = new Map([...catalogue.entities].map(([name, one]) => [name, designed(one)]))
  const kept = catalogue.documents.get(ownRecord.name)?.header ?? {}
  const everywhere = Object.fromEntries(Object.entries(kept).filter(([, field]) => field.everywhere === true))
  const own = types.map((type) => {
    const bare = ownDefinition(type)
    return designed({ ...bare, header: { ...bare.header, ...everywhere } })
  })
  return {
    ...catalogue,
    domains: [...catalogue.domains, ...ownDomain(own)],
    entities,
    documents: new Map([
      ...[...catalogue.documents].map(([name, one]) => [name, designed(one)] as const),
      ...own.map((one) => [one.name, one] as const),
    ]),
    facets: new Map(
      [...catalogue.facets].map(([name, { entity, facet }]) => [
        name,
        { entity: entities.get(entity.name) ?? entity, facet },
      ]),
    ),
  }
}

const shownFields = (fields: Fields, roles: readonly string[]): Fields =>
  Object.fromEntries(Object.entries(fields).filter(([, field]) => !isKeptFrom(field, roles)))

const shownOf = <Def extends AnyEntity | AnyDocument>(definition: Def, roles: readonly string[]): Def => ({
  ...definition,
  ...(definition.sort === 'document'
    ? { header: shownFields(definition.header, roles) }
    : { fields: shownFields(definition.fields, roles) }),
  tables: Object.fromEntries(
    Object.entries(definition.tables).map(([name, table]) => [
      name,
      { ...table, fields: shownFields(table.fields, roles) },
    ]),
  ),
})

/** A company's catalogue as someone with these roles is told of it: without the fields that are kept from them. */
export const shownTo = (catalogue: Catalogue, roles: readonly string[]): Catalogue => ({
  ...catalogue,
  entities: new Map([...catalogue.entities].map(([name, one]) => [name, shownOf(one, roles)])),
  documents: new Map([...catalogue.documents].map(([name, one]) => [name, shownOf(one, roles)])),
  facets: new Map(
    [...catalogue.facets].map(([name, { entity, facet }]) => [name, { entity: shownOf(entity, roles), facet }]),
  ),
})
