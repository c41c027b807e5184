import type {
  PublicKeyCredentialCreationOptionsJSON,
  PublicKeyCredentialRequestOptionsJSON,
} from '@simplewebauthn/server'
import { newId } from '../../base/id.ts'
import type { Json } from '../../base/json.ts'
import type { Transaction } from '../database/transaction.ts'
import { Problem, fieldProblem, notFound } from '../definition/problem.ts'
import { askChallenge, takeChallenge } from './challenges.ts'
import { authenticationOf, challengeOf, registrationOf } from './webauthn-answers.ts'

/** Read when it is first needed: it brings a certificate reader along, which a start need not wait for. */
const webAuthn = () => import('@simplewebauthn/server')

/** The site that a passkey signs for, as the browser sees it. */
export interface Site {
  readonly origin: string
  /** The name of the host, without port: what passkeys are bound to. */
  readonly host: string
}

/** A passkey as its person sees it. */
export interface PasskeyView {
  readonly id: string
  readonly name: string
  readonly createdAt: Date
  readonly lastUsedAt: Date | null
  /** Whether it is kept by an account of the maker, so that it survives the loss of the device. */
  readonly backedUp: boolean
}

interface PasskeyRow {
  readonly id: string
  readonly user: string
  readonly credential: string
  readonly publicKey: string
  readonly counter: string
  readonly transports: string[]
  readonly rp: string
}

const most = 20

const refused = () =>
  new Problem('unauthenticated', {
    zh: '通行密钥验证失败，请重试或改用密码登录',
    en: 'The passkey was not accepted; try again, or use your password',
  })

const view = `select id, name, created_at as "createdAt", last_used_at as "lastUsedAt", backed_up as "backedUp" from passkey`

/** The passkeys of someone, the oldest first. */
export const listPasskeys = (tx: Transaction, user: string): Promise<PasskeyView[]> =>
  tx.rows<PasskeyView>(`${view} where user_id = $1 order by created_at, id`, [user])

const bytesOf = (text: string): Uint8Array<ArrayBuffer> => Uint8Array.from(Buffer.from(text, 'base64url'))

/** Begins to add a passkey: what the browser is asked for. */
export const beginPasskey = async (
  tx: Transaction,
  user: { readonly id: string; readonly username: string; readonly name: string },
  site: Site,
): Promise<PublicKeyCredentialCreationOptionsJSON> => {
  const own = await tx.rows<{ id: string; transports: string[] }>(
    'select credential as id, transports from passkey where user_id = $1',
    [user.id],
  )
  if (own.length >= most)
    throw new Problem('conflict', { zh: `最多 ${most} 个通行密钥，请先删除不用的`, en: `${most} passkeys at most` })
  const challenge = await askChallenge(tx, { purpose: 'passkeyNew', user: user.id })
  const { generateRegistrationOptions } = await webAuthn()
  return generateRegistrationOptions({
    rpName: '算盘 Suanpan',
    rpID: site.host,
    userID: Uint8Array.from(Buffer.from(user.id)),
    userName: user.username,
    userDisplayName: user.name,
    challenge: bytesOf(challenge),
    excludeCredentials: own,
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
  })
}

const nameFrom = (given: string): string => {
  const name = given.trim()
  if (name !== '' && name.length <= 60) return name
  throw new Problem('invalid', { zh: '通行密钥未保存', en: 'The passkey was not saved' }, [
    fieldProblem('name', '请填写名称（最多 60 个字）', 'needs a name of at most 60 characters'),
  ])
}

