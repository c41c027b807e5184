import { ref } from './field.ts'
import type { AnyCall } from './call.ts'
import type { AnyFlow } from './flow.ts'
import type { AnyLedger } from './ledger.ts'
import type { AnyPublicLink } from './public-link.ts'
import type { AnyDocument, AnyEntity, EntityFacet } from './record.ts'
import type { AnyProcess, AnyReport } from './report.ts'

/** One area of the business: everything it defines. The list of domains is the installed product. */
export interface Domain {
  readonly name: string
  readonly label: string
  readonly english?: string
  /** Every company has it: it cannot be switched off. */
  readonly always?: boolean
  readonly entities?: readonly AnyEntity[]
  readonly documents?: readonly AnyDocument[]
  readonly flows?: readonly AnyFlow[]
  readonly ledgers?: readonly AnyLedger[]
  readonly reports?: readonly AnyReport[]
  readonly processes?: readonly AnyProcess[]
  readonly publicLinks?: readonly AnyPublicLink[]
  readonly calls?: readonly AnyCall[]
}

export const defineDomain = (domain: Domain): Domain => domain

/** Everything the installed domains define, by name. */
export interface Catalogue {
  readonly domains: readonly Domain[]
  readonly entities: ReadonlyMap<string, AnyEntity>
  readonly documents: ReadonlyMap<string, AnyDocument>
  readonly flows: ReadonlyMap<string, AnyFlow>
  readonly ledgers: ReadonlyMap<string, AnyLedger>
  readonly reports: ReadonlyMap<string, AnyReport>
  readonly processes: ReadonlyMap<string, AnyProcess>
  readonly publicLinks: ReadonlyMap<string, AnyPublicLink>
  readonly calls: ReadonlyMap<string, AnyCall>
  /** Roles of entities that have an address of their own: customer and supplier of party. */
  readonly facets: ReadonlyMap<string, { readonly entity: AnyEntity; readonly facet: EntityFacet }>
}

const collect = <T extends { readonly name: string }>(sort: string, items: readonly T[]): ReadonlyMap<string, T> => {
  const byName = new Map<string, T>()
  for (const item of items) {
    if (byName.has(item.name)) throw new Error(`Two ${sort} definitions are called ${item.name}`)
    byName.set(item.name, item)
  }
  return byName
}

/** A document with a field at its head for each entity that every document names. */
const withEverywhere = (document: AnyDocument, named: readonly AnyEntity[]): AnyDocument => {
  const missing = named.filter((entity) => !Object.hasOwn(document.header, entity.name))
  if (missing.length === 0) return document
  const fields = missing.map((entity) => [entity.name, ref(entity, { label: entity.label, everywhere: true })] as const)
  const list = document.list ?? Object.keys(document.header).slice(0, 6)
  return {
    ...document,
    header: { ...document.header, ...Object.fromEntries(fields) },
    list: [...list, ...missing.map((entity) => entity.name)],
  }
}

/** Gathers the domains' definitions; a name may be defined once. */
export const catalogueOf = (domains: readonly Domain[]): Catalogue => {
  const entities = collect(
    'entity',
    domains.flatMap((d) => d.entities ?? []),
  )
  const named = [...entities.values()].filter((entity) => entity.everyDocument === true)
  const documents = collect(
    'document',
    domains.flatMap((d) => d.documents ?? []).map((document) => withEverywhere(document, named)),
  )
  for (const name of documents.keys()) {
    if (entities.has(name)) throw new Error(`${name} is both an entity and a document`)
  }
  return {
    domains,
    entities,
    documents,
    flows: collect(
      'flow',
      domains.flatMap((d) => d.flows ?? []),
    ),
    ledgers: collect(
      'ledger',
      domains.flatMap((d) => d.ledgers ?? []),
    ),
    reports: collect(
      'report',
      domains.flatMap((d) => d.reports ?? []),
    ),
    processes: collect(
      'process',
      domains.flatMap((d) => d.processes ?? []),
    ),
    publicLinks: collect(
      'public link',
      domains.flatMap((d) => d.publicLinks ?? []),
    ),
    calls: collect(
      'call',
      domains.flatMap((d) => d.calls ?? []),
    ),
    facets: new Map(
      [...entities.values()].flatMap((entity) =>
        Object.entries(entity.facets ?? {}).map(([name, facet]) => [name, { entity, facet }] as const),
      ),
    ),
  }
}
