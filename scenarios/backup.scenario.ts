import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { migrationsFolder } from '../src/app/places.ts'
import { calendarDate } from '../src/base/calendar-date.ts'
import { readBackup, verifyBackup } from '../src/kernel/backup/backup-file.ts'
import { ledgersOf } from '../src/kernel/backup/backup-watch.ts'
import { runDrill } from '../src/kernel/backup/drill.ts'
import { ledgerSums } from '../src/kernel/backup/manifest.ts'
import { restoreArchive } from '../src/kernel/backup/restore-archive.ts'
import { takeBackup } from '../src/kernel/backup/take-backup.ts'
import { openDatabase } from '../src/kernel/database/database.ts'
import { findSystemPostgres, startSystemServer } from '../src/kernel/database/testing-system-server.ts'
import { must, openHouse } from './kit/open-house.ts'
import { testingPlace } from '../src/kernel/database/testing-place.ts'

const passphrase = '丙午年 三月 十五 夜半钟声'
const folder = mkdtempSync(join(testingPlace(), 'suanpan-backups-'))
const second = join(folder, 'second')
afterAll(() => rmSync(folder, { recursive: true, force: true }))

let house: Awaited<ReturnType<typeof openHouse>>

interface Run {
  readonly kind: string
  readonly state: string
  readonly reason: string
  readonly file: string | null
  readonly error: string | null
  readonly outcome: {
    readonly bytes: number
    readonly ledgers: { readonly [ledger: string]: string }
    readonly trail?: boolean
  } | null
}

const runs = async (): Promise<readonly Run[]> =>
  must(await house.admin.ask<{ runs: readonly Run[] }>('GET', '/api/backups')).runs
const newest = async (): Promise<Run> => {
  const [run] = await runs()
  if (run === undefined) throw new Error('there is no run')
  return run
}
const look = async (): Promise<void> => house.context.backups?.look()
const save = (settings: object) => house.admin.ask('PUT', '/api/backups/settings', settings)
const receipt = {
  date: '2026-03-02',
  warehouse: 'MAIN',
  supplier: 'S1',
  lines: [{ item: 'PEN', quantity: '10', price: '5' }],
}

beforeAll(async () => {
  house = await openHouse()
  const { admin } = house
  must(await admin.ask('POST', '/api/item', { code: 'PEN', name: '钢笔', unit: 'PCS', taxRate: 'VAT13' }))
  must(await admin.ask('POST', '/api/supplier', { code: 'S1', name: '英雄金笔厂' }))
})

