import { createCipheriv, createDecipheriv } from 'node:crypto'

/** SM4 in ECB mode (GB/T 32907), Base64, as 乐企 wraps what is said; the key is 32 hexadecimal digits. */
export const encryptSm4 = (text: string, key: string): string => {
  const cipher = createCipheriv('sm4-ecb', Buffer.from(key, 'hex'), null)
  return Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]).toString('base64')
}

/** Throws an Error where the key does not fit. */
export const decryptSm4 = (text: string, key: string): string => {
  const decipher = createDecipheriv('sm4-ecb', Buffer.from(key, 'hex'), null)
  return Buffer.concat([decipher.update(Buffer.from(text, 'base64')), decipher.final()]).toString('utf8')
}
