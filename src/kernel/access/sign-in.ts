import type { Pool } from 'pg'
import { inTransaction } from '../database/transaction.ts'
import type { Transaction } from '../database/transaction.ts'
import { Problem } from '../definition/problem.ts'
import type { SecretBox } from '../secrets/secret-box.ts'
import type { Accounts } from './accounts.ts'
import { passFactor, refuseCode } from './second-factor.ts'
import { recordSignIn } from './sign-in-record.ts'
import type { SignInWay } from './sign-in-record.ts'
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

/** Counts a failure; answers whether it is the one that locks the name for the first time. */
const recordFailure = async (pool: Pool, key: string): Promise<boolean> =>
  inTransaction(pool, {}, async (tx) => {
    // Failures older than a day are forgotten; nobody is locked out for the slips of a month.
    const rows = await tx.rows<{ failures: number }>(
      `insert into sign_in_failure as f (username, failures, last_at, locked_until) values ($1, 1, now(), null)
       on conflict (username) do update set
         failures = case when f.last_at < now() - interval '1 day' then 1 else f.failures + 1 end,
         last_at = now(),
         locked_until = case when f.last_at >= now() - interval '1 day' and f.failures + 1 >= $2
           then now() + make_interval(secs => least($3 * power(2, least(f.failures + 1 - $2, 20)), $4)) end
       returning failures`,
      [key, freeFailures, firstLockSeconds, longestLockSeconds],
    )
    return rows[0]?.failures === freeFailures
  })

/** Forgets the failures of a name: after success, and when an administrator sets a new password. */
export const forgetFailures = async (pool: Pool, username: string): Promise<void> => {
  await inTransaction(pool, {}, (tx) => tx.query('delete from sign_in_failure where username = $1', [keyOf(username)]))
}

const wrong = () => new Problem('unauthenticated', { zh: '用户名或密码不正确', en: 'Wrong user name or password' })

/** What is verified when there is no such user, so that the answer takes as long as for one there is. */
let decoy: Promise<string> | undefined

/** From where and on what someone signs in. */
export interface Entrance {
  readonly userAgent: string
  readonly address: string
}

export interface OpenedSession {
  readonly user: string
  readonly token: string
  /** Whether the person has not been seen on this device before, and has been on another. */
  readonly isNewDevice: boolean
}

/** Opens a session for someone who has shown who they are, and writes the sign-in down. */
export const openSession = async (
  pool: Pool,
  accounts: Accounts,
  given: {
    readonly user: string
    readonly way: SignInWay
    readonly entrance: Entrance
    /** Who said who they are, and the only company that it opens therefore. */
    readonly by?: { readonly provider: string; readonly company: string }
  },
): Promise<OpenedSession> => {
  const context = await accounts.auth.$context
  const { user, way, entrance, by } = given
  const device = entrance.userAgent.slice(0, 300)
  const { token } = await context.internalAdapter.createSession(user, false, {
    userAgent: device,
    ipAddress: entrance.address,
  })
  const isNewDevice = await inTransaction(pool, {}, async (tx) => {
    await tx.query('update access.session set way = $2, bound = $3, provider = $4 where token = $1', [
      token,
      way,
      by?.company ?? null,
      by?.provider ?? null,
    ])
    return recordSignIn(tx, { user, way, device, address: entrance.address })
  })
  return { user, token, isNewDevice }
}

/** Checks a password and opens a session. Says the same of a wrong name and a wrong password. */
export const signIn = async (
  pool: Pool,
  accounts: Accounts,
  given: {
    readonly username: string
    readonly password: string
    readonly secrets: SecretBox
    /** Of the second factor, where there is one. */
    readonly code?: string | undefined
    /** Whose passkey signed beside the password. */
    readonly passkey?: ((tx: Transaction) => Promise<string | undefined>) | undefined
    readonly entrance: Entrance
    /** Told once when a name is locked. */
    onLocked(user: string): Promise<void>
  },
): Promise<OpenedSession> => {
  const key = keyOf(given.username)
  await refuseIfLocked(pool, key)
  const context = await accounts.auth.$context
  decoy ??= context.password.hash('no one has this password')
  const user = await findUser(pool, key)
  const fail = async (): Promise<void> => {
    if ((await recordFailure(pool, key)) && user !== undefined) await given.onLocked(user.id)
  }
  const hash = user?.hash ?? (await decoy)
  const matches = given.password.length <= 128 && (await context.password.verify({ hash, password: given.password }))
  if (!matches || user?.hash === undefined) {
    await fail()
    throw wrong()
  }
  const { code, passkey } = given
  const passed = await inTransaction(pool, {}, (tx) =>
    passFactor(tx, given.secrets, user.id, { code, passkey: passkey && (() => passkey(tx)) }, new Date()),
  )
  if (passed === 'wrong') {
    await fail()
    return refuseCode()
  }
  await forgetFailures(pool, key)
  const way = passed === 'notAsked' ? 'password' : passed
  return openSession(pool, accounts, { user: user.id, way, entrance: given.entrance })
}

/** Ends a session; answers the identity provider that opened it. */
export const signOut = async (pool: Pool, token: string): Promise<string | undefined> =>
  inTransaction(pool, {}, async (tx) => {
    const rows = await tx.rows<{ provider: string | null }>(
      'delete from access.session where token = $1 returning provider',
      [token],
    )
    return rows[0]?.provider ?? undefined
  })

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
