import { createCipheriv, createDecipheriv, createHash, randomBytes, scrypt } from 'node:crypto'
import type { ScryptOptions } from 'node:crypto'
import { byteReader } from './byte-reader.ts'
import type { InstanceKey } from '../secrets/sealed-text.ts'

/** What opens a backup: a passphrase that people keep, and the keys of the installation it was taken on. */
export interface BackupKeys {
  readonly passphrase?: string | undefined
  readonly instance: readonly InstanceKey[]
}

/** A lock on the file's own key: whoever has what it is locked by has the key. */
type Slot =
  | {
      readonly by: 'passphrase'
      readonly salt: string
      readonly n: number
      readonly r: number
      readonly p: number
      readonly sealed: string
    }
  | { readonly by: 'instance'; readonly key: string; readonly sealed: string }

/** What stands readable at the head of a backup. */
export interface BackupHead {
  readonly format: 1
  /** The release that took it, and when. */
  readonly program: string
  readonly takenAt: string
  readonly slots: readonly Slot[]
}

const magic = 'SUANPAN-BACKUP\n'
const chunkBytes = 64 * 1024
const tagBytes = 16
const lastFlag = 0x80000000
const longestHead = 65_536
/** About a third of a second on a usual machine, and 128 MB. */
const cost = { n: 131_072, r: 8, p: 1 } as const

const derive = (passphrase: string, salt: Buffer, { n, r, p }: { n: number; r: number; p: number }): Promise<Buffer> =>
  new Promise((done, failed) => {
    const options: ScryptOptions = { N: n, r, p, maxmem: 256 * n * r }
    scrypt(passphrase.normalize('NFC'), salt, 32, options, (error, key) => (error === null ? done(key) : failed(error)))
  })

const aad = Buffer.from('suanpan backup key')

const lock = (by: Buffer, key: Buffer): string => {
  const nonce = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', by, nonce).setAAD(aad)
  return Buffer.concat([nonce, cipher.update(key), cipher.final(), cipher.getAuthTag()]).toString('base64')
}

const unlock = (by: Buffer, sealed: string): Buffer | undefined => {
  const bytes = Buffer.from(sealed, 'base64')
  try {
    const decipher = createDecipheriv('aes-256-gcm', by, bytes.subarray(0, 12))
      .setAAD(aad)
      .setAuthTag(bytes.subarray(-tagBytes))
    return Buffer.concat([decipher.update(bytes.subarray(12, -tagBytes)), decipher.final()])
  } catch {
    return undefined
  }
}

const lockAll = async (key: Buffer, keys: BackupKeys): Promise<Slot[]> => {
  const slots: Slot[] = keys.instance
    .slice(0, 1)
    .map((one) => ({ by: 'instance', key: one.id, sealed: lock(one.bytes, key) }))
  if (keys.passphrase === undefined) return slots
  const salt = randomBytes(16)
  const by = await derive(keys.passphrase, salt, cost)
  return [...slots, { by: 'passphrase', salt: salt.toString('base64'), ...cost, sealed: lock(by, key) }]
}

const openSlot = async (slot: Slot, keys: BackupKeys): Promise<Buffer | undefined> => {
  if (slot.by === 'instance') {
    const found = keys.instance.find((one) => one.id === slot.key)
    return found === undefined ? undefined : unlock(found.bytes, slot.sealed)
  }
  // A head is not believed when it asks for more memory than any of ours did.
  if (keys.passphrase === undefined || slot.n * slot.r > 4_194_304 || slot.p > 16) return undefined
  return unlock(await derive(keys.passphrase, Buffer.from(slot.salt, 'base64'), slot), slot.sealed)
}

const keyOf = async (head: BackupHead, keys: BackupKeys): Promise<Buffer> => {
  for (const slot of head.slots) {
    const key = await openSlot(slot, keys)
    if (key !== undefined) return key
  }
  const byPassphrase = head.slots.some((slot) => slot.by === 'passphrase')
  throw new Error(
    keys.passphrase !== undefined && byPassphrase
      ? 'the passphrase is not the one of this backup'
      : byPassphrase
        ? 'the backup is locked: give its passphrase in SUANPAN_BACKUP_PASSPHRASE'
        : 'the backup has no passphrase and opens only with the secret.key of the installation that took it',
  )
}

