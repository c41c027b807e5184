import { randomBytes, scrypt } from 'node:crypto'
import { promisify } from 'node:util'
import type { Transaction } from '../database/transaction.ts'
import { Problem, fieldProblem } from '../definition/problem.ts'
import type { SecretBox } from '../secrets/secret-box.ts'
import { matchingStep, newSecret, provisioningUri } from './totp.ts'

interface FactorRow {
  readonly secret: string
  readonly confirmed_at: Date | null
  readonly last_step: string
  readonly recovery: readonly string[]
}

const howManyCodes = 10

const derive = promisify<string, string, number, Buffer>(scrypt)

/** A recovery code is short enough to be typed, so it is kept by a memory-hard hash, salted by whose it is. */
const hashOfCode = async (user: string, code: string): Promise<string> =>
  (await derive(code, `recovery/${user}`, 32)).toString('hex')

const wrongCode = () =>
  new Problem('unauthenticated', { zh: '动态码不正确或已过期', en: 'The code is wrong or has expired' }, [
    fieldProblem('code', '请输入验证器上最新的 6 位动态码', 'enter the latest six figures of your authenticator'),
  ])

/** What the secrets of authenticators are sealed for. */
const place = 'second_factor.secret'

const rowOf = async (tx: Transaction, user: string): Promise<FactorRow | undefined> =>
  (
    await tx.rows<FactorRow>(
      'select secret, confirmed_at, last_step, recovery from second_factor where user_id = $1 for update',
      [user],
    )
  )[0]

const isOn = (row: FactorRow | undefined): boolean => row !== undefined && row.confirmed_at !== null

/** Whether someone's password alone does not open a session, and how many recovery codes are left. */
export const factorState = async (tx: Transaction, user: string): Promise<{ on: boolean; recoveryLeft: number }> => {
  const rows = await tx.rows<{ on: boolean; left: number }>(
    `select confirmed_at is not null as "on", jsonb_array_length(recovery) as left from second_factor where user_id = $1`,
    [user],
  )
  return { on: rows[0]?.on === true, recoveryLeft: rows[0]?.left ?? 0 }
}

/** Begins to set up an authenticator app: its secret, not yet asked for at the door. */
export const beginFactor = async (
  tx: Transaction,
  secrets: SecretBox,
  user: { readonly id: string; readonly username: string },
): Promise<{ secret: string; uri: string }> => {
  const row = await rowOf(tx, user.id)
  if (isOn(row))
    throw new Problem('conflict', { zh: '已开启两步验证，请先关闭', en: 'It is on already; turn it off first' })
  const secret = newSecret()
  await tx.query(
    `insert into second_factor (user_id, secret, last_step, recovery) values ($1, $2, 0, '[]')
     on conflict (user_id) do update set secret = excluded.secret, last_step = 0`,
    [user.id, secrets.seal(place, secret)],
  )
  return { secret, uri: provisioningUri('算盘 Suanpan', user.username, secret) }
}

const newCodes = () =>
  Array.from({ length: howManyCodes }, () => {
    const text = randomBytes(8).toString('hex').slice(0, 12)
    return `${text.slice(0, 4)}-${text.slice(4, 8)}-${text.slice(8)}`
  })

/** Turns it on, once the app has shown that it knows the secret. The recovery codes are answered this once. */
export const confirmFactor = async (
  tx: Transaction,
  secrets: SecretBox,
  user: string,
  code: string,
  at: Date,
): Promise<string[]> => {
  const row = await rowOf(tx, user)
  if (row === undefined || isOn(row))
    throw new Problem('conflict', { zh: '没有待确认的两步验证', en: 'There is nothing to confirm' })
  const step = matchingStep(secrets.open(place, row.secret), code.trim(), at, Number(row.last_step))
  if (step === undefined)
    throw new Problem('invalid', { zh: '动态码不正确', en: 'The code is wrong' }, [
      fieldProblem('code', '动态码不正确，请核对手机时间', 'is wrong; check the time of your phone'),
    ])
  const codes = newCodes()
  await tx.query('update second_factor set confirmed_at = $2, last_step = $3, recovery = $4 where user_id = $1', [
    user,
    at,
    step,
    JSON.stringify(await Promise.all(codes.map((one) => hashOfCode(user, one)))),
  ])
  return codes
}

