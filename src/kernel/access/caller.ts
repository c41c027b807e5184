import { createHash } from 'node:crypto'
import type { Pool } from 'pg'
import type { Id } from '../../base/id.ts'
import { askOnce, inTransaction } from '../database/transaction.ts'
import type { Language } from '../http/language.ts'
import type { Actor, Identity } from '../posting/work.ts'
import { allowsAddress } from './key-addresses.ts'
import { narrowed, rightsOf } from './rights.ts'
import type { May } from './rights.ts'
import { rowScopeOf, unbounded, unitedScope } from './row-scope.ts'
import type { MemberScope, PeopleScope, RowScope } from './row-scope.ts'
import { factorDuty, usualPolicy } from './sign-in-policy.ts'
import type { FactorDuty, FactorRule } from './sign-in-policy.ts'

/** A company someone may act in. */
export interface CallerCompany {
  readonly id: Id<'company'>
  readonly code: string
  readonly name: string
  readonly roles: readonly string[]
}

/** Who calls: a person with a session or a machine with a key, the company they act in and what they may do there. */
export interface Caller {
  readonly userId: string
  readonly username: string
  readonly name: string
  readonly language: Language | undefined
  readonly via: 'session' | 'key'
  /** The session's token; undefined for keys. */
  readonly token: string | undefined
  readonly company: Id<'company'> | undefined
  readonly companies: readonly CallerCompany[]
  readonly rights: readonly string[]
  readonly may: May
  /** The rows they are shown; all where nothing is said. */
  readonly scope: RowScope | undefined
  /** Modules that the company does not use. */
  readonly modulesOff: readonly string[]
  /** Those they stand in for today. */
  readonly standsFor: readonly Identity[]
  /** Who looks at the product with this person's eyes; nothing can be changed so. */
  readonly previewedBy?: string
  /** What they still owe of a second factor in the company they act in. */
  readonly factorDuty?: FactorDuty | undefined
}

export const actorOf = (caller: Caller): Actor => ({
  id: caller.userId,
  name: caller.name,
  username: caller.username,
  roles: caller.companies.find((one) => one.id === caller.company)?.roles ?? [],
  ...(caller.via === 'key' || caller.previewedBy !== undefined ? { staysHere: true } : {}),
  may: caller.may,
  scope: caller.scope,
  standsFor: caller.standsFor,
})

/** Keys and their like are kept as hashes; they are long and random, so a plain hash is enough. */
export const hashOf = (secret: string): string => createHash('sha256').update(secret).digest('hex')

interface Membership {
  readonly company: Id<'company'>
  readonly code: string
  readonly name: string
  readonly role: string
  readonly rights: readonly string[]
  readonly people: PeopleScope
  readonly off: readonly string[]
}

/** What a member is shown, and of whom: their own, or someone's for whom they stand in. */
interface Standing {
  readonly company: Id<'company'>
  readonly scope: MemberScope
}

interface Delegation extends Standing {
  readonly id: string
  readonly name: string
  readonly username: string
  /** Which of the other's rights are lent. */
  readonly lent: readonly string[]
  readonly roles: readonly { readonly name: string; readonly rights: readonly string[]; readonly people: PeopleScope }[]
}

interface PersonRow {
  readonly id: string
  readonly username: string
  readonly name: string
  readonly language: string | null
  readonly company: string | null
  readonly scopes: readonly string[] | null
  readonly memberships: readonly Membership[]
  readonly scopes_of: readonly Standing[]
  readonly delegations: readonly Delegation[]
  readonly previewing?: string | null
  /** The only company the session opens: of who came by its identity provider. */
  readonly bound?: string | null
  /** Whether the session was not seen for a minute. */
  readonly stale?: boolean
  readonly hasFactor?: boolean
  readonly rules?: readonly FactorRule[]
}

const scopeOf = (user: string) =>
  `(select jsonb_build_object('employee', c.employee, 'people', c.people, 'chosen', c.chosen) from member_scope c
    where c.company_id = m.company_id and c.user_id = ${user})`

