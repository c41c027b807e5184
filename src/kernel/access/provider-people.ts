import type { Pool } from 'pg'
import { inTransaction } from '../database/transaction.ts'
import type { Transaction } from '../database/transaction.ts'
import { isUsername } from './accounts.ts'
import type { Accounts } from './accounts.ts'
import type { Provider } from './identity-providers.ts'
import type { IdentityClaims } from './open-id.ts'
import { createPerson, isLetIn, writeRoles } from './users.ts'

/** Why someone whom the provider knows is not let in. */
export type NotLetIn = 'notInvited' | 'noRole' | 'disabled' | 'nameTaken' | 'unknownName'

export type Arrival = { readonly user: string; readonly isNew: boolean } | { readonly refused: NotLetIn }

/** The name that a provider says someone has here. An address that it has not verified names no one. */
const usernameIn = (provider: Provider, { claims }: IdentityClaims): string | undefined => {
  const name = claims[provider.usernameClaim]
  if (typeof name !== 'string' || !isUsername(name)) return undefined
  if (provider.usernameClaim === 'email' && claims['email_verified'] === false) return undefined
  return name.normalize('NFKC').toLowerCase()
}

/** The roles that someone's groups give them, or those of whoever is in none. */
const rolesIn = (provider: Provider, { claims }: IdentityClaims): readonly string[] => {
  const said = claims[provider.groupClaim]
  const groups = Array.isArray(said) ? said.map(String) : typeof said === 'string' ? [said] : []
  const given = groups.flatMap((group) => (Object.hasOwn(provider.roles, group) ? [provider.roles[group] ?? ''] : []))
  return given.length > 0 ? [...new Set(given)] : provider.defaultRoles
}

interface LinkRow {
  readonly user: string
  readonly managed: boolean
}

const linkOf = async (tx: Transaction, provider: Provider, subject: string): Promise<LinkRow | undefined> =>
  (
    await tx.rows<LinkRow>(
      `update identity_link set last_used_at = now() where company_id = $1 and provider_id = $2 and subject = $3
       returning user_id as "user", managed`,
      [provider.company, provider.id, subject],
    )
  )[0]

/** Writes down that what a provider says of a subject is this person. `managed` ones have the roles that it says. */
export const linkIdentity = async (
  tx: Transaction,
  provider: Provider,
  subject: string,
  user: string,
  managed: boolean,
): Promise<void> => {
  await tx.query(
    `insert into identity_link (company_id, provider_id, subject, user_id, managed, linked_at) values ($1, $2, $3, $4, $5, now())
     on conflict (company_id, provider_id, subject) do update set user_id = excluded.user_id, managed = excluded.managed,
       linked_at = excluded.linked_at`,
    [provider.company, provider.id, subject, user, managed],
  )
}

const isMember = async (tx: Transaction, provider: Provider, user: string): Promise<boolean> =>
  (
    await tx.rows('select 1 from member where company_id = $1 and user_id = $2 and not disabled limit 1', [
      provider.company,
      user,
    ])
  ).length > 0

const byName = async (tx: Transaction, username: string): Promise<string | undefined> =>
  (await tx.rows<{ id: string }>('select id from access."user" where username = $1', [username]))[0]?.id

/** Two of one name could not be told apart in the books; the later one has the name to sign in by beside it. */
const distinctName = async (tx: Transaction, provider: Provider, name: string, username: string): Promise<string> => {
  const rows = await tx.rows(
    `select 1 from access."user" u join member m on m.user_id = u.id and m.company_id = $1 where u.name = $2 limit 1`,
    [provider.company, name],
  )
  return rows.length === 0 ? name : `${name} (${username})`
}

const known = async (tx: Transaction, provider: Provider, said: IdentityClaims, link: LinkRow): Promise<Arrival> => {
  const roles = rolesIn(provider, said)
  if (link.managed && roles.length === 0) return { refused: 'noRole' }
  if (!(await isLetIn(tx, link.user)) || !(await isMember(tx, provider, link.user))) return { refused: 'disabled' }
  if (link.managed) await writeRoles(tx, provider.company, link.user, roles, false)
  return { user: link.user, isNew: false }
}

/**
 * Who of our people someone is whom the provider knows: by an earlier link; by their name, where an administrator has added
 * them; or made anew, where the company wants that, with the roles of their groups.
 */
export const personOf = async (
  pool: Pool,
  accounts: Accounts,
  provider: Provider,
  said: IdentityClaims,
): Promise<Arrival> => {
  const username = usernameIn(provider, said)
  const found = await inTransaction(pool, {}, async (tx): Promise<Arrival | 'new'> => {
    const link = await linkOf(tx, provider, said.subject)
    if (link !== undefined) return known(tx, provider, said, link)
    if (username === undefined) return { refused: 'unknownName' }
    const user = await byName(tx, username)
    if (user === undefined) return provider.creates ? 'new' : { refused: 'notInvited' }
    if (!(await isMember(tx, provider, user))) return { refused: provider.creates ? 'nameTaken' : 'notInvited' }
    await linkIdentity(tx, provider, said.subject, user, false)
    return { user, isNew: false }
  })
  if (found !== 'new' || username === undefined) return found === 'new' ? { refused: 'unknownName' } : found
  const roles = rolesIn(provider, said)
  if (roles.length === 0) return { refused: 'noRole' }
  const full = typeof said.claims['name'] === 'string' ? said.claims['name'].trim().slice(0, 100) : ''
  const name = await inTransaction(pool, { readOnly: true }, (tx) =>
    distinctName(tx, provider, full === '' ? username : full, username),
  )
  const user = await createPerson(accounts, { username, name })
  await inTransaction(pool, {}, async (tx) => {
    await writeRoles(tx, provider.company, user, roles, false)
    await linkIdentity(tx, provider, said.subject, user, true)
  })
  return { user, isNew: true }
}
