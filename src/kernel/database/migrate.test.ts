import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeEach, expect, test } from 'vitest'
import { migrate } from './migrate.ts'
import { testDatabase } from './testing.ts'

const database = await testDatabase()
const folder = mkdtempSync(join(tmpdir(), 'suanpan-migrations-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

function write(name: string, text: string): void {
  writeFileSync(join(folder, name), text)
}

beforeEach(async () => {
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder)
  await database.owner.query('drop table if exists schema_migration, schema_migration_lock, one, two, three')
})

test('runs what is new, in order, once', async () => {
  write('0001-one.sql', 'create table one (id int); insert into one values (1)')
  write('0002-two.sql', 'create table two as select id + 1 as id from one')
  expect(await migrate(database.owner, folder)).toEqual(['0001-one', '0002-two'])
  expect(await migrate(database.owner, folder)).toEqual([])
  write('0003-three.sql', 'create table three (id int)')
  expect(await migrate(database.owner, folder)).toEqual(['0003-three'])
  expect((await database.owner.query('select id from two')).rows).toEqual([{ id: 2 }])
})

test('does nothing where there is no folder', async () => {
  expect(await migrate(database.owner, join(folder, 'nowhere'))).toEqual([])
})

test('two processes that start at once share the work', async () => {
  write('0001-one.sql', 'create table one (id int); select pg_sleep(0.1)')
  write('0002-two.sql', 'create table two (id int)')
  const done = await Promise.all([1, 2, 3].map(() => migrate(database.owner, folder)))
  expect(done.flat().sort()).toEqual(['0001-one', '0002-two'])
})

test('a file that fails leaves nothing behind, and says which it was', async () => {
  write('0001-one.sql', 'create table one (id int)')
  write('0002-two.sql', 'create table two (id int); select nonsense')
  await expect(migrate(database.owner, folder)).rejects.toThrow(/0002-two failed: .*nonsense/)
  expect((await database.owner.query("select to_regclass('two') as two")).rows).toEqual([{ two: null }])
  write('0002-two.sql', 'create table two (id int)')
  expect(await migrate(database.owner, folder)).toEqual(['0001-one', '0002-two'])
})

test('refuses a file that changed after it was run', async () => {
  write('0001-one.sql', 'create table one (id int)')
  await migrate(database.owner, folder)
  write('0001-one.sql', 'create table one (id bigint)')
  await expect(migrate(database.owner, folder)).rejects.toThrow(/0001-one was changed/)
})

test('line ends of another system are no change', async () => {
  write('0001-one.sql', 'create table one (\n id int)\n')
  await migrate(database.owner, folder)
  write('0001-one.sql', 'create table one (\r\n id int)\r\n')
  expect(await migrate(database.owner, folder)).toEqual([])
})

test('refuses a database that is newer than the program', async () => {
  write('0001-one.sql', 'create table one (id int)')
  write('0002-two.sql', 'create table two (id int)')
  await migrate(database.owner, folder)
  rmSync(join(folder, '0002-two.sql'))
  await expect(migrate(database.owner, folder)).rejects.toThrow(/0002-two.*older than its data/)
})

test('refuses a number in the past, a number given twice, and a name that is none', async () => {
  write('0002-two.sql', 'create table two (id int)')
  await migrate(database.owner, folder)
  write('0001-one.sql', 'create table one (id int)')
  await expect(migrate(database.owner, folder)).rejects.toThrow(/0001-one comes before 0002-two/)
  write('0002-again.sql', 'select 1')
  await expect(migrate(database.owner, folder)).rejects.toThrow(/one number/)
  write('three.sql', 'select 1')
  await expect(migrate(database.owner, folder)).rejects.toThrow(/no name for a migration/)
})