/** Turns it off: by the person themselves, or by an administrator when the phone is lost. */
export const removeFactor = async (tx: Transaction, user: string): Promise<void> => {
  await tx.query('delete from second_factor where user_id = $1', [user])
}

/** Whether a company of theirs asks a second factor of someone, and whether they have passkeys. */
const askedOf = async (tx: Transaction, user: string): Promise<{ asked: boolean; passkeys: boolean }> => {
  const rows = await tx.rows<{ asked: boolean; passkeys: boolean }>(
    `select exists (select 1 from passkey where user_id = $1) as passkeys,
       exists (select 1 from sign_in_policy y join member m on m.company_id = y.company_id and m.user_id = $1 and not m.disabled
         where y.factor_since is not null and (y.factor_for ? '*' or y.factor_for ? m.role)) as asked`,
    [user],
  )
  return rows[0] ?? { asked: false, passkeys: false }
}

const missing = (byCode: boolean, byPasskey: boolean): Problem =>
  new Problem(
    'unauthenticated',
    byCode ? { zh: '请输入动态码', en: 'Enter the code' } : { zh: '请用通行密钥确认', en: 'Confirm with your passkey' },
    [
      ...(byCode
        ? [fieldProblem('code', '请输入验证器上的 6 位动态码，或一个恢复码', 'enter the code of your authenticator')]
        : []),
      ...(byPasskey ? [fieldProblem('passkey', '请用通行密钥确认', 'confirm with your passkey')] : []),
    ],
  )

const takeCode = async (
  tx: Transaction,
  user: string,
  row: FactorRow & { readonly opened: string },
  typed: string,
  at: Date,
): Promise<boolean> => {
  const step = matchingStep(row.opened, typed, at, Number(row.last_step))
  if (step !== undefined) {
    await tx.query('update second_factor set last_step = $2 where user_id = $1', [user, step])
    return true
  }
  const hash = await hashOfCode(user, typed)
  if (!row.recovery.includes(hash)) return false
  await tx.query('update second_factor set recovery = $2 where user_id = $1', [
    user,
    JSON.stringify(row.recovery.filter((one) => one !== hash)),
  ])
  return true
}

/**
 * What comes after a right password: nothing where there is no second factor; else a code, or a recovery code, which is spent
 * so, or a passkey. A passkey alone stands beside the password only where a company asks for a second factor. Throws a Problem
 * that names what is missing.
 */
export const passFactor = async (
  tx: Transaction,
  secrets: SecretBox,
  user: string,
  given: { readonly code?: string | undefined; readonly passkey?: (() => Promise<string | undefined>) | undefined },
  at: Date,
): Promise<'code' | 'passkey' | 'wrong' | 'notAsked'> => {
  const row = await rowOf(tx, user)
  const { asked, passkeys } = await askedOf(tx, user)
  const byCode = row !== undefined && isOn(row)
  if (!byCode && !(asked && passkeys)) return 'notAsked'
  if (given.passkey !== undefined && passkeys) return (await given.passkey()) === user ? 'passkey' : 'wrong'
  const typed = given.code?.trim().toLowerCase() ?? ''
  if (typed === '' || !byCode) throw missing(byCode, passkeys)
  return (await takeCode(tx, user, { ...row, opened: secrets.open(place, row.secret) }, typed, at)) ? 'code' : 'wrong'
}

/** Said of a wrong code after its failure was counted. */
export const refuseCode = (): never => {
  throw wrongCode()
}
