import type { Draft, Fields } from './field.ts'
import type {
  DeriveContext,
  DocumentDefinition,
  EntityDefinition,
  EntityFacet,
  HeaderContext,
  LineTables,
  RowScopeKind,
} from './record.ts'

/** Names that the HTTP interface keeps for itself; a type of that name could not be reached. */
export const reservedNames = [
  'approvals',
  'health',
  'openapi.json',
  'session',
  'ledgers',
  'reports',
  'imports',
  'jobs',
  'events',
  'checks',
  'files',
  'search',
  'catalogue',
  'processes',
  'keys',
  'users',
  'roles',
  'companies',
  'calls',
  'link',
  'notices',
  'schedules',
  'views',
  'delegations',
  'backups',
  'audit',
  'diagnostics',
  'personal-data',
  'printing',
  'sign-in',
  'sign-in-policy',
  'identity-providers',
  'mcp',
  'inbound',
  'interfaces',
  'tasks',
  'dashboards',
  'alert-rules',
  'subscriptions',
  'subscription-stop',
] as const

const namePattern = /^[a-z][a-zA-Z0-9]*$/

const checkName = (name: string) => {
  if (!namePattern.test(name)) throw new Error(`A definition's name is camelCase: ${name}`)
  if ((reservedNames as readonly string[]).includes(kebab(name))) throw new Error(`${name} is a reserved name`)
}

/** `salesDelivery` → `sales-delivery`: how a type is spelt in an address. */
export const kebab = (name: string): string => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)

/** `salesDelivery` → `sales_delivery`: how a type or field is spelt in the database. */
export const snake = (name: string): string => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)

/** `salesDelivery` → `Sales delivery`: the English label, unless a definition says a better one. */
export const englishOf = (named: { readonly name: string; readonly english?: string }): string =>
  named.english ?? sentence(named.name)

export const sentence = (name: string): string => {
  const words = name.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`)
  return words.charAt(0).toUpperCase() + words.slice(1)
}

declare const none: unique symbol

/** An entity without lines of its own. */
export type NoTables = { readonly [none]?: never }

/** Defines something that exists: 基础资料. Code, name, 停用 and version come with it. */
export const defineEntity = <
  const Name extends string,
  const F extends Fields,
  const T extends LineTables = NoTables,
>(definition: {
  readonly name: Name
  readonly label: string
  readonly english?: string
  readonly fields: F
  readonly tables?: T
  readonly tree?: boolean
  readonly facets?: Readonly<Record<string, EntityFacet>>
  readonly list?: readonly Extract<keyof NoInfer<F>, string>[]
  readonly scope?: RowScopeKind
  readonly everyDocument?: boolean
  readonly internal?: boolean
  readonly also?: readonly string[]
  readonly foundBy?: readonly string[]
  readonly tag?: readonly Extract<keyof NoInfer<F>, string>[]
}): EntityDefinition<Name, F, T> => {
  checkName(definition.name)
  return { ...definition, sort: 'entity', tables: definition.tables ?? ({} as T) }
}

/** Defines something that happens: 单据. Number, date, state, remark and version come with it. */
export const defineDocument = <
  const Name extends string,
  const H extends Fields,
  const T extends LineTables,
>(definition: {
  readonly name: Name
  readonly label: string
  readonly english?: string
  readonly numbering: string
  readonly header: H
  readonly tables: T
  readonly derive?: (header: Draft<NoInfer<H>>, context: HeaderContext<NoInfer<T>>) => Partial<Draft<NoInfer<H>>>
  readonly spread?: (
    tables: HeaderContext<NoInfer<T>>['tables'],
    context: DeriveContext,
  ) => Partial<HeaderContext<NoInfer<T>>['tables']>
  readonly list?: readonly Extract<keyof NoInfer<H>, string>[]
  readonly totals?: readonly string[]
  readonly promisedBy?: string
  readonly inWords?: string
  readonly outsideBooks?: boolean
  readonly internal?: boolean
  readonly keepsOwnTypes?: boolean
}): DocumentDefinition<Name, H, T> => {
  checkName(definition.name)
  return { ...definition, sort: 'document' }
}
