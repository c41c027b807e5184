import { createHash } from 'node:crypto'
import { createPerson, listUsers, removeUser, updateUser, writeRoles } from '../access/users.ts'
import { isUsername } from '../access/accounts.ts'
import { audit } from '../audit/audit.ts'
import type { Transaction } from '../database/transaction.ts'
import { inTransaction } from '../database/transaction.ts'
import type { ServerContext } from '../http/context.ts'
import type { Work } from '../posting/work.ts'
import type { ScimObject } from './filter.ts'
import { activeAt, listRoles, membersAt, nameAt, textAt, ungrouped } from './resources.ts'
import type { ScimRole, ScimUser } from './resources.ts'
import { ScimProblem } from './scim-problem.ts'

const readExternal = async (tx: Transaction, company: string): Promise<ReadonlyMap<string, string>> => {
  const rows = await tx.rows<{ user: string; external: string }>(
    `select user_id as "user", external_id as external from scim_person where company_id = $1`,
    [company],
  )
  return new Map(rows.map(({ user, external }) => [user, external]))
}

const keepExternal = async (tx: Transaction, company: string, user: string, external: string | undefined) => {
  await tx.query('delete from scim_person where company_id = $1 and user_id = $2', [company, user])
  if (external !== undefined)
    await tx.query('insert into scim_person (company_id, user_id, external_id) values ($1, $2, $3)', [
      company,
      user,
      external,
    ])
}

const keepUngrouped = (tx: Transaction, company: string) =>
  tx.query(
    `insert into role (company_id, name, label, rights, people) values ($1, $2, '未分组（目录同步）', '[]', 'all')
     on conflict (company_id, name) do nothing`,
    [company, ungrouped],
  )

/** The users of a company with the ids that a directory knows them by. */
export const scimUsers = async (tx: Transaction, company: string): Promise<ScimUser[]> => {
  const [users, external] = await Promise.all([listUsers(tx, company), readExternal(tx, company)])
  return users.map((user) => ({ ...user, externalId: external.get(user.id) ?? null }))
}

export const scimUser = async (tx: Transaction, company: string, id: string): Promise<ScimUser> => {
  const found = (await scimUsers(tx, company)).find((user) => user.id === id)
  if (found === undefined) throw new ScimProblem(404, `Resource ${id} not found`)
  return found
}

export const scimRole = async (tx: Transaction, company: string, id: string): Promise<ScimRole> => {
  const found = (await listRoles(tx, company)).find((role) => role.name === id)
  if (found === undefined) throw new ScimProblem(404, `Resource ${id} not found`)
  return found
}

const note = (work: Work, action: string, label: string, after: object): void =>
  audit(work, { action, type: 'user', record: work.company, label, after: { ...after, by: 'SCIM' } })

/** Makes a person whom a directory names, without a password: they sign in at the company's identity provider. */
export const provisionUser = async (context: ServerContext, work: Work, body: ScimObject): Promise<string> => {
  const username = textAt(body, 'userName')
  if (username === undefined || !isUsername(username))
    throw new ScimProblem(400, 'userName must be 1 to 60 letters, figures or . _ - @', 'invalidValue')
  const said = nameAt(body) ?? username
  const active = activeAt(body) ?? true
  const external = textAt(body, 'externalId')
  const plain = username.normalize('NFKC').toLowerCase()
  const [taken] = await work.tx.rows('select 1 from access."user" where username = $1', [plain])
  if (taken !== undefined) throw new ScimProblem(409, `userName ${username} is taken`, 'uniqueness')
  const known = await listUsers(work.tx, work.company)
  // Two of one name could not be told apart in the books.
  const name = known.some((user) => user.name === said) ? `${said} (${username})` : said
  const id = await createPerson(context.accounts, { username, name })
  await inTransaction(context.apartPool, {}, async (tx) => {
    await keepUngrouped(tx, work.company)
    await writeRoles(tx, work.company, id, [ungrouped], !active)
    await keepExternal(tx, work.company, id, external)
  })
  note(work, 'create', username, { username, name, active, externalId: external ?? null })
  return id
}

/** Makes a user what the directory says: called so, let in or not. Who is let in no more is signed out everywhere. */
export const changeUser = async (
  context: ServerContext,
  work: Work,
  before: ScimUser,
  after: ScimObject,
): Promise<void> => {
  const username = textAt(after, 'userName') ?? before.username
  if (username.normalize('NFKC').toLowerCase() !== before.username)
    throw new ScimProblem(400, 'userName cannot be changed: the trail knows people by it', 'mutability')
  const active = activeAt(after) ?? true
  const name = nameAt(after, before.name) ?? before.name
  const external = textAt(after, 'externalId')
  await updateUser(context.apartPool, context.accounts, work.company, before.id, {
    ...(name === before.name ? {} : { name }),
    disabled: !active,
  })
  await inTransaction(context.apartPool, {}, (tx) => keepExternal(tx, work.company, before.id, external))
  note(work, 'update', before.username, { name, active, externalId: external ?? null })
}

