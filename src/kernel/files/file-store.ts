import { createHash, randomBytes } from 'node:crypto'
import { mkdir, open, rename, rm, stat } from 'node:fs/promises'
import { createReadStream } from 'node:fs'
import { join } from 'node:path'

/** Where a file of a company lies: under its hash, never under a name somebody chose. */
export const filePath = (dataDir: string, company: string, sha256: string): string => {
  if (!/^[0-9a-f]{64}$/.test(sha256) || !/^[0-9a-f-]{36}$/.test(company)) throw new Error('not a hash')
  return join(dataDir, 'files', company, sha256)
}

/** Keeps content under its hash; the same content is kept once. Answers the hash. */
export const storeFile = async (dataDir: string, company: string, bytes: Uint8Array): Promise<string> => {
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  const path = filePath(dataDir, company, sha256)
  const isThere = await stat(path).then(
    (found) => found.size === bytes.byteLength,
    () => false,
  )
  if (isThere) return sha256
  await mkdir(join(dataDir, 'files', company), { recursive: true, mode: 0o700 })
  // Written beside and renamed, so that a file under a hash is always whole.
  const draft = `${path}.${randomBytes(6).toString('hex')}`
  const file = await open(draft, 'wx', 0o600)
  try {
    await file.writeFile(bytes)
    await file.sync()
  } finally {
    await file.close()
  }
  await rename(draft, path).catch(async (error: unknown) => {
    await rm(draft, { force: true })
    throw error
  })
  return sha256
}

/** The content as a stream. */
export const readStored = (dataDir: string, company: string, sha256: string) =>
  createReadStream(filePath(dataDir, company, sha256))
