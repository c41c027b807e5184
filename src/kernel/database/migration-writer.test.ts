import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { pendingStatements, writeMigration } from './migration-writer.ts'
import { systemTables } from './system-tables.ts'

const folder = mkdtempSync(join(tmpdir(), 'suanpan-migrations-'))
afterAll(() => rmSync(folder, { recursive: true }))

test('a migration is written from the difference, once', () => {
  expect(writeMigration(folder, 'first', systemTables.slice(1))).toBe('0001-first.sql')
  expect(writeMigration(folder, 'nothing', systemTables.slice(1))).toBeUndefined()
  expect(writeMigration(folder, 'second', systemTables)).toBe('0002-second.sql')
  expect(readFileSync(join(folder, '0002-second.sql'), 'utf8')).toContain(`create table ${systemTables[0]?.name}`)
  expect(pendingStatements(folder, systemTables)).toEqual([])
})

test('a name that is no file name is refused', () => {
  expect(() => writeMigration(folder, '../x', systemTables)).toThrow('called like')
})
