import { createHash } from 'node:crypto'
import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Pool, PoolClient } from 'pg'
import { applicationRole } from './schema-sql.ts'

export type Migration = { number: string; name: string; text: string; checksum: string }

/**
 * Brings the database up to the files `NNNN-name.sql` of a folder, in order, and answers the names of those that were run. All
 * that is new runs in one transaction: an upgrade that fails leaves the data as the earlier release knows it. Two processes may
 * start at once: a row lock lets one work at a time, and nothing but transactions is used for it, so it holds behind a pooler.
 * @throws Error when a file that was run has changed or is missing, or a new one comes before one that was run.
 */
export async function migrate(owner: Pool, folder: string, log: (line: string) => void = () => {}): Promise<string[]> {
  return await runMigrations(owner, readMigrations(folder), log)
}

/** The same with migrations that lie somewhere else: in a backup. */
export async function runMigrations(
  owner: Pool,
  migrations: readonly Migration[],
  log: (line: string) => void = () => {},
): Promise<string[]> {
  await createTables(owner)
  const done = await inLock(owner, async (client) => {
    const names: string[] = []
    for (const next of await findPending(client, migrations)) {
      const started = Date.now()
      await apply(client, next)
      names.push(next.name)
      log(`migration ${next.name} (${Date.now() - started} ms)`)
    }
    return names
  })
  // Plans made without statistics read whole tables.
  if (done.length > 0) await owner.query('analyze')
  return done
}

/** What an upgrade would do: the migrations that were run, and those that wait. Changes nothing. */
export async function migrationState(owner: Pool, folder: string): Promise<{ run: string[]; pending: string[] }> {
  const { rows } = await owner.query<{ there: boolean }>(`select to_regclass('schema_migration') is not null as there`)
  const migrations = readMigrations(folder)
  if (rows[0]?.there !== true) return { run: [], pending: migrations.map((one) => one.name) }
  const applied = await owner.query<{ name: string }>('select name from schema_migration order by name')
  const run = applied.rows.map((row) => row.name)
  return { run, pending: migrations.map((one) => one.name).filter((name) => !run.includes(name)) }
}

/** A migration from its name and text. Throws an Error where the name is no name for one. */
export function migrationOf(name: string, content: string): Migration {
  const number = /^(\d{4})-[a-z0-9-]+$/.exec(name)?.[1]
  if (number === undefined) throw new Error(`${name}.sql is no name for a migration: 0001-what-it-does.sql`)
  const text = content.replaceAll('\r\n', '\n')
  return { number, name, text, checksum: createHash('sha256').update(text).digest('hex') }
}

/** Reads a folder of migrations; a folder that is not there has none. */
export function readMigrations(folder: string): Migration[] {
  if (!existsSync(folder)) return []
  const files = readdirSync(folder)
    .filter((file) => file.endsWith('.sql'))
    .sort()
  const migrations = files.map((file) => migrationOf(file.slice(0, -4), readFileSync(join(folder, file), 'utf8')))
  migrations.forEach((migration, index) => {
    const before = migrations[index - 1]
    if (before?.number === migration.number) throw new Error(`${before.name} and ${migration.name} have one number`)
  })
  return migrations
}

async function createTables(owner: Pool): Promise<void> {
  const text = `
    create table if not exists schema_migration (
      name text collate "C" primary key,
      checksum text not null,
      applied_at timestamptz not null default now()
    );
    create table if not exists schema_migration_lock (one int primary key check (one = 1));
    insert into schema_migration_lock values (1) on conflict do nothing;
    grant select on schema_migration to ${applicationRole}`
  for (let attempt = 1; ; attempt += 1) {
    try {
      await owner.query(text)
      return
    } catch (error) {
      // "if not exists" does not guard against another process that creates it in the same moment.
      if (attempt === 5) throw error
      await sleep(50 * attempt)
    }
  }
}

async function inLock<Result>(owner: Pool, step: (client: PoolClient) => Promise<Result>): Promise<Result> {
  const client = await owner.connect()
  let broken = false
  try {
    await client.query('begin')
    await client.query('select one from schema_migration_lock for update')
    const result = await step(client)
    await client.query('commit')
    return result
  } catch (error) {
    await client.query('rollback').catch(() => (broken = true))
    throw error
  } finally {
    client.release(broken)
  }
}

async function findPending(client: PoolClient, migrations: readonly Migration[]): Promise<Migration[]> {
  const applied = await client.query<{ name: string; checksum: string }>(
    'select name, checksum from schema_migration order by name',
  )
  const byName = new Map(migrations.map((migration) => [migration.name, migration]))
  for (const { name, checksum } of applied.rows) {
    const migration = byName.get(name)
    if (migration === undefined) {
      throw new Error(`the database has migration ${name}, which this program does not know: it is older than its data`)
    }
    if (migration.checksum !== checksum) {
      throw new Error(
        `migration ${name} was changed after it was run: put it back, and write what is new in a new file`,
      )
    }
  }
  const last = applied.rows.at(-1)?.name ?? ''
  const done = new Set(applied.rows.map((row) => row.name))
  const pending = migrations.filter((migration) => !done.has(migration.name))
  const early = pending.find((migration) => migration.name < last)
  if (early !== undefined) {
    throw new Error(`migration ${early.name} comes before ${last}, which was run already: give it the next number`)
  }
  return pending
}

async function apply(client: PoolClient, migration: Migration): Promise<void> {
  try {
    await client.query(migration.text)
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    throw new Error(`migration ${migration.name} failed: ${reason}`, { cause: error })
  }
  await client.query('insert into schema_migration (name, checksum) values ($1, $2)', [
    migration.name,
    migration.checksum,
  ])
}
