import { randomBytes } from 'node:crypto'
import { copyFileSync, mkdtempSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { newId } from '../../base/id.ts'
import { migrateAccess } from '../access/accounts.ts'
import { testDatabase } from '../database/testing.ts'
import { inTransaction } from '../database/transaction.ts'
import { filePath, storeFile } from '../files/file-store.ts'
import { openSecretBox } from '../secrets/secret-box.ts'
import { readBackup, readBackupHead, verifyBackup } from './backup-file.ts'
import { differences } from './manifest.ts'
import { restoreArchive } from './restore-archive.ts'
import type { BackupKeys } from './sealed-stream.ts'
import { takeBackup } from './take-backup.ts'
import { testingPlace } from '../database/testing-place.ts'

const database = await testDatabase({ migrated: true })
const empty = await testDatabase()
const other = await testDatabase()
const folder = mkdtempSync(join(testingPlace(), 'suanpan-backup-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const dataDir = join(folder, 'data')
const file = join(folder, 'kept', 'one.suanpan')
const companies = [newId<'company'>(), newId<'company'>()]
const passphrase = '算盘 一二三四 correct horse'
const box = openSecretBox(dataDir)
const keys = (): BackupKeys => ({ passphrase, instance: box.keys() })
const awkward = 'tab\t换行\n反斜杠\\N \u{1F9EE} "quoted"'
const picture = randomBytes(300_000)
const hashes: string[] = []

const source = () => ({
  owner: database.owner,
  dataDir,
  migrationsFolder: resolve(import.meta.dirname, '../../../migrations'),
  program: '9.9.9',
  keys: keys(),
})

beforeAll(async () => {
  await migrateAccess(database.owner)
  for (const company of companies) {
    hashes.push(await storeFile(dataDir, company, picture))
    await inTransaction(database.pool, { company }, async (tx) => {
      await tx.query(`insert into company_directory values ($1, $2, '甲', 'Asia/Shanghai')`, [
        company,
        company.slice(-6),
      ])
      await tx.query(
        `insert into audit (company_id, id, at, actor, action, type, record_id, label, before, after)
         select $1, gen_random_uuid(), now(), $2, 'update', 'item', gen_random_uuid(), $2, null, '{"价":"1.230000"}'
         from generate_series(1, 5000)`,
        [company, awkward],
      )
    })
  }
  await takeBackup(source(), file, new Date('2026-03-15T00:00:00Z'))
})

describe('a backup', () => {
  test('holds every row of every company and every file, and is read to its end to be sure', async () => {
    const manifest = await verifyBackup(file, keys())
    expect(manifest.files).toBe(3)
    const trails = manifest.tables.filter((table) => table.name === 'audit')
    expect(new Set(trails.map((one) => one.company))).toEqual(new Set<string | null>(companies))
    expect(trails.every((one) => one.bytes > 500_000)).toBe(true)
    expect(manifest.tables.some((table) => table.schema === 'access' && table.name === 'user')).toBe(true)
    expect(manifest.tables.some((table) => table.schema === 'access' && table.name === 'session')).toBe(false)
  })

  test('is closed to whoever has neither its passphrase nor the keys of the installation', async () => {
    expect(statSync(file).mode & 0o777).toBe(0o600)
    const content = readFileSync(file)
    expect(content.includes('quoted')).toBe(false)
    expect((await readBackupHead(file)).slots.map((slot) => slot.by)).toEqual(['instance', 'passphrase'])
    await expect(verifyBackup(file, { passphrase: 'wrong', instance: [] })).rejects.toThrow(
      'not the one of this backup',
    )
    await expect(verifyBackup(file, { instance: [] })).rejects.toThrow('give its passphrase')
    await expect(verifyBackup(file, { passphrase, instance: [] })).resolves.toMatchObject({ program: '9.9.9' })
    await expect(verifyBackup(file, { instance: box.keys() })).resolves.toMatchObject({ program: '9.9.9' })
  })

  test('shows one changed bit anywhere, and an end that was cut off', async () => {
    const copy = join(folder, 'damaged.suanpan')
    const content = readFileSync(file)
    for (const place of [400, Math.floor(content.length / 2), content.length - 5]) {
      const changed = Buffer.from(content)
      changed[place] = (changed[place] ?? 0) ^ 4
      writeFileSync(copy, changed)
      await expect(verifyBackup(copy, keys())).rejects.toThrow(/damaged|locked|passphrase|JSON/)
    }
    for (const length of [content.length - 1, content.length - 70_000, 1000]) {
      copyFileSync(file, copy)
      truncateSync(copy, length)
      await expect(verifyBackup(copy, keys())).rejects.toThrow('damaged')
    }
    writeFileSync(copy, 'PGDMP')
    await expect(verifyBackup(copy, keys())).rejects.toThrow('no backup of Suanpan')
  })

  test('is restored row for row into an empty database, with the files and the keys', async () => {
    const there = join(folder, 'there')
    const restored = await restoreArchive(readBackup(file, keys()), {
      owner: empty.owner,
      dataDir: there,
      log: () => {},
    })
    expect(differences(restored.manifest.tables, restored.sums)).toEqual([])
    for (const [index, company] of companies.entries()) {
      expect(readFileSync(filePath(there, company, hashes[index] ?? '')).equals(picture)).toBe(true)
      const rows = await inTransaction(empty.pool, { company, readOnly: true }, (tx) =>
        tx.rows<{ actor: string }>('select distinct actor from audit'),
      )
      expect(rows).toEqual([{ actor: awkward }])
    }
    // Companies are as far apart as they were.
    await inTransaction(empty.pool, { company: companies[0] ?? '', readOnly: true }, async (tx) =>
      expect(await tx.rows('select count(*)::int as n from audit')).toEqual([{ n: 5000 }]),
    )
    expect(openSecretBox(there).open('a', box.seal('a', 'b'))).toBe('b')
    const again = restoreArchive(readBackup(file, keys()), { owner: empty.owner, dataDir: there, log: () => {} })
    await expect(again).rejects.toThrow('into an empty one')
  })

  test('that is damaged brings nothing back', async () => {
    const copy = join(folder, 'cut.suanpan')
    copyFileSync(file, copy)
    truncateSync(copy, statSync(copy).size - 66_000)
    const half = restoreArchive(readBackup(copy, keys()), {
      owner: other.owner,
      dataDir: join(folder, 'half'),
      log: () => {},
    })
    await expect(half).rejects.toThrow('damaged')
    const [left] = (await other.owner.query(`select to_regclass('company_directory') as there`)).rows
    expect(left).toEqual({ there: null })
  })

  test('that cannot be written leaves nothing behind', async () => {
    const full = join('/dev/full', 'x.suanpan')
    await expect(takeBackup(source(), full, new Date())).rejects.toThrow(/ENOTDIR|EEXIST/)
  })
})
