import type { Pool } from 'pg'
import { inTransaction } from '../database/transaction.ts'
import { Problem } from '../definition/problem.ts'
import type { Accounts } from './accounts.ts'
import { passFactor, refuseCode } from './second-factor.ts'
import { findUser } from './users.ts'

/** Failures that are free; each further one locks the name for twice as long, up to an hour. */
const freeFailures = 5
const firstLockSeconds = 30
const longestLockSeconds = 3600

const keyOf = (username: string) => username.normalize('NFKC').trim().toLowerCase().slice(0, 200)

const refuseIfLocked = async (pool: Pool, key: string): Promise<void> => {
  const left = await inTransaction(pool, { readOnly: true }, async (tx) => {
    const rows = await tx.rows<{ seconds: string }>(
      `select ceil(extract(epoch from locked_until - now()))::text as seconds from sign_in_failure where username = $1 and locked_until > now()`,
      [key],
    )
    return rows[0]?.seconds
  })
  if (left === undefined) return
  throw new Problem('tooMany', {
    zh: `登录失败次数过多，请在 ${left} 秒后再试，或请管理员重设密码`,
    en: `Too many failed attempts; try again in ${left} seconds, or ask an administrator for a new password`,
  })
}

const recordFailure = async (pool: Pool, key: string): Promise<void> => {
  await inTransaction(pool, {}, async (tx) => {
    // Failures older than a day are forgotten; nobody is locked out for the slips of a month.
    await tx.query(
      `insert into sign_in_failure as f (username, failures, last_at, locked_until) values ($1, 1, now(), null)
       on conflict (username) do update set
         failures = case when f.last_at < now() - interval '1 day' then 1 else f.failures + 1 end,
         last_at = now(),
         locked_until = case when f.last_at >= now() - interval '1 day' and f.failures + 1 >= $2
           then now() + make_interval(secs => least($3 * power(2, least(f.failures + 1 - $2, 20)), $4)) end`,
      [key, freeFailures, firstLockSeconds, longestLockSeconds],
    )
  })
}

/** Forgets the failures of a name: after success, and when an administrator sets a new password. */
export const forgetFailures = async (pool: Pool, username: string): Promise<void> => {
  await inTransaction(pool, {}, (tx) => tx.query('delete from sign_in_failure where username = $1', [keyOf(username)]))
}

const wrong = () => new Problem('unauthenticated', { zh: '用户名或密码不正确', en: 'Wrong user name or password' })

/** What is verified when there is no such user, so that the answer takes as long as for one there is. */
let decoy: Promise<string> | undefined

/** Checks a password and opens a session; answers its token. Says the same of a wrong name and a wrong password. */
export const signIn = async (
  pool: Pool,
  accounts: Accounts,
  given: {
    readonly username: string
    readonly password: string
    /** Of the second factor, where there is one. */
    readonly code?: string | undefined
    readonly userAgent: string
    readonly address: string
  },
): Promise<string> => {
  const key = keyOf(given.username)
  await refuseIfLocked(pool, key)
  const context = await accounts.auth.$context
  decoy ??= context.password.hash('no one has this password')
  const user = await findUser(pool, key)
  const hash = user?.hash ?? (await decoy)
  const matches = given.password.length <= 128 && (await context.password.verify({ hash, password: given.password }))
  if (!matches || user?.hash === undefined) {
    await recordFailure(pool, key)
    throw wrong()
  }
  if ((await inTransaction(pool, {}, (tx) => passFactor(tx, user.id, given.code, new Date()))) === 'wrong') {
    await recordFailure(pool, key)
    refuseCode()
  }
  await forgetFailures(pool, key)
  const session = await context.internalAdapter.createSession(user.id, false, {
    userAgent: given.userAgent.slice(0, 300),
    ipAddress: given.address,
  })
  return session.token
}

/** Ends a session. */
export const signOut = async (accounts: Accounts, token: string): Promise<void> => {
  const context = await accounts.auth.$context
  await context.internalAdapter.deleteSession(token)
}

/** Looks at the product with someone else's eyes from now on, or with one's own again. */
export const lookAs = async (pool: Pool, token: string, user: string | null): Promise<void> => {
  await inTransaction(pool, {}, (tx) =>
    tx.query('update access.session set previewing = $2 where token = $1', [token, user]),
  )
}

/** Acts in another company from now on. The caller has checked that the person belongs to it. */
export const chooseCompany = async (pool: Pool, token: string, company: string): Promise<void> => {
  await inTransaction(pool, {}, (tx) =>
    tx.query('update access.session set company = $2 where token = $1', [token, company]),
  )
}
