import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'
import type { SecretBox } from '../secrets/secret-box.ts'

const prefix = 'whsec_'

/** A new secret of a webhook: 32 random bytes, written as the Standard Webhooks specification says. */
export const newSecret = (): string => `${prefix}${randomBytes(32).toString('base64')}`

const place = 'webhook.secret'

/** The secret as the database keeps it. */
export const sealSecret = (secrets: SecretBox, secret: string): string => secrets.seal(place, secret)

/** The secret as messages are signed by it. Throws a Problem where the key of the installation is another. */
export const openSecret = (secrets: SecretBox, sealed: string): string => secrets.open(place, sealed)

/**
 * The signature of a message: HMAC-SHA256 over its id, its time in seconds and its body, in base64 behind the version
 * (Standard Webhooks 1.0, `webhook-signature`). Whoever receives it computes the same and compares.
 */
export const signatureOf = (secret: string, id: string, seconds: number, body: string): string => {
  const key = Buffer.from(secret.startsWith(prefix) ? secret.slice(prefix.length) : secret, 'base64')
  return `v1,${createHmac('sha256', key).update(`${id}.${seconds}.${body}`).digest('base64')}`
}

/** Whether a header holds the signature of a message: it may hold several, apart by spaces, while secrets change. */
export const isSigned = (header: string, secret: string, id: string, seconds: number, body: string): boolean => {
  const wanted = Buffer.from(signatureOf(secret, id, seconds, body))
  return header.split(' ').some((one) => {
    const given = Buffer.from(one)
    return given.length === wanted.length && timingSafeEqual(given, wanted)
  })
}