const nonceOf = (counter: bigint): Buffer => {
  const nonce = Buffer.alloc(12)
  nonce.writeBigUInt64BE(counter, 4)
  return nonce
}

const additional = (headHash: Buffer, isLast: boolean): Buffer =>
  Buffer.concat([headHash, Buffer.from([Number(isLast)])])

const sealChunk = (key: Buffer, counter: bigint, headHash: Buffer, plain: Buffer, isLast: boolean): Buffer => {
  const cipher = createCipheriv('aes-256-gcm', key, nonceOf(counter)).setAAD(additional(headHash, isLast))
  const sealed = Buffer.concat([cipher.update(plain), cipher.final(), cipher.getAuthTag()])
  const size = Buffer.alloc(4)
  size.writeUInt32BE((sealed.length | (isLast ? lastFlag : 0)) >>> 0)
  return Buffer.concat([size, sealed])
}

/**
 * Seals a stream: a readable head, then chunks of 64 KB by AES-256-GCM under a key of the file's own. Each chunk is bound to
 * the head, to its place and to being the last, so none can be changed, moved, left out or cut off unseen.
 */
export const sealStream = (facts: Pick<BackupHead, 'program' | 'takenAt'>, keys: BackupKeys) =>
  async function* seal(source: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
    const key = randomBytes(32)
    const head: BackupHead = { format: 1, ...facts, slots: await lockAll(key, keys) }
    const text = Buffer.from(`${magic}${JSON.stringify(head)}\n`)
    const headHash = createHash('sha256').update(text).digest()
    yield text
    let counter = 0n
    let waiting = Buffer.alloc(0)
    for await (const bytes of source) {
      waiting = Buffer.concat([waiting, bytes])
      while (waiting.length > chunkBytes) {
        yield sealChunk(key, counter, headHash, waiting.subarray(0, chunkBytes), false)
        counter += 1n
        waiting = waiting.subarray(chunkBytes)
      }
    }
    yield sealChunk(key, counter, headHash, waiting, true)
  }

const damaged = () => new Error('the backup is damaged: it was changed or cut off after it was written')

const readHead = async (reader: ReturnType<typeof byteReader>): Promise<{ head: BackupHead; text: Buffer }> => {
  const first = await reader.line(magic.length)
  if (first?.toString() !== magic) throw new Error('this file is no backup of Suanpan')
  const line = await reader.line(longestHead)
  if (line === undefined) throw damaged()
  const head: BackupHead = JSON.parse(line.toString('utf8'))
  if (head.format !== 1) throw new Error('the backup was written by a newer release: restore it with that one')
  return { head, text: Buffer.concat([first, line]) }
}

/** What stands readable at the head of a sealed file. Throws an Error where it is none of ours. */
export const headOf = async (source: AsyncIterable<Buffer>): Promise<BackupHead> =>
  (await readHead(byteReader(source))).head

/** Opens a sealed stream. Throws an Error in plain words: no backup, another passphrase, damaged. */
export async function* openSealed(source: AsyncIterable<Buffer>, keys: BackupKeys): AsyncGenerator<Buffer> {
  const reader = byteReader(source)
  const { head, text } = await readHead(reader)
  const headHash = createHash('sha256').update(text).digest()
  const key = await keyOf(head, keys)
  for (let counter = 0n, isLast = false; !isLast; counter += 1n) {
    const size = (await reader.exactly(4))?.readUInt32BE()
    if (size === undefined) throw damaged()
    isLast = size >= lastFlag
    const length = isLast ? size - lastFlag : size
    if (length < tagBytes || length > chunkBytes + tagBytes) throw damaged()
    const sealed = await reader.exactly(length)
    if (sealed === undefined) throw damaged()
    try {
      const decipher = createDecipheriv('aes-256-gcm', key, nonceOf(counter))
        .setAAD(additional(headHash, isLast))
        .setAuthTag(sealed.subarray(-tagBytes))
      yield Buffer.concat([decipher.update(sealed.subarray(0, -tagBytes)), decipher.final()])
    } catch {
      throw damaged()
    }
  }
  if ((await reader.exactly(1)) !== undefined) throw damaged()
}
