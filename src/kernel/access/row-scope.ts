import { escapeLiteral } from 'pg'
import { isUuid } from '../../base/id.ts'
import { snake } from '../definition/define.ts'
import type { Catalogue } from '../definition/domain.ts'
import type { RowScopeKind } from '../definition/record.ts'
import { elsewhereSetting, scopeSetting } from '../database/row-conditions.ts'

/** Whose records someone is shown: everyone's, their department's and those below it, or their own. */
export const peopleScopes = { all: '全部', department: '本部门及下级', own: '仅本人' } as const
export type PeopleScope = keyof typeof peopleScopes

export const isPeopleScope = (text: string): text is PeopleScope => Object.hasOwn(peopleScopes, text)

/** One who sees: the employee they are, and how far that reaches. */
export interface Seer {
  readonly employee: string | null
  readonly reach: 'department' | 'own'
}

/** The rows someone is shown, where that is not everything. Several seers see what each of them does. */
export interface RowScope {
  /** Undefined where records of everyone are seen. */
  readonly people?: readonly Seer[]
  /** The chosen records (warehouses) by entity; an entity that is not there is not bounded. */
  readonly chosen: Readonly<Record<string, readonly string[]>>
}

/** What the company says of a member: who of the employees they are, and what bounds their rows beside their roles. */
export interface MemberScope {
  readonly employee: string | null
  readonly people: PeopleScope | null
  readonly chosen: Readonly<Record<string, readonly string[]>>
}

export const unbounded: MemberScope = { employee: null, people: null, chosen: {} }

const widest = (scopes: readonly PeopleScope[]): PeopleScope =>
  scopes.includes('all') || scopes.length === 0 ? 'all' : scopes.includes('department') ? 'department' : 'own'

/** The scope of one person: their own setting wins, else the widest of their roles. */
export const rowScopeOf = (roles: readonly PeopleScope[], member: MemberScope): RowScope | undefined => {
  const reach = member.people ?? widest(roles)
  const isBounded = Object.keys(member.chosen).length > 0
  if (reach === 'all' && !isBounded) return undefined
  return { ...(reach === 'all' ? {} : { people: [{ employee: member.employee, reach }] }), chosen: member.chosen }
}

/** What someone sees who stands in for others: all that each of them would. */
export const unitedScope = (scopes: readonly (RowScope | undefined)[]): RowScope | undefined => {
  const bounded = scopes.filter((scope) => scope !== undefined)
  if (bounded.length < scopes.length || bounded.length === 0) return undefined
  const people = bounded.map((scope) => scope.people)
  const entities = Object.keys(bounded[0]?.chosen ?? {}).filter((name) =>
    bounded.every((scope) => scope.chosen[name] !== undefined),
  )
  const united: RowScope = {
    ...(people.includes(undefined) ? {} : { people: people.flatMap((each) => each ?? []) }),
    chosen: Object.fromEntries(
      entities.map((name) => [name, [...new Set(bounded.flatMap((scope) => scope.chosen[name] ?? []))]]),
    ),
  }
  return united.people === undefined && entities.length === 0 ? undefined : united
}

const entityOf = (catalogue: Catalogue, kind: RowScopeKind): string | undefined =>
  [...catalogue.entities.values()].find((entity) => entity.scope === kind)?.name

const setting = (name: string, value: string) => `select set_config('${name}', ${value}, true)`
const arrayOf = (ids: readonly string[]) => escapeLiteral(`{${ids.filter(isUuid).join(',')}}`)
const gathered = (query: string) => `coalesce((select array_agg(x.id)::text from (${query}) x), '{}')`

/** The employees and departments that seers reach, found by the database as the transaction opens. */
const peopleStatements = (catalogue: Catalogue, company: string, seers: readonly Seer[]): string[] => {
  const person = entityOf(catalogue, 'person')
  const unit = entityOf(catalogue, 'unit')
  if (person === undefined) return []
  const known = seers.flatMap((seer) => (seer.employee === null ? [] : [{ ...seer, employee: seer.employee }]))
  const wide = known.filter((seer) => seer.reach === 'department').map((seer) => seer.employee)
  const own = `select id from unnest(${arrayOf(known.map((seer) => seer.employee))}::uuid[]) as own(id)`
  const isOf = (alias: string) => `${alias}.company_id = ${escapeLiteral(company)}`
  const link = Object.entries(catalogue.entities.get(person)?.fields ?? {}).find(
    ([, field]) => field.kind === 'ref' && field.target?.name === unit,
  )?.[0]
  if (unit === undefined || link === undefined || wide.length === 0)
    return [setting(scopeSetting('people'), gathered(own)), setting(scopeSetting('units'), `'{}'`)]
  const units = `with recursive below as (
      select e.${snake(link)} as id from ${snake(person)} e where ${isOf('e')} and e.id = any(${arrayOf(wide)}::uuid[]) and e.${snake(link)} is not null
      union select d.id from ${snake(unit)} d join below on d.parent = below.id where ${isOf('d')})
    select id from below`
  return [
    setting(scopeSetting('units'), gathered(units)),
    setting(
      scopeSetting('people'),
      gathered(
        `${own} union select e.id from ${snake(person)} e where ${isOf('e')} and e.${snake(link)} = any(current_setting('${scopeSetting('units')}')::uuid[])`,
      ),
    ),
  ]
}

