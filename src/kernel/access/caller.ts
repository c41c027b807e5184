import { createHash } from 'node:crypto'
import type { Pool } from 'pg'
import type { Id } from '../../base/id.ts'
import { askOnce, inTransaction } from '../database/transaction.ts'
import type { Language } from '../http/language.ts'
import type { Actor } from '../posting/work.ts'
import { narrowed, rightsOf } from './rights.ts'
import type { May } from './rights.ts'

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
}

export const actorOf = (caller: Caller): Actor => ({
  id: caller.userId,
  name: caller.name,
  username: caller.username,
  roles: caller.companies.find((one) => one.id === caller.company)?.roles ?? [],
  ...(caller.via === 'key' ? { staysHere: true } : {}),
  may: caller.may,
})

/** Keys and their like are kept as hashes; they are long and random, so a plain hash is enough. */
export const hashOf = (secret: string): string => createHash('sha256').update(secret).digest('hex')

interface Membership {
  readonly company: Id<'company'>
  readonly code: string
  readonly name: string
  readonly role: string
  readonly rights: readonly string[]
}

interface PersonRow {
  readonly id: string
  readonly username: string
  readonly name: string
  readonly language: string | null
  readonly company: string | null
  readonly scopes: readonly string[] | null
  readonly memberships: readonly Membership[]
}

const memberships = `coalesce((select jsonb_agg(jsonb_build_object('company', m.company_id, 'code', d.code, 'name', d.name,
    'role', m.role, 'rights', coalesce(r.rights, '[]')) order by d.code, m.role)
  from member m join company_directory d on d.company_id = m.company_id
  left join role r on r.company_id = m.company_id and r.name = m.role
  where m.user_id = u.id and not m.disabled), '[]') as memberships`

const bySession = `select u.id, u.username, u.name, u.language, s.company, null as scopes, ${memberships}
  from access.session s join access."user" u on u.id = s."userId" where s.token = $1 and s."expiresAt" > now()`

const byKey = `select u.id, u.username, k.name, u.language, k.company_id as company, k.scopes, ${memberships}
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

const callerOf = (row: PersonRow, token: string | undefined): Caller => {
  const companies = companiesIn(row.memberships)
  const chosen = companies.find((company) => company.id === row.company)
  // A key stays in its company; a person whose company is gone or not yet chosen acts in the first.
  const company = chosen ?? (token === undefined ? undefined : companies[0])
  const rights = row.memberships.filter((one) => one.company === company?.id).flatMap((one) => one.rights)
  const own = rightsOf(rights)
  return {
    userId: row.id,
    username: row.username,
    name: row.name,
    language: languageOf(row.language),
    via: token === undefined ? 'key' : 'session',
    token,
    company: company?.id,
    companies: token === undefined && company !== undefined ? [company] : companies,
    rights: row.scopes ?? rights,
    may: row.scopes === null ? own : narrowed(own, row.scopes),
  }
}

const ask = async (pool: Pool, sql: string, secret: string): Promise<PersonRow | undefined> =>
  (await askOnce<PersonRow>(pool, sql, [secret]))[0]

/** Who holds a session; one wait. */
export const callerBySession = async (pool: Pool, token: string): Promise<Caller | undefined> => {
  const row = await ask(pool, bySession, token)
  return row === undefined ? undefined : callerOf(row, token)
}

/** Whose key it is; one wait. */
export const callerByKey = async (pool: Pool, key: string): Promise<Caller | undefined> => {
  const row = await ask(pool, byKey, hashOf(key))
  return row === undefined ? undefined : callerOf(row, undefined)
}

/** A person acting in a company without a request: jobs go on with the rights their starter has now. */
export const callerInCompany = async (pool: Pool, userId: string, company: string): Promise<Caller | undefined> => {
  const row = await inTransaction(pool, { readOnly: true }, async (tx) => {
    const rows = await tx.rows<PersonRow>(
      `select u.id, u.username, u.name, u.language, $2 as company, null as scopes, ${memberships} from access."user" u where u.id = $1`,
      [userId, company],
    )
    return rows[0]
  })
  return row === undefined ? undefined : callerOf(row, '')
}
