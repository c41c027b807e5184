import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto'

/** A key of the installation: 32 random bytes, known by the beginning of its hash. */
export interface InstanceKey {
  readonly id: string
  readonly bytes: Buffer
}

const prefix = 'sealed:1:'
const nonceBytes = 12
const tagBytes = 16

/** The key with its name. Throws an Error where it has not 32 bytes. */
export const instanceKey = (bytes: Buffer): InstanceKey => {
  if (bytes.length !== 32) throw new Error('a key of the installation has 32 bytes, written in base64')
  return { id: createHash('sha256').update('suanpan key').update(bytes).digest('hex').slice(0, 8), bytes }
}

/** Whether a stored text is sealed. */
export const isSealed = (text: string): boolean => text.startsWith(prefix)

/** The name of the key that a text was sealed by; undefined of one that is not sealed. */
export const sealedBy = (text: string): string | undefined =>
  isSealed(text) ? text.slice(prefix.length).split(':')[0] : undefined

/**
 * Seals a text by AES-256-GCM: `sealed:1:<key>:<base64url of nonce, ciphertext, tag>`. `place` says where it belongs (a table
 * and column); opened in another place it is refused, so that nobody moves a secret from row to row of different meaning.
 */
export const sealText = (key: InstanceKey, place: string, text: string): string => {
  const nonce = randomBytes(nonceBytes)
  const cipher = createCipheriv('aes-256-gcm', key.bytes, nonce).setAAD(Buffer.from(place))
  const sealed = Buffer.concat([nonce, cipher.update(text, 'utf8'), cipher.final(), cipher.getAuthTag()])
  return `${prefix}${key.id}:${sealed.toString('base64url')}`
}

/** Opens what `sealText` sealed. Throws an Error where the key, the place or a single bit is another. */
export const openText = (key: InstanceKey, place: string, sealed: string): string => {
  const bytes = Buffer.from(sealed.slice(prefix.length + key.id.length + 1), 'base64url')
  const decipher = createDecipheriv('aes-256-gcm', key.bytes, bytes.subarray(0, nonceBytes))
    .setAAD(Buffer.from(place))
    .setAuthTag(bytes.subarray(-tagBytes))
  const text = decipher.update(bytes.subarray(nonceBytes, -tagBytes))
  return Buffer.concat([text, decipher.final()]).toString('utf8')
}