/** Someone who acts, as far as their sight depends on it. */
interface Reader {
  readonly company: string
  readonly actor: {
    readonly id: string
    readonly name: string
    readonly username?: string
    readonly roles?: readonly string[]
    readonly scope?: RowScope | undefined
    readonly standsFor?: readonly { readonly username: string; readonly roles: readonly string[] }[]
  }
}

/** Documents whose approval is asked of the reader are theirs to see, whatever their scope. */
const askedStatement = ({ company, actor }: Reader): string => {
  const identities = [{ username: actor.username ?? '', roles: actor.roles ?? [] }, ...(actor.standsFor ?? [])]
  const list = (texts: readonly string[]) =>
    texts.length === 0 ? 'array[]::text[]' : `array[${texts.map((text) => escapeLiteral(text)).join(', ')}]::text[]`
  const users = list(identities.map((one) => one.username))
  const roles = list(identities.flatMap((one) => one.roles))
  return setting(
    scopeSetting('asked'),
    gathered(
      `select s.document_id as id from approval_step s where s.company_id = ${escapeLiteral(company)} and s.is_current
         and (s.user_name = any(${users}) or s.role = any(${roles}))`,
    ),
  )
}

/**
 * What lies in what was chosen: the warehouses of the branches, where no warehouses were chosen by name. They are found by the
 * database as the transaction opens.
 */
const within = (catalogue: Catalogue, company: string, chosen: RowScope['chosen']): string[] =>
  [...catalogue.entities.values()].flatMap((entity) => {
    if (entity.scope !== 'chosen' || chosen[entity.name] !== undefined) return []
    const links = Object.entries(entity.fields).flatMap(([name, field]) => {
      const ids = field.kind === 'ref' ? chosen[field.target?.name ?? ''] : undefined
      return ids === undefined || field.target?.name === entity.name ? [] : [{ column: snake(name), ids }]
    })
    if (links.length === 0) return []
    const lies = links.map(({ column, ids }) => `e.${column} = any(${arrayOf(ids)}::uuid[])`).join(' and ')
    const found = `select e.id from ${snake(entity.name)} e where e.company_id = ${escapeLiteral(company)} and ${lies}`
    return [setting(scopeSetting(entity.name), gathered(found))]
  })

/** What lies outside of what was chosen: documents of own types name it in fields that no definition knows. */
const elsewhere = (catalogue: Catalogue, company: string): string[] =>
  [...catalogue.entities.values()].flatMap((entity) => {
    if (entity.scope !== 'chosen' || entity.everyDocument === true) return []
    const chosen = `nullif(current_setting('${scopeSetting(entity.name)}', true), '')::uuid[]`
    const others = `select e.id from ${snake(entity.name)} e where e.company_id = ${escapeLiteral(company)} and not e.id = any(${chosen})`
    return [setting(elsewhereSetting(entity.name), gathered(others))]
  })

/**
 * The statements that tell a transaction which rows its reader sees; undefined where they see all. They go with its opening,
 * so that they cost no wait.
 */
export const scopeStatements = (catalogue: Catalogue, reader: Reader): readonly string[] | undefined => {
  const { scope } = reader.actor
  if (scope === undefined) return undefined
  return [
    setting('suanpan.scope_writer', escapeLiteral(reader.actor.name)),
    askedStatement(reader),
    ...(scope.people === undefined ? [] : peopleStatements(catalogue, reader.company, scope.people)),
    ...within(catalogue, reader.company, scope.chosen),
    ...Object.entries(scope.chosen)
      .filter(([entity]) => catalogue.entities.get(entity)?.scope === 'chosen')
      .map(([entity, ids]) => setting(scopeSetting(entity), arrayOf(ids))),
    ...elsewhere(catalogue, reader.company),
  ]
}