const memberships = `coalesce((select jsonb_agg(jsonb_build_object('company', m.company_id, 'code', d.code, 'name', d.name,
    'off', d.modules_off, 'role', m.role, 'rights', coalesce(r.rights, '[]'), 'people', coalesce(r.people, 'all')) order by d.code, m.role)
  from member m join company_directory d on d.company_id = m.company_id
  left join role r on r.company_id = m.company_id and r.name = m.role
  where m.user_id = u.id and not m.disabled), '[]') as memberships,
  coalesce((select jsonb_agg(jsonb_build_object('company', m.company_id, 'scope', ${scopeOf('u.id')}))
    from member_scope m where m.user_id = u.id), '[]') as scopes_of,
  coalesce((select jsonb_agg(jsonb_build_object('company', m.company_id, 'id', f.id, 'name', f.name, 'username', f.username,
      'lent', m.rights, 'scope', ${scopeOf('f.id')},
      'roles', (select jsonb_agg(jsonb_build_object('name', o.role, 'rights', coalesce(r.rights, '[]'), 'people', coalesce(r.people, 'all')))
        from member o left join role r on r.company_id = o.company_id and r.name = o.role
        where o.company_id = m.company_id and o.user_id = f.id and not o.disabled)))
    from delegation m join company_directory d on d.company_id = m.company_id join access."user" f on f.id = m.from_user
    where m.to_user = u.id and m.revoked_at is null and (now() at time zone d.zone)::date between m.from_date and m.to_date), '[]') as delegations`

// Who came by an identity provider that asks for a second factor itself owes none here.
const rules = `(s.way = 'trusted' or exists (select 1 from second_factor f where f.user_id = u.id and f.confirmed_at is not null)
    or exists (select 1 from passkey p where p.user_id = u.id)) as "hasFactor",
  coalesce((select jsonb_agg(jsonb_build_object('company', y.company_id, 'factorFor', y.factor_for, 'graceDays', y.grace_days,
      'since', greatest(y.factor_since, u."createdAt"))) from sign_in_policy y
    where y.factor_since is not null and y.company_id in (select company_id from member where user_id = u.id)), '[]') as rules`

/** Of several companies the one that is strictest says how long a session lasts. */
const lasting = (column: string, usual: number) =>
  `coalesce((select min(y.${column}) from sign_in_policy y where y.company_id in (select company_id from member where user_id = u.id)), ${usual})`

const bySession = `select u.id, u.username, u.name, u.language, coalesce(s.bound, s.company) as company, s.bound, s.previewing, null as scopes,
    s."updatedAt" < now() - interval '1 minute' as stale, ${memberships}, ${rules}
  from access.session s join access."user" u on u.id = s."userId" where s.token = $1 and s."expiresAt" > now()
    and s."updatedAt" > now() - make_interval(mins => ${lasting('idle_minutes', usualPolicy.idleMinutes)})
    and s."createdAt" > now() - make_interval(hours => ${lasting('longest_hours', usualPolicy.longestHours)})`

const byKey = `select u.id, u.username, k.name, u.language, k.company_id as company, k.scopes, k.addresses,
    k.last_used_at is null or k.last_used_at < now() - interval '1 minute' as stale, ${memberships}
  from api_key k join access."user" u on u.id = k.user_id
  where k.hash = $1 and k.revoked_at is null and (k.expires_at is null or k.expires_at > now())`

const languageOf = (text: string | null): Language | undefined => (text === 'zh' || text === 'en' ? text : undefined)

const companiesIn = (rows: readonly Membership[]): CallerCompany[] =>
  [...Map.groupBy(rows, (row) => row.company)].map(([id, own]) => ({
    id,
    code: own[0]?.code ?? '',
    name: own[0]?.name ?? '',
    roles: own.map((row) => row.role),
  }))

const lentBy = (delegations: readonly Delegation[]): May => {
  const lenders = delegations.map(({ lent, roles }) => narrowed(rightsOf(roles.flatMap((role) => role.rights)), lent))
  return (right) => lenders.some((may) => may(right))
}