/** Adds the passkey that a browser made, once its answer to the question is verified. */
export const addPasskey = async (
  tx: Transaction,
  user: string,
  site: Site,
  given: { readonly name: string; readonly response: Json },
): Promise<PasskeyView> => {
  const name = nameFrom(given.name)
  const response = registrationOf(given.response)
  const challenge = challengeOf(response)
  const asked = await takeChallenge(tx, 'passkeyNew', challenge)
  if (asked?.user !== user) throw refused()
  const { verifyRegistrationResponse } = await webAuthn()
  const verified = await verifyRegistrationResponse({
    response,
    expectedChallenge: challenge,
    expectedOrigin: site.origin,
    expectedRPID: site.host,
    requireUserVerification: true,
  }).catch(() => ({ verified: false as const, registrationInfo: undefined }))
  if (!verified.verified) throw refused()
  const { credential, credentialBackedUp } = verified.registrationInfo
  const id = newId<'passkey'>()
  await tx.query(
    `insert into passkey (id, user_id, credential, public_key, counter, transports, rp, name, backed_up, created_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, now())`,
    [
      id,
      user,
      credential.id,
      Buffer.from(credential.publicKey).toString('base64url'),
      credential.counter,
      JSON.stringify(credential.transports ?? []),
      site.host,
      name,
      credentialBackedUp,
    ],
  )
  const rows = await tx.rows<PasskeyView>(`${view} where id = $1`, [id])
  if (rows[0] === undefined) throw refused()
  return rows[0]
}

/** Gives one of someone's passkeys another name. */
export const renamePasskey = async (tx: Transaction, user: string, id: string, given: string): Promise<void> => {
  const { rowCount } = await tx.query('update passkey set name = $3 where user_id = $1 and id::text = $2', [
    user,
    id,
    nameFrom(given),
  ])
  if (rowCount === 0) throw notFound('没有这个通行密钥', 'There is no such passkey')
}

/** Takes one of someone's passkeys away. */
export const removePasskey = async (tx: Transaction, user: string, id: string): Promise<void> => {
  const { rowCount } = await tx.query('delete from passkey where user_id = $1 and id::text = $2', [user, id])
  if (rowCount === 0) throw notFound('没有这个通行密钥', 'There is no such passkey')
}

/** What a browser is asked for to sign in, whoever holds the passkey. */
export const askPasskey = async (tx: Transaction, site: Site): Promise<PublicKeyCredentialRequestOptionsJSON> => {
  const { generateAuthenticationOptions } = await webAuthn()
  const challenge = bytesOf(await askChallenge(tx, { purpose: 'passkey' }))
  return generateAuthenticationOptions({ rpID: site.host, challenge, userVerification: 'required' })
}

const storedFor = async (tx: Transaction, credential: string): Promise<PasskeyRow | undefined> => {
  const rows = await tx.rows<PasskeyRow>(
    `select id, user_id as "user", credential, public_key as "publicKey", counter, transports, rp from passkey
     where credential = $1 for update`,
    [credential],
  )
  return rows[0]
}

/**
 * Whose passkey answered. The question is taken whatever the answer is worth, so each is answered once; the counter must have
 * gone on, where the authenticator counts. Answers undefined where anything is amiss.
 */
export const userByPasskey = async (tx: Transaction, site: Site, given: Json): Promise<string | undefined> => {
  const response = authenticationOf(given)
  const challenge = challengeOf(response)
  if ((await takeChallenge(tx, 'passkey', challenge)) === undefined) return undefined
  const stored = await storedFor(tx, response.id)
  if (stored === undefined || stored.rp !== site.host) return undefined
  const { verifyAuthenticationResponse } = await webAuthn()
  const verified = await verifyAuthenticationResponse({
    response,
    expectedChallenge: challenge,
    expectedOrigin: site.origin,
    expectedRPID: stored.rp,
    requireUserVerification: true,
    credential: {
      id: stored.credential,
      publicKey: bytesOf(stored.publicKey),
      counter: Number(stored.counter),
      transports: stored.transports,
    },
  }).catch(() => undefined)
  if (verified?.verified !== true) return undefined
  await tx.query('update passkey set counter = $2, last_used_at = now(), backed_up = $3 where id = $1', [
    stored.id,
    verified.authenticationInfo.newCounter,
    verified.authenticationInfo.credentialBackedUp,
  ])
  return stored.user
}

/** Said where a passkey was not accepted. */
export const refusePasskey = (): never => {
  throw refused()
}
