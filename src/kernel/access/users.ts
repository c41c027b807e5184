import type { Pool } from 'pg'
import { inTransaction } from '../database/transaction.ts'
import type { Transaction } from '../database/transaction.ts'
import { Problem, fieldProblem, notFound } from '../definition/problem.ts'
import type { FieldProblem } from '../definition/problem.ts'
import { isUsername } from './accounts.ts'
import type { Accounts } from './accounts.ts'
import { callerInCompany } from './caller.ts'
import type { Caller } from './caller.ts'
import { passwordProblems } from './password-policy.ts'
import type { MemberScope } from './row-scope.ts'

/** A user as administrators of a company see them. */
export interface UserView {
  readonly id: string
  readonly username: string
  readonly name: string
  readonly language: string | null
  readonly roles: readonly string[]
  readonly disabled: boolean
  /** Whether a password alone does not open the door for them. */
  readonly secondFactor: boolean
  /** Who of the employees they are and what bounds the rows they are shown; null where nothing was said. */
  readonly scope: MemberScope | null
}

/** What may be said of a user; what is not given stays. */
export interface UserInput {
  readonly username?: string
  readonly name?: string
  readonly password?: string
  readonly language?: string | null
  readonly roles?: readonly string[]
  readonly disabled?: boolean
}

const mayEnter = `(not exists (select 1 from member where user_id = u.id)
         or exists (select 1 from member where user_id = u.id and not disabled))`

/** Whether someone who showed who they are is still let in: not who is disabled wherever they belong. */
export const isLetIn = async (tx: Transaction, id: string): Promise<boolean> =>
  (await tx.rows(`select 1 from access."user" u where u.id = $1 and ${mayEnter}`, [id])).length > 0

/** Finds a person by name, with the hash of the password; for signing in only. */
export const findUser = async (
  pool: Pool,
  username: string,
): Promise<{ id: string; hash: string | undefined } | undefined> =>
  inTransaction(pool, { readOnly: true }, async (tx) => {
    const rows = await tx.rows<{ id: string; hash: string | undefined }>(
      `select u.id, a.password as hash from access."user" u
       left join access.account a on a."userId" = u.id and a."providerId" = 'credential'
       where u.username = $1 and ${mayEnter}`,
      [username],
    )
    return rows[0]
  })

const view = `select u.id, u.username, u.name, u.language, array_agg(m.role order by m.role) as roles, bool_and(m.disabled) as disabled,
  exists (select 1 from second_factor f where f.user_id = u.id and f.confirmed_at is not null)
    or exists (select 1 from passkey p where p.user_id = u.id) as "secondFactor",
  (select jsonb_build_object('employee', s.employee, 'people', s.people, 'chosen', s.chosen) from member_scope s
    where s.company_id = $1 and s.user_id = u.id) as scope
  from access."user" u join member m on m.user_id = u.id and m.company_id = $1`

/** The users of a company. */
export const listUsers = (tx: Transaction, company: string): Promise<UserView[]> =>
  tx.rows<UserView>(`${view} group by u.id, u.username, u.name, u.language order by u.username`, [company])

/** One user of a company. Throws a Problem when there is none. */
export const readUser = async (tx: Transaction, company: string, id: string): Promise<UserView> => {
  const rows = await tx.rows<UserView>(`${view} where u.id = $2 group by u.id, u.username, u.name, u.language`, [
    company,
    id,
  ])
  if (rows[0] === undefined) throw notFound('没有这个用户', 'There is no such user')
  return rows[0]
}

/** Records keep who wrote them by name, and someone bounded to their own sees those: so no two have the same. */
const refuseNamesake = async (tx: Transaction, company: string, name: string, id: string | undefined) => {
  const rows = await tx.rows<{ username: string }>(
    `select u.username from access."user" u join member m on m.user_id = u.id and m.company_id = $1
     where u.name = $2 and u.id is distinct from $3 limit 1`,
    [company, name.trim(), id ?? null],
  )
  const other = rows[0]?.username
  return other === undefined
    ? []
    : [fieldProblem('name', `与用户 ${other} 同名，请加以区别`, `is the name of ${other} too; tell them apart`)]
}

