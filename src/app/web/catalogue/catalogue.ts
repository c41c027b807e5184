import type { PhraseBook } from '../../../kernel/definition/phrases.ts'
import { learnPhrases } from '../../../ui/language/said.ts'
import { learnTerms } from '../../../ui/language/terms.ts'
import { createContext, use } from 'react'
import { requestJson } from '../../../ui/api/client.ts'
import type { Field, Fields } from '../../../kernel/definition/field.ts'
import type { ProcessSchedule, ReportChart, ReportColumn, ReportLayout } from '../../../kernel/definition/report.ts'

/** What the catalogue says of anything that has a name and an address. */
export type Named = {
  readonly name: string
  readonly address: string
  readonly label: string
  readonly english: string
  readonly initials: string
}

type FieldJson = Omit<Field, 'target'> & { readonly name: string; readonly target?: string }
type TableJson = {
  readonly name: string
  readonly label: string
  readonly english: string
  readonly atLeast: number
  readonly fields: readonly FieldJson[]
}
type FacetJson = Named & {
  readonly flag: string
  readonly list: readonly string[]
  readonly without: readonly string[]
}
type EntityJson = Named & {
  readonly tree: boolean
  readonly tags: boolean
  readonly internal: boolean
  readonly fields: readonly FieldJson[]
  readonly tables: readonly TableJson[]
  readonly list: readonly string[]
  readonly facets: readonly FacetJson[]
}
export type CatalogueFlow = {
  readonly name: string
  readonly label: string
  readonly english: string
  readonly target: string
  readonly address: string
}
type DocumentJson = Named & {
  readonly posts: boolean
  readonly internal: boolean
  readonly fields: readonly FieldJson[]
  readonly tables: readonly TableJson[]
  readonly list: readonly string[]
  readonly totals: readonly string[]
  readonly promised: boolean
  readonly own: boolean
  readonly flows: readonly CatalogueFlow[]
}
type ReportJson = Named & {
  readonly parameters: readonly FieldJson[]
  readonly columns: readonly ReportColumn[]
  readonly layout: ReportLayout
  readonly chart: ReportChart | null
  readonly form: string | null
  readonly files: readonly CatalogueFile[]
  readonly help: string | null
}
/** A layout of another program that a report is also written in. */
type CatalogueFile = {
  readonly format: string
  readonly label: string
  readonly english: string | null
  readonly extension: string
}
type PublicLinkJson = Named & {
  readonly subject: string
  readonly parameters: readonly FieldJson[]
  readonly days: number
  readonly help: string | null
}
type ProcessJson = Named & {
  readonly parameters: readonly FieldJson[]
  readonly schedule: ProcessSchedule | null
  readonly help: string | null
}
export type CatalogueDomain = Named & {
  readonly entities: readonly string[]
  readonly documents: readonly string[]
  readonly reports: readonly string[]
  readonly processes: readonly string[]
}
type CatalogueJson = {
  readonly domains: readonly CatalogueDomain[]
  readonly entities: readonly EntityJson[]
  readonly documents: readonly DocumentJson[]
  readonly reports: readonly ReportJson[]
  readonly processes: readonly ProcessJson[]
  readonly publicLinks: readonly PublicLinkJson[]
  readonly phrases: PhraseBook
  readonly terms: readonly (readonly [label: string, chinese: string])[]
}

export type CatalogueTable = Omit<TableJson, 'fields'> & { readonly fields: Fields }

/** A type of record at its address: an entity, one of its roles, or a document. */
export type RecordType = Named & {
  readonly sort: 'entity' | 'document'
  /** The name of the definition; that of the entity where this is a role of it. */
  readonly definition: string
  readonly internal: boolean
  /** A document that writes to the books, and does not only take effect. */
  readonly posts: boolean
  readonly tree: boolean
  /** Tags with QR codes are printed of it. */
  readonly tags: boolean
  readonly fields: Fields
  readonly tables: readonly CatalogueTable[]
  readonly list: readonly string[]
  readonly without: readonly string[]
  readonly totals: readonly string[]
  /** A type that the company has defined itself. */
  readonly own: boolean
  /** What is open of it was promised by a day, and may be late. */
  readonly promised: boolean
  readonly flows: readonly CatalogueFlow[]
  /** The field that says a record plays this role. */
  readonly flag?: string
  readonly domain: string
}

export type CatalogueReport = Omit<ReportJson, 'parameters'> & { readonly parameters: Fields; readonly domain: string }

