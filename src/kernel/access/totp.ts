import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'
const stepSeconds = 30

/** Bytes as text that an authenticator app takes (RFC 4648, without padding). */
export const base32 = (bytes: Uint8Array): string => {
  let bits = ''
  for (const byte of bytes) bits += byte.toString(2).padStart(8, '0')
  return (bits.match(/.{1,5}/g) ?? []).map((five) => alphabet[Number.parseInt(five.padEnd(5, '0'), 2)]).join('')
}

/** The bytes behind such text; what is no letter of it is passed over. */
export const fromBase32 = (text: string): Buffer => {
  let bits = ''
  for (const letter of text.toUpperCase()) {
    const value = alphabet.indexOf(letter)
    if (value >= 0) bits += value.toString(2).padStart(5, '0')
  }
  return Buffer.from((bits.match(/.{8}/g) ?? []).map((eight) => Number.parseInt(eight, 2)))
}

/** A new secret of 160 bits, as RFC 4226 recommends. */
export const newSecret = (): string => base32(randomBytes(20))

/** The one-time password of a counter (RFC 4226). */
export const hotp = (key: Uint8Array, counter: number, digits = 6, algorithm = 'sha1'): string => {
  const moving = Buffer.alloc(8)
  moving.writeBigUInt64BE(BigInt(counter))
  const mac = createHmac(algorithm, key).update(moving).digest()
  const offset = (mac.at(-1) ?? 0) & 0xf
  const code = (mac.readUInt32BE(offset) & 0x7fffffff) % 10 ** digits
  return String(code).padStart(digits, '0')
}

/** The step of time that a moment falls into (RFC 6238). */
export const stepAt = (at: Date): number => Math.floor(at.getTime() / 1000 / stepSeconds)

const isSame = (a: string, b: string): boolean =>
  a.length === b.length && timingSafeEqual(Buffer.from(a), Buffer.from(b))

/**
 * The step whose password was typed: this one, or one before or after, for clocks that differ; only one that is later than
 * the last that was used, so that none is taken twice. Undefined where it is none of these.
 */
export const matchingStep = (secret: string, typed: string, at: Date, lastUsed: number): number | undefined => {
  const key = fromBase32(secret)
  const now = stepAt(at)
  return [now - 1, now, now + 1].find((step) => step > lastUsed && isSame(hotp(key, step), typed))
}

/** What an authenticator app reads, as an address or out of a QR code. */
export const provisioningUri = (issuer: string, account: string, secret: string): string =>
  `otpauth://totp/${encodeURIComponent(issuer)}:${encodeURIComponent(account)}?${new URLSearchParams({
    secret,
    issuer,
    algorithm: 'SHA1',
    digits: '6',
    period: String(stepSeconds),
  })}`