const usernameOf = async (tx: Transaction, id: string | undefined): Promise<string> =>
  (await tx.rows<{ username: string }>('select username from access."user" where id = $1', [id ?? '']))[0]?.username ??
  ''

const check = async (
  tx: Transaction,
  company: string,
  input: UserInput,
  isNew: boolean,
  id?: string,
): Promise<void> => {
  const problems: FieldProblem[] = input.name === undefined ? [] : await refuseNamesake(tx, company, input.name, id)
  if (isNew && !isUsername(input.username ?? '')) {
    problems.push(
      fieldProblem(
        'username',
        '用户名为 1 至 60 个字母、数字或 . _ - @',
        'must be 1 to 60 letters, figures or . _ - @',
      ),
    )
  }
  if (isNew && (input.name ?? '').trim() === '') problems.push(fieldProblem('name', '请填写姓名', 'name is required'))
  if (isNew || input.password !== undefined)
    problems.push(...passwordProblems(input.password ?? '', input.username ?? (await usernameOf(tx, id))))
  if (input.language !== undefined && input.language !== null && !['zh', 'en'].includes(input.language)) {
    problems.push(fieldProblem('language', '只能是 zh 或 en', 'must be zh or en'))
  }
  if (isNew && (input.roles ?? []).length === 0)
    problems.push(fieldProblem('roles', '请至少选择一个角色', 'needs at least one role'))
  const known = await tx.rows<{ name: string }>('select name from role where company_id = $1', [company])
  const names = new Set(known.map((role) => role.name))
  for (const [index, role] of (input.roles ?? []).entries()) {
    if (!names.has(role)) problems.push(fieldProblem(`roles.${index}`, `没有角色“${role}”`, `there is no role ${role}`))
  }
  if (problems.length > 0)
    throw new Problem('invalid', { zh: '用户有误，未保存', en: 'The user was not saved' }, problems)
}

/** Gives someone these roles in a company, and no others. */
export const writeRoles = async (
  tx: Transaction,
  company: string,
  userId: string,
  roles: readonly string[],
  disabled: boolean,
) => {
  tx.send('delete from member where company_id = $1 and user_id = $2', [company, userId])
  await tx.query(
    `insert into member (company_id, user_id, role, disabled) select $1, $2, role, $4 from unnest($3::text[]) as roles(role)`,
    [company, userId, [...new Set(roles)], disabled],
  )
}

/** Writes a person, with a password or without one where others say who they are, whatever company they are to be in. */
export const createPerson = async (
  accounts: Accounts,
  person: {
    readonly username: string
    readonly name: string
    readonly password?: string
    readonly language?: string | null
  },
): Promise<string> => {
  const context = await accounts.auth.$context
  const username = person.username.normalize('NFKC').toLowerCase()
  const user = await context.internalAdapter.createUser(
    {
      name: person.name,
      username,
      displayUsername: person.username,
      // Addresses are not asked for; the keeper of sessions wants one that is unique.
      email: `${encodeURIComponent(username)}@users.invalid`,
      emailVerified: false,
      language: person.language ?? null,
    },
    { method: 'email-password' },
  )
  if (person.password !== undefined)
    await context.internalAdapter.linkAccount({
      userId: user.id,
      providerId: 'credential',
      accountId: user.id,
      password: await context.password.hash(person.password),
    })
  return user.id
}

/** Adds a user to a company: a new person, or one that another company of this installation knows already is refused by name. */
export const createUser = async (
  pool: Pool,
  accounts: Accounts,
  company: string,
  input: UserInput,
): Promise<UserView> => {
  await inTransaction(pool, {}, async (tx) => {
    await check(tx, company, input, true)
    const taken = await tx.rows('select 1 from access."user" where username = $1', [
      (input.username ?? '').normalize('NFKC').toLowerCase(),
    ])
    if (taken.length > 0) {
      const text = { zh: '用户有误，未保存', en: 'The user was not saved' }
      throw new Problem('invalid', text, [fieldProblem('username', '用户名已被使用', 'is taken')])
    }
  })
  const { username = '', name = '', password = '', language = null, roles = [] } = input
  const id = await createPerson(accounts, { username, name: name.trim(), password, language })
  return inTransaction(pool, {}, async (tx) => {
    await writeRoles(tx, company, id, roles, input.disabled ?? false)
    return readUser(tx, company, id)
  })
}