/** Long work that can be started: closing a month, carrying profit forward. */
export type CatalogueProcess = Named & {
  readonly parameters: Fields
  readonly schedule: ProcessSchedule | null
  readonly help: string | null
  readonly domain: string
}

/** A purpose for which a record may be opened without sign-in. */
export type CataloguePublicLink = Omit<PublicLinkJson, 'parameters'> & { readonly parameters: Fields }

export type Catalogue = {
  readonly domains: readonly CatalogueDomain[]
  /** By address. */
  readonly types: ReadonlyMap<string, RecordType>
  readonly reports: ReadonlyMap<string, CatalogueReport>
  readonly processes: ReadonlyMap<string, CatalogueProcess>
  readonly publicLinks: readonly CataloguePublicLink[]
}

function fieldsOf(fields: readonly FieldJson[], labels: ReadonlyMap<string, string>): Fields {
  return Object.fromEntries(
    fields.map(({ name, target, ...field }): [string, Field] => [
      name,
      target === undefined ? field : { ...field, target: { name: target, label: labels.get(target) ?? field.label } },
    ]),
  )
}

function parentField(entity: EntityJson): Field {
  return { kind: 'ref', label: '上级', english: 'Parent', required: false, target: entity }
}

function recordTypes(json: CatalogueJson, labels: ReadonlyMap<string, string>): RecordType[] {
  const domainOf = (name: string): string =>
    json.domains.find((one) => one.entities.includes(name) || one.documents.includes(name))?.name ?? ''
  const tablesOf = (tables: readonly TableJson[]): CatalogueTable[] =>
    tables.map((table) => ({ ...table, fields: fieldsOf(table.fields, labels) }))
  const nothing = { totals: [], flows: [], without: [], tree: false, tags: false, promised: false, own: false }
  const entities = json.entities.flatMap((entity): RecordType[] => {
    const { facets, ...rest } = entity
    const fields = fieldsOf(entity.fields, labels)
    const whole: RecordType = {
      ...nothing,
      ...rest,
      sort: 'entity',
      posts: false,
      definition: entity.name,
      fields: entity.tree ? { parent: parentField(entity), ...fields } : fields,
      tables: tablesOf(entity.tables),
      domain: domainOf(entity.name),
    }
    return [whole, ...facets.map((facet): RecordType => ({ ...whole, ...facet, definition: entity.name }))]
  })
  const documents = json.documents.map((document): RecordType => ({
    ...nothing,
    ...document,
    sort: 'document',
    definition: document.name,
    fields: fieldsOf(document.fields, labels),
    tables: tablesOf(document.tables),
    domain: domainOf(document.name),
  }))
  return [...entities, ...documents]
}

/** The catalogue as pages use it: fields by name, types and reports by address. */
export function catalogueOf(json: CatalogueJson): Catalogue {
  const labels = new Map(json.entities.map((entity) => [entity.name, entity.label]))
  const domainOf = (name: string): string => json.domains.find((one) => one.reports.includes(name))?.name ?? ''
  return {
    domains: json.domains,
    types: new Map(recordTypes(json, labels).map((type) => [type.address, type])),
    reports: new Map(
      json.reports.map((report) => [
        report.address,
        { ...report, parameters: fieldsOf(report.parameters, labels), domain: domainOf(report.name) },
      ]),
    ),
    publicLinks: json.publicLinks.map((link) => ({ ...link, parameters: fieldsOf(link.parameters, labels) })),
    processes: new Map(
      json.processes.map((process) => [
        process.address,
        {
          ...process,
          parameters: fieldsOf(process.parameters, labels),
          domain: json.domains.find((one) => one.processes.includes(process.name))?.name ?? '',
        },
      ]),
    ),
  }
}

export async function fetchCatalogue(signal?: AbortSignal): Promise<Catalogue> {
  const json = await requestJson<CatalogueJson>('catalogue', { signal })
  learnPhrases(json.phrases)
  learnTerms(json.terms)
  return catalogueOf(json)
}

export const CatalogueContext = createContext<Catalogue | null>(null)

export function useCatalogue(): Catalogue {
  const catalogue = use(CatalogueContext)
  if (catalogue === null) throw new Error('there is no catalogue here')
  return catalogue
}

/** The type at an address, or by the name of its definition. */
export function typeNamed(catalogue: Catalogue, name: string): RecordType | undefined {
  return catalogue.types.get(name) ?? [...catalogue.types.values()].find((type) => type.name === name)
}
