import { createHash } from 'node:crypto'
import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Pool, PoolClient } from 'pg'

export type Migration = { number: string; name: string; text: string; checksum: string }

/**
 * Brings the database up to the files `NNNN-name.sql` of a folder, in order, each in a transaction of its own, and
 * answers the names of those that were run. Two processes may start at once: a row lock lets one work at a time, and
 * nothing but transactions is used for it, so it holds behind a pooler.
 * @throws Error when a file that was run has changed or is missing, or a new one comes before one that was run.
 */
export async function migrate(owner: Pool, folder: string, log: (line: string) => void = () => {}): Promise<string[]> {
  const migrations = readMigrations(folder)
  await createTables(owner)
  const done: string[] = []
  for (;;) {
    const started = Date.now()
    const next = await runNext(owner, migrations)
    if (next === undefined) break
    done.push(next.name)
    log(`migration ${next.name} (${Date.now() - started} ms)`)
  }
  // Plans made without statistics read whole tables.
  if (done.length > 0) await owner.query('analyze')
  return done
}

/** Reads a folder of migrations; a folder that is not there has none. */
export function readMigrations(folder: string): Migration[] {
  if (!existsSync(folder)) return []
  const files = readdirSync(folder)
    .filter((file) => file.endsWith('.sql'))
    .sort()
  const migrations = files.map((file) => {
    const number = /^(\d{4})-[a-z0-9-]+\.sql$/.exec(file)?.[1]
    if (number === undefined) throw new Error(`${file} is no name for a migration: 0001-what-it-does.sql`)
    const text = readFileSync(join(folder, file), 'utf8').replaceAll('\r\n', '\n')
    return { number, name: file.slice(0, -4), text, checksum: createHash('sha256').update(text).digest('hex') }
  })
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
    insert into schema_migration_lock values (1) on conflict do nothing`
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

async function runNext(owner: Pool, migrations: Migration[]): Promise<Migration | undefined> {
  const client = await owner.connect()
  let broken = false
  try {
    await client.query('begin')
    await client.query('select one from schema_migration_lock for update')
    const next = await findNext(client, migrations)
    if (next !== undefined) await apply(client, next)
    await client.query('commit')
    return next
  } catch (error) {
    await client.query('rollback').catch(() => (broken = true))
    throw error
  } finally {
    client.release(broken)
  }
}

async function findNext(client: PoolClient, migrations: Migration[]): Promise<Migration | undefined> {
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
  const next = migrations.find((migration) => !done.has(migration.name))
  if (next !== undefined && next.name < last) {
    throw new Error(`migration ${next.name} comes before ${last}, which was run already: give it the next number`)
  }
  return next
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
