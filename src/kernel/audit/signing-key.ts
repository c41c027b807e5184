import { createPrivateKey, createPublicKey, hkdfSync, sign } from 'node:crypto'
import type { KeyObject } from 'node:crypto'
import type { InstanceKey } from '../secrets/sealed-text.ts'

/** What stands before the 32 bytes of an Ed25519 key in PKCS #8 (RFC 8410). */
const pkcs8 = Buffer.from('302e020100300506032b657004220420', 'hex')

/** The key that an installation signs exports of its trail by, derived from its own key. */
const signingKey = (key: InstanceKey): KeyObject => {
  const seed = Buffer.from(hkdfSync('sha256', key.bytes, Buffer.alloc(0), 'suanpan audit signature', 32))
  return createPrivateKey({ key: Buffer.concat([pkcs8, seed]), format: 'der', type: 'pkcs8' })
}

/** A signature by Ed25519, and the public key that it is checked by, both in base64. */
export const signText = (
  key: InstanceKey,
  text: string,
): { readonly signature: string; readonly publicKey: string } => {
  const own = signingKey(key)
  return {
    signature: sign(null, Buffer.from(text), own).toString('base64'),
    publicKey: createPublicKey(own).export({ format: 'der', type: 'spki' }).toString('base64'),
  }
}