const callerOf = (row: PersonRow, token: string | undefined): Caller => {
  const companies = companiesIn(row.memberships).filter(({ id }) => typeof row.bound !== 'string' || id === row.bound)
  const chosen = companies.find((company) => company.id === row.company)
  // A key stays in its company; a person whose company is gone or not yet chosen acts in the first.
  const company = chosen ?? (token === undefined ? undefined : companies[0])
  const isHere = (one: { readonly company: string }) => one.company === company?.id
  const members = row.memberships.filter(isHere)
  // Whoever lends while no longer in the company lends nothing.
  const delegations = row.delegations
    .filter(isHere)
    .flatMap((one) => (Array.isArray(one.roles) && one.roles.length > 0 ? [one] : []))
  const rights = members.flatMap((one) => one.rights)
  const roles = members.map((one) => one.role)
  const [own, lent] = [rightsOf(rights), lentBy(delegations)]
  const may: May = delegations.length === 0 ? own : (right) => own(right) || lent(right)
  const member = row.scopes_of.find(isHere)?.scope ?? unbounded
  const scope = unitedScope([
    rowScopeOf(
      members.map((one) => one.people),
      member,
    ),
    // Whoever lends approvals alone does not lend their sight.
    ...delegations
      .filter(({ lent }) => lent.some((right) => right === '*' || right.endsWith('.read')))
      .map((one) =>
        rowScopeOf(
          one.roles.map((role) => role.people),
          one.scope ?? unbounded,
        ),
      ),
  ])
  return {
    userId: row.id,
    username: row.username,
    name: row.name,
    language: languageOf(row.language),
    via: token === undefined ? 'key' : 'session',
    token,
    company: company?.id,
    companies: token === undefined && company !== undefined ? [company] : companies,
    rights: row.scopes ?? [...rights, ...delegations.flatMap(lentRights)],
    may: row.scopes === null ? may : narrowed(may, row.scopes),
    scope,
    modulesOff: members[0]?.off ?? [],
    factorDuty: factorDuty(row.rules?.find(isHere), roles, row.hasFactor === true, new Date()),
    standsFor: delegations.filter(lendsApprovals).map(({ id, name, username, roles }) => ({
      id,
      name,
      username,
      roles: roles.map((role) => role.name),
    })),
  }
}

/** Approvals asked of the lender are asked of who stands in, where these are lent. */
const lendsApprovals = ({ lent }: Delegation): boolean =>
  lent.some((right) => right === '*' || right.endsWith('.approve'))

/** What is lent, as names a client can test: what is lent in full by its own name, else what the lender has of it. */
const lentRights = ({ lent, roles }: Delegation): readonly string[] => {
  const owned = roles.flatMap((role) => role.rights)
  const [mayLend, isOwned] = [rightsOf(lent), rightsOf(owned)]
  return [...lent.filter((right) => right !== '*' && isOwned(right)), ...owned.filter((right) => mayLend(right))]
}

const ask = async <Row extends PersonRow>(pool: Pool, sql: string, secret: string): Promise<Row | undefined> =>
  (await askOnce<Row>(pool, sql, [secret]))[0]

/** Writes down that a session or key was used, at most once a minute. */
const touch = (pool: Pool, sql: string, values: readonly unknown[]): Promise<unknown> =>
  inTransaction(pool, {}, (tx) => tx.query(sql, values))

/**
 * Who holds a session; one wait. Who looks with someone else's eyes is that person, as far as they may do as much themselves,
 * and is told from them.
 */
export const callerBySession = async (pool: Pool, token: string): Promise<Caller | undefined> => {
  const row = await ask(pool, bySession, token)
  if (row === undefined) return undefined
  if (row.stale === true) await touch(pool, 'update access.session set "updatedAt" = now() where token = $1', [token])
  const caller = callerOf(row, token)
  if (!row.previewing || caller.company === undefined || !caller.may('user.preview')) return caller
  const seen = await callerInCompany(pool, row.previewing, caller.company)
  if (seen?.company !== caller.company) return caller
  return {
    ...seen,
    token,
    companies: seen.companies.filter((one) => one.id === caller.company),
    may: (right) => seen.may(right) && caller.may(right),
    previewedBy: caller.name,
    factorDuty: caller.factorDuty,
  }
}

interface KeyRow extends PersonRow {
  readonly addresses: readonly string[]
}

/** Whose key it is; one wait. A key that is bound to addresses is none from elsewhere. */
export const callerByKey = async (pool: Pool, key: string, address: string): Promise<Caller | undefined> => {
  const row = await ask<KeyRow>(pool, byKey, hashOf(key))
  if (row === undefined || !allowsAddress(row.addresses, address)) return undefined
  if (row.stale === true)
    await touch(pool, 'update api_key set last_used_at = now(), last_address = $2 where hash = $1', [
      hashOf(key),
      address,
    ])
  return callerOf(row, undefined)
}

/** A person acting in a company without a request: jobs go on with the rights their starter has now. */
export const callerInCompany = async (pool: Pool, userId: string, company: string): Promise<Caller | undefined> => {
  const row = await inTransaction(pool, { readOnly: true }, async (tx) => {
    const rows = await tx.rows<PersonRow>(
      `select u.id, u.username, u.name, u.language, $2::text as company, null as scopes, ${memberships} from access."user" u where u.id = $1`,
      [userId, company],
    )
    return rows[0]
  })
  return row === undefined ? undefined : callerOf(row, '')
}