describe('backups of the installation', () => {
  test('[SYS-07] one is taken by the schedule while people work, and the drill brings back every ledger to the last hash', async () => {
    must(await save({ folder: join(folder, 'first'), second, passphrase, daily: '08:30' }))
    const desk = { open: true, posted: 0 }
    const work = async (): Promise<void> => {
      while (desk.open) {
        must(await house.admin.ask('POST', '/api/purchase-receipt?then=post', receipt))
        desk.posted += 1
      }
    }
    const workers = [work(), work(), work()]
    await look()
    const during = desk.posted
    desk.open = false
    await Promise.all(workers)
    expect(during).toBeGreaterThan(3)
    const [drill, backup] = await runs()
    expect([backup?.kind, backup?.state, backup?.reason, backup?.error]).toEqual(['backup', 'done', 'schedule', null])
    // The first backup is followed by the first drill, which had people at work beside it too.
    expect([drill?.kind, drill?.state, drill?.error]).toEqual(['drill', 'done', null])
    const every = ledgersOf(house.context.installed).map(({ name }) => [name, true])
    expect(drill?.outcome?.ledgers).toEqual(Object.fromEntries(every))
    expect(drill?.outcome?.trail).toBe(true)
    expect(readdirSync(house.context.dataDir).filter((name) => name.startsWith('drill-'))).toEqual([])
    expect(readdirSync(second)).toEqual(readdirSync(join(folder, 'first')))
  })

  test('[SYS-07] of a day there is one, whoever looks; the next day there is the next, and a missed day is made up for once', async () => {
    const before = (await runs()).length
    await look()
    expect(await runs()).toHaveLength(before)
    house.clock.moveTo(calendarDate('2026-03-18'))
    await look()
    await look()
    const backups = (await runs()).filter((run) => run.kind === 'backup')
    expect(backups).toHaveLength(2)
    expect(backups[0]).toMatchObject({ state: 'done', reason: 'schedule' })
  })

  test('[SYS-07] one that is asked for is taken at once, opens by its passphrase anywhere, and by no other', async () => {
    must(await house.admin.ask('POST', '/api/backups'))
    await look()
    const run = await newest()
    expect(run).toMatchObject({ kind: 'backup', reason: 'asked', state: 'done' })
    const file = run.file ?? ''
    const manifest = await verifyBackup(file, { passphrase, instance: [] })
    expect(ledgerSums(manifest.tables, ledgersOf(house.context.installed))).toEqual(run.outcome?.ledgers)
    await expect(verifyBackup(file, { passphrase: '另一个口令另一个口令', instance: [] })).rejects.toThrow('passphrase')
  })

  test('[SYS-07] it is brought back on a server of another version, and from there again, with every ledger the same', async (context) => {
    const bin = findSystemPostgres()
    if (bin === undefined) {
      context.skip('there is no PostgreSQL of the system to restore into')
      return
    }
    const run = (await runs()).find((one) => one.kind === 'backup' && one.state === 'done')
    const server = await startSystemServer(bin)
    try {
      const settings = { dataDir: join(folder, 'server'), url: server.direct, prepare: true, poolSize: 4 }
      const there = await openDatabase(settings, () => {})
      try {
        const target = { owner: there.owner, dataDir: settings.dataDir, log: () => {} }
        const keys = { passphrase, instance: [] }
        const restored = await restoreArchive(readBackup(run?.file ?? '', keys), target)
        expect(ledgerSums(restored.sums, ledgersOf(house.context.installed))).toEqual(run?.outcome?.ledgers)
        const back = join(folder, 'back.suanpan')
        const source = { owner: there.owner, dataDir: settings.dataDir, migrationsFolder, program: 'test', keys }
        const manifest = await takeBackup(source, back, new Date())
        const recorded = ledgerSums(manifest.tables, ledgersOf(house.context.installed))
        expect(recorded).toEqual(run?.outcome?.ledgers)
        const known = { file: back, bytes: manifest.fileBytes, recorded }
        const drill = await runDrill(house.context.dataDir, known, keys, ledgersOf(house.context.installed))
        expect(Object.values(drill.ledgers).every(Boolean)).toBe(true)
      } finally {
        await there.close()
      }
    } finally {
      await server.stop()
    }
  })

  test('[SYS-07] a drill on a backup that was tampered with fails, and says so to whoever looks after backups', async () => {
    const run = (await runs()).find((one) => one.kind === 'backup')
    writeFileSync(run?.file ?? '', 'not a backup any more')
    must(await house.admin.ask('POST', '/api/backups/drill'))
    await look()
    expect(await newest()).toMatchObject({ kind: 'drill', state: 'failed', error: 'this file is no backup of Suanpan' })
    const notices = must(await house.admin.ask<{ rows: { text: string }[] }>('GET', '/api/notices')).rows
    expect(notices[0]?.text).toContain('恢复演练未通过')
  })

  test('[SYS-07] one that cannot be written fails, is told, and is tried again later; what there was stays', async () => {
    const kept = readdirSync(join(folder, 'first'))
    const refused = await save({ folder: '/dev/null/backups', daily: '25:00', keepDaily: -1, passphrase: 'short' })
    expect(refused.status).toBe(422)
    expect(refused.text).toContain('passphrase')
    expect(refused.text).toContain('keepDaily')
    expect((await save({ folder: '/dev/null/backups' })).text).toContain('不能建立此文件夹')
    expect((await save({ folder: 'backups' })).text).toContain('完整路径')
    // The disk goes away after it was chosen.
    const gone = join(folder, 'gone')
    must(await save({ folder: gone }))
    rmSync(gone, { recursive: true })
    writeFileSync(gone, '')
    must(await house.admin.ask('POST', '/api/backups'))
    await look()
    expect(await newest()).toMatchObject({ kind: 'backup', state: 'failed' })
    const notices = must(await house.admin.ask<{ rows: { text: string }[] }>('GET', '/api/notices')).rows
    expect(notices[0]?.text).toContain('备份失败')
    expect(readdirSync(join(folder, 'first'))).toEqual(kept)
    expect(existsSync(`${gone}.part`)).toBe(false)
  })

  test('the passphrase is never answered, and stands nowhere in the trail', async () => {
    const answered = await house.admin.ask('GET', '/api/backups')
    expect(answered.body).toMatchObject({ hasPassphrase: true })
    expect(answered.text).not.toContain(passphrase)
    const rows = await house.database.owner.query<{ text: string }>(
      'select b::text as text from backup_setting b union all select a::text from audit a',
    )
    expect(rows.rows.some((row) => row.text.includes(passphrase))).toBe(false)
  })
})
