import { randomBytes } from 'node:crypto'
import { chmodSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { instanceKey } from './sealed-text.ts'
import type { InstanceKey } from './sealed-text.ts'

/** Where an installation keeps its keys: one in base64 a line, of which the first seals and all open. */
export const keyFile = (dataDir: string): string => join(dataDir, 'secret.key')

const decode = (line: string): InstanceKey => instanceKey(Buffer.from(line, 'base64'))

/**
 * Reads keys from text, apart by commas or lines, the one that seals first.
 * @throws Error where there is none, or one has not 32 bytes.
 */
export const parseKeys = (text: string): InstanceKey[] => {
  const lines = text.split(/[\s,]+/).filter((line) => line !== '')
  if (lines.length === 0) throw new Error('there is no key in it')
  return lines.map(decode)
}

const isMissing = (error: unknown): boolean => error instanceof Error && 'code' in error && error.code === 'ENOENT'

/** The keys in the file; none where there is no file. */
export const readKeyFile = (dataDir: string): InstanceKey[] => {
  try {
    return parseKeys(readFileSync(keyFile(dataDir), 'utf8'))
  } catch (error) {
    if (isMissing(error)) return []
    throw new Error(`${keyFile(dataDir)} cannot be read: ${error instanceof Error ? error.message : String(error)}`, {
      cause: error,
    })
  }
}

/** Makes the first key, readable by the owner of the file alone; where another process was quicker, its key is taken. */
export const makeKeyFile = (dataDir: string): InstanceKey[] => {
  mkdirSync(dataDir, { recursive: true, mode: 0o711 })
  try {
    writeFileSync(keyFile(dataDir), `${randomBytes(32).toString('base64')}\n`, { flag: 'wx', mode: 0o600, flush: true })
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error
  }
  return readKeyFile(dataDir)
}

/** Writes keys in place of those in the file, whole or not at all. */
export const writeKeyFile = (dataDir: string, keys: readonly InstanceKey[]): void => {
  const file = keyFile(dataDir)
  const draft = `${file}.part`
  mkdirSync(dirname(file), { recursive: true, mode: 0o711 })
  writeFileSync(draft, keys.map((key) => `${key.bytes.toString('base64')}\n`).join(''), { mode: 0o600, flush: true })
  chmodSync(draft, 0o600)
  renameSync(draft, file)
}
