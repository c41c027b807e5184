import { randomBytes } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { Client, type Pool } from 'pg'
import { ownerRole } from './database.ts'
import { applicationRole } from './schema-sql.ts'
import type { PostgresConnection } from './embedded-postgres.ts'
import { createPool } from './pool.ts'
import { emptyTemplate, migratedTemplate } from './testing-server.ts'

export type TestDatabase = {
  /** As the application works: the role `suanpan_app`, under row-level security. */
  pool: Pool
  /** As the owner of the tables, to prepare what the application may not. */
  owner: Pool
  /** How to reach this database as the superuser; change `user` to be somebody else. */
  connection: PostgresConnection
}

/** What the test file that runs has to close when it ends; one file runs at a time in a process. */
let closings: (() => Promise<void>)[] = []

/** Drops the databases of the test file that ends: `testing-setup.ts` has it called after each file. */
export async function dropTestDatabases(): Promise<void> {
  const due = closings
  closings = []
  await Promise.all(due.map((close) => close()))
}

/**
 * A database of its own for a test file, dropped after the file: without tables, or with the product's where `migrated` is
 * said.
 */
export async function testDatabase(options: { poolSize?: number; migrated?: boolean } = {}): Promise<TestDatabase> {
  const server = await findServer()
  const name = `test_${process.pid}_${randomBytes(5).toString('hex')}`
  await onServer(
    server,
    `create database ${name} template ${options.migrated === true ? migratedTemplate : emptyTemplate} strategy file_copy owner ${ownerRole}`,
  )
  const connection = { ...server, database: name }
  const pool = createPool({ ...connection, user: applicationRole, max: options.poolSize ?? 20 })
  const owner = createPool({ ...connection, user: ownerRole, max: 3 })
  closings.push(async () => {
    await Promise.all([pool.end(), owner.end()])
    await onServer(server, `drop database ${name} with (force)`)
  })
  return { pool, owner, connection }
}

async function onServer(server: PostgresConnection, statement: string): Promise<void> {
  const client = new Client(server)
  await client.connect()
  try {
    await client.query(statement)
  } finally {
    await client.end()
  }
}

async function findServer(): Promise<PostgresConnection> {
  const folder = process.env['SUANPAN_TEST_SERVER']
  if (folder === undefined) throw new Error('no test server: run the tests with vitest from the root of the project')
  const deadline = Date.now() + 90_000
  while (Date.now() < deadline) {
    const failed = join(folder, 'failed.txt')
    if (existsSync(failed)) throw new Error(`the test server did not start: ${readFileSync(failed, 'utf8')}`)
    const ready = join(folder, 'ready.json')
    if (existsSync(ready)) {
      try {
        return readConnection(JSON.parse(readFileSync(ready, 'utf8')))
      } catch (error) {
        // Half written: the next look finds the rest.
        if (!(error instanceof SyntaxError)) throw error
      }
    }
    await sleep(25)
  }
  throw new Error('the test server was not ready within 90 seconds')
}

function readConnection(value: { host: string; port: number; user: string; database: string; password?: string }) {
  return value
}