const refuseIfLastAdministrator = async (tx: Transaction, company: string) => {
  const rows = await tx.rows(
    `select 1 from member m join role r on r.company_id = m.company_id and r.name = m.role
     where m.company_id = $1 and not m.disabled and r.rights ? '*' limit 1`,
    [company],
  )
  if (rows.length === 0) {
    throw new Problem('conflict', { zh: '至少要留一个能管理的用户', en: 'At least one administrator must remain' })
  }
}

/**
 * What opens the door opens every company its person belongs to. So a password or second factor is only changed by the person
 * themselves, or by someone who may do so in each of those companies.
 */
export const refuseForOtherCompanies = async (
  pool: Pool,
  caller: Caller,
  id: string,
  what: 'password' | 'secondFactor',
): Promise<void> => {
  if (id === caller.userId) return
  const companies = await inTransaction(pool, { readOnly: true }, (tx) =>
    tx.rows<{ company: string }>('select distinct company_id as company from member where user_id = $1', [id]),
  )
  for (const { company } of companies) {
    if (company === caller.company) continue
    const there = caller.via === 'key' ? undefined : await callerInCompany(pool, caller.userId, company)
    if (there?.company === company && there.may('user.update')) continue
    throw new Problem('invalid', { zh: '用户有误，未保存', en: 'The user was not saved' }, [
      fieldProblem(
        what,
        '该用户还属于您不能管理的公司，只能由本人在“我的”里修改，或由能管理其全部公司的管理员修改',
        'the user belongs to a company too that you do not administer; only the person, or an administrator of all of them, can change it',
      ),
    ])
  }
}

/** Changes a user of a company. A new password or disabling ends all sessions. */
export const updateUser = async (
  pool: Pool,
  accounts: Accounts,
  company: string,
  id: string,
  input: UserInput,
): Promise<UserView> => {
  const context = await accounts.auth.$context
  const hash = input.password === undefined ? undefined : await context.password.hash(input.password)
  let lacksPassword = false
  const after = await inTransaction(pool, {}, async (tx) => {
    const before = await readUser(tx, company, id)
    await check(tx, company, input, false, id)
    await writeRoles(tx, company, id, input.roles ?? before.roles, input.disabled ?? before.disabled)
    await refuseIfLastAdministrator(tx, company)
    await tx.query(
      `update access."user" set name = coalesce($2, name), language = case when $4 then $3 else language end, "updatedAt" = now() where id = $1`,
      [id, input.name?.trim() || null, input.language ?? null, input.language !== undefined],
    )
    if (hash !== undefined) {
      const { rowCount } = await tx.query(
        `update access.account set password = $2, "updatedAt" = now() where "userId" = $1 and "providerId" = 'credential'`,
        [id, hash],
      )
      lacksPassword = rowCount === 0
      await tx.query('delete from sign_in_failure where username = $1', [before.username])
    }
    if (hash !== undefined || input.disabled === true)
      await tx.query('delete from access.session where "userId" = $1', [id])
    return readUser(tx, company, id)
  })
  // Who came by an identity provider has had none so far.
  if (lacksPassword && hash !== undefined)
    await context.internalAdapter.linkAccount({ userId: id, providerId: 'credential', accountId: id, password: hash })
  return after
}

/** Takes a user out of a company; the person stays for the trail, and for other companies. */
export const removeUser = async (pool: Pool, company: string, id: string): Promise<void> => {
  await inTransaction(pool, {}, async (tx) => {
    await readUser(tx, company, id)
    await tx.query('delete from member where company_id = $1 and user_id = $2', [company, id])
    await refuseIfLastAdministrator(tx, company)
    await tx.query(
      `delete from access.session where "userId" = $1 and not exists (select 1 from member where user_id = $1)`,
      [id],
    )
  })
}