/** Takes someone out of the company; what they wrote stays, and so does who wrote it. */
export const dropUser = async (context: ServerContext, work: Work, user: ScimUser): Promise<void> => {
  await removeUser(context.apartPool, work.company, user.id)
  await inTransaction(context.apartPool, {}, (tx) => keepExternal(tx, work.company, user.id, undefined))
  note(work, 'delete', user.username, { username: user.username, name: user.name })
}

const giveRoles = async (context: ServerContext, work: Work, user: string, roles: readonly string[]): Promise<void> => {
  const given = roles.filter((role) => role !== ungrouped)
  await inTransaction(context.apartPool, {}, (tx) => keepUngrouped(tx, work.company))
  await updateUser(context.apartPool, context.accounts, work.company, user, {
    roles: given.length === 0 ? [ungrouped] : given,
  })
}

/** Gives a role to these people and takes it from all others. Refused where no administrator would remain. */
export const setMembers = async (
  context: ServerContext,
  work: Work,
  role: ScimRole,
  members: readonly string[],
): Promise<void> => {
  const users = new Map((await listUsers(work.tx, work.company)).map((user) => [user.id, user]))
  const unknown = members.find((id) => !users.has(id))
  if (unknown !== undefined) throw new ScimProblem(400, `There is no user ${unknown}`, 'invalidValue')
  // Whoever comes is let in before anyone goes, so that the last administrator can be another.
  const has = (id: string) => users.get(id)?.roles.includes(role.name) === true
  for (const id of members.filter((one) => !has(one)))
    await giveRoles(context, work, id, [...(users.get(id)?.roles ?? []), role.name])
  const leaving = [...users.values()].filter((user) => has(user.id) && !members.includes(user.id))
  for (const user of leaving)
    await giveRoles(
      context,
      work,
      user.id,
      user.roles.filter((one) => one !== role.name),
    )
  const names = members.map((id) => users.get(id)?.username ?? id)
  audit(work, { action: 'update', type: 'role', record: work.company, label: role.name, after: { members: names } })
}

const nameOfNew = (label: string): string => `group${createHash('sha256').update(label).digest('hex').slice(0, 12)}`

/** Makes a role without rights for a directory's group; what its members may do an administrator says. */
export const provisionRole = async (context: ServerContext, work: Work, body: ScimObject): Promise<string> => {
  const label = textAt(body, 'displayName')
  if (label === undefined) throw new ScimProblem(400, 'displayName is missing', 'invalidValue')
  const name = nameOfNew(label)
  const known = await listRoles(work.tx, work.company)
  if (known.some((role) => role.name === name || role.label === label))
    throw new ScimProblem(409, `There is a group ${label}`, 'uniqueness')
  await inTransaction(context.apartPool, {}, (tx) =>
    tx.query(`insert into role (company_id, name, label, rights, people) values ($1, $2, $3, '[]', 'own')`, [
      work.company,
      name,
      label,
    ]),
  )
  audit(work, { action: 'create', type: 'role', record: work.company, label: name, after: { name, label, rights: [] } })
  const members = membersAt(body)
  if (members.length > 0) await setMembers(context, work, { name, label, members: [] }, members)
  return name
}

/** Calls a role otherwise. The administrator's keeps its name. */
export const renameRole = async (work: Work, role: ScimRole, label: string): Promise<void> => {
  if (label === role.label) return
  if (role.name === 'administrator') throw new ScimProblem(400, 'The administrator’s role keeps its name', 'mutability')
  await work.tx.query('update role set label = $3 where company_id = $1 and name = $2', [
    work.company,
    role.name,
    label,
  ])
  audit(work, { action: 'update', type: 'role', record: work.company, label: role.name, after: { label } })
}

/** Takes away a group that a directory made and that was given no rights; a role with rights is an administrator's to keep. */
export const dropRole = async (context: ServerContext, work: Work, role: ScimRole): Promise<void> => {
  const [found] = await work.tx.rows<{ bare: boolean }>(
    `select jsonb_array_length(rights) = 0 as bare from role where company_id = $1 and name = $2`,
    [work.company, role.name],
  )
  if (found?.bare !== true)
    throw new ScimProblem(409, 'The role has rights: take its members away instead', 'mutability')
  await setMembers(context, work, role, [])
  await work.tx.query('delete from role where company_id = $1 and name = $2', [work.company, role.name])
  audit(work, { action: 'delete', type: 'role', record: work.company, label: role.name })
}
