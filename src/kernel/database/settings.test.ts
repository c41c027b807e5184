import { resolve } from 'node:path'
import { expect, test } from 'vitest'
import { readSettings } from './settings.ts'

test('an empty environment gives settings that work', () => {
  expect(readSettings({ SUANPAN_PROCESSES: '3' })).toEqual({
    port: 3000,
    host: '127.0.0.1',
    adminPassword: undefined,
    demo: undefined,
    webhooksInside: false,
    processes: 3,
    secretKey: undefined,
    backupPassphrase: undefined,
    database: { dataDir: resolve('data'), url: undefined, prepare: true, poolSize: 20 },
  })
})

test('more processes answer where there are more processors, and one where there are few', () => {
  const { processes } = readSettings({})
  expect(processes).toBeGreaterThanOrEqual(1)
  expect(processes).toBeLessThanOrEqual(4)
})

test('a setting that makes no sense is refused by name', () => {
  expect(() => readSettings({ PORT: '80a' })).toThrow(/PORT/)
  expect(() => readSettings({ PORT: '70000' })).toThrow(/PORT/)
  expect(() => readSettings({ SUANPAN_PROCESSES: '0' })).toThrow(/SUANPAN_PROCESSES/)
  expect(() => readSettings({ DB_PREPARE: 'perhaps' })).toThrow(/DB_PREPARE/)
  expect(() => readSettings({ DATABASE_URL: 'mysql://localhost/x' })).toThrow(/DATABASE_URL/)
})

test('blank means unset, and switches understand the usual words', () => {
  const settings = readSettings({ PORT: ' ', DB_PREPARE: 'OFF', SUANPAN_DEMO: '0', DATABASE_URL: 'postgres://a@b/c' })
  expect(settings.port).toBe(3000)
  expect(settings.demo).toBe(false)
  expect(settings.database.prepare).toBe(false)
  expect(settings.database.url).toBe('postgres://a@b/c')
})
