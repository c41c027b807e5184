import { chmodSync, cpSync, existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { openProduct, prepareFirstStart } from '../src/app/open-product.ts'
import { migrationsFolder } from '../src/app/places.ts'
import { productTables } from '../src/app/product.ts'
import { rollBack } from '../src/app/rollback.ts'
import { upgrade } from '../src/app/upgrade.ts'
import { openDatabase } from '../src/kernel/database/database.ts'
import { writeMigration } from '../src/kernel/database/migration-writer.ts'
import { readSettings } from '../src/kernel/database/settings.ts'
import type { TableSpec } from '../src/kernel/database/table-spec.ts'
import { createServer } from '../src/kernel/http/server.ts'
import { clientOf } from '../src/kernel/http/testing/client.ts'
import { must } from './kit/open-house.ts'
import { testingPlace } from '../src/kernel/database/testing-place.ts'

const folder = mkdtempSync(join(testingPlace(), 'suanpan-upgrade-'))
chmodSync(folder, 0o711)
afterAll(() => rmSync(folder, { recursive: true, force: true }))
const dataDir = join(folder, 'data')
const settings = readSettings({ DATA_DIR: dataDir, SUANPAN_ADMIN_PASSWORD: 'correct horse battery' })
const silent = () => {}

/** The migrations of a release to come: what this one asks for, and a column and an index more. */
const nextRelease = (name: string, also = ''): string => {
  const next = join(folder, name)
  cpSync(migrationsFolder, next, { recursive: true })
  const wanted = productTables.map((table): TableSpec =>
    table.name === 'item' ? { ...table, columns: [...table.columns, { name: 'car_plate', type: 'text' }] } : table,
  )
  const file = writeMigration(next, 'car-plate', wanted)
  if (file === undefined) throw new Error('nothing was asked for')
  if (also !== '') writeFileSync(join(next, '0003-more.sql'), also)
  return next
}

/** Opens the product of this release on the data folder and asks as its administrator. */
const asked = async <Result>(step: (client: ReturnType<typeof clientOf>) => Promise<Result>): Promise<Result> => {
  const product = await openProduct(settings, silent)
  await prepareFirstStart(product, { adminPassword: settings.adminPassword, demo: false }, silent)
  const app = await createServer(product.context, { log: console.error })
  try {
    const signedIn = await clientOf(app, {}).ask('POST', '/api/session', {
      username: 'admin',
      password: 'correct horse battery',
    })
    return await step(clientOf(app, { cookie: String(signedIn.headers['set-cookie']).split(';')[0] ?? '' }))
  } finally {
    await app.close()
    await product.close()
  }
}

const checksAreGreen = async (client: ReturnType<typeof clientOf>): Promise<void> => {
  const checks = must(await client.ask<readonly { ok: boolean; label: string }[]>('GET', '/api/checks'))
  expect(checks.filter((check) => !check.ok)).toEqual([])
}

const items = async (client: ReturnType<typeof clientOf>): Promise<string[]> =>
  must(await client.ask<{ rows: { code: string }[] }>('GET', '/api/item')).rows.map((row) => row.code)

const withDatabase = async (step: (database: Awaited<ReturnType<typeof openDatabase>>) => Promise<void>) => {
  const database = await openDatabase(settings.database, silent)
  try {
    await step(database)
  } finally {
    await database.close()
  }
}

const backups = () => (existsSync(join(dataDir, 'backups')) ? readdirSync(join(dataDir, 'backups')) : [])

test('[SYS-15] an upgrade backs up and migrates; one that fails leaves the data usable; one that is regretted is rolled back without a loss', async () => {
  await asked(async (client) => {
    must(await client.ask('POST', '/api/item', { code: 'PEN', name: '钢笔', unit: 'PCS', taxRate: 'VAT13' }))
    must(await client.ask('POST', '/api/supplier', { code: 'S1', name: '英雄金笔厂' }))
    const lines = [{ item: 'PEN', quantity: '10', price: '5' }]
    must(
      await client.ask('POST', '/api/purchase-receipt?then=post', {
        date: new Date().toISOString().slice(0, 10),
        warehouse: 'MAIN',
        supplier: 'S1',
        lines,
      }),
    )
    await checksAreGreen(client)
  })
  // A first start is no upgrade.
  expect(backups()).toEqual([])

  // The second of two new migrations fails: neither is done, and this release works on as before.
  const bad = nextRelease('bad', 'create index nonsense on item (no_such_column);')
  await withDatabase(async (database) => {
    const failed = upgrade(database, settings, bad, silent)
    await expect(failed).rejects.toThrow(/the data is as it was.*0003-more failed.*backup is/s)
  })
  expect(backups()).toHaveLength(1)
  await asked(async (client) => {
    expect(await items(client)).toEqual(['PEN'])
    await checksAreGreen(client)
  })

  // The next release works: the data is there, with the new column.
  const good = nextRelease('good')
  await withDatabase(async (database) => {
    await upgrade(database, settings, good, silent)
    const { rows } = await database.owner.query(
      `select count(*)::int as columns from information_schema.columns where table_name = 'item' and column_name = 'car_plate'`,
    )
    expect(rows).toEqual([{ columns: 1 }])
  })
  // This release is too old for it now, and says so.
  await expect(asked(items)).rejects.toThrow('older than its data')
  const before = backups().length

  await rollBack(settings, undefined, silent)
  await asked(async (client) => {
    expect(await items(client)).toEqual(['PEN'])
    await checksAreGreen(client)
    must(await client.ask('POST', '/api/item', { code: 'INK', name: '墨水', unit: 'PCS' }))
  })
  expect(backups()).toHaveLength(before)
  expect(readdirSync(dataDir).some((name) => name.startsWith('rollback-'))).toBe(false)
}, 600_000)
