import { randomBytes } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { keyFile, parseKeys, readKeyFile, writeKeyFile } from './key-file.ts'
import { isSealed } from './sealed-text.ts'
import { openSecretBox } from './secret-box.ts'

const folders: string[] = []
const folder = () => {
  const made = mkdtempSync(join(tmpdir(), 'suanpan-secrets-'))
  folders.push(made)
  return made
}
afterAll(() => {
  for (const one of folders) rmSync(one, { recursive: true, force: true })
})
const newKey = () => randomBytes(32).toString('base64')

describe('secrets in the database', () => {
  test('are unreadable there, and open again in the same place only', () => {
    const box = openSecretBox(folder())
    const sealed = box.seal('webhook.secret', '口令 whsec_1')
    expect(isSealed(sealed)).toBe(true)
    expect(sealed).not.toContain('whsec')
    expect(box.seal('webhook.secret', '口令 whsec_1')).not.toBe(sealed)
    expect(box.open('webhook.secret', sealed)).toBe('口令 whsec_1')
    expect(() => box.open('message_channel.settings', sealed)).toThrow('secret.key')
  })

  test('are refused when a bit of them is changed', () => {
    const box = openSecretBox(folder())
    const sealed = box.seal('webhook.secret', 'secret')
    const bytes = Buffer.from(sealed.split(':')[3] ?? '', 'base64url')
    for (const index of [0, 12, bytes.length - 1]) {
      const forged = Buffer.from(bytes)
      forged[index] = (forged[index] ?? 0) ^ 1
      const text = `${sealed.split(':').slice(0, 3).join(':')}:${forged.toString('base64url')}`
      expect(() => box.open('webhook.secret', text)).toThrow('secret.key')
    }
    expect(() => box.open('webhook.secret', 'plain')).toThrow('secret.key')
  })

  test('are sealed by a key that only the owner of the data folder reads', () => {
    const dataDir = folder()
    openSecretBox(dataDir).seal('a', 'b')
    expect(statSync(keyFile(dataDir)).mode & 0o777).toBe(0o600)
    expect(readKeyFile(dataDir)).toHaveLength(1)
  })

  test('are opened by every process of the installation, and by none of another', () => {
    const dataDir = folder()
    const sealed = openSecretBox(dataDir).seal('a', 'b')
    expect(openSecretBox(dataDir).open('a', sealed)).toBe('b')
    expect(() => openSecretBox(folder()).open('a', sealed)).toThrow('Put that file back')
  })

  test('outlive a change of keys, also in a process that runs on', () => {
    const dataDir = folder()
    const running = openSecretBox(dataDir)
    const old = running.seal('a', 'b')
    writeKeyFile(dataDir, [...parseKeys(newKey()), ...readKeyFile(dataDir)])
    const next = openSecretBox(dataDir)
    expect(next.open('a', old)).toBe('b')
    expect(next.isCurrent(old)).toBe(false)
    const sealed = next.seal('a', 'c')
    expect(next.isCurrent(sealed)).toBe(true)
    expect(running.open('a', sealed)).toBe('c')
  })

  test('take their key from the environment where it is said, and leave no file then', () => {
    const dataDir = folder()
    const key = newKey()
    const sealed = openSecretBox(dataDir, key).seal('a', 'b')
    expect(() => statSync(keyFile(dataDir))).toThrow('ENOENT')
    expect(openSecretBox(folder(), `${newKey()},${key}`).open('a', sealed)).toBe('b')
    expect(() => openSecretBox(dataDir, 'short')).toThrow('32 bytes')
  })

  test('say which file is at fault when it is damaged', () => {
    const dataDir = folder()
    writeFileSync(keyFile(dataDir), 'nonsense\n')
    expect(() => openSecretBox(dataDir).seal('a', 'b')).toThrow(keyFile(dataDir))
    expect(readFileSync(keyFile(dataDir), 'utf8')).toBe('nonsense\n')
  })
})
