import { createWriteStream } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import type { Client, Pool } from 'pg'
import { migrateAccess } from '../access/accounts.ts'
import { migrationOf, runMigrations } from '../database/migrate.ts'
import type { Migration } from '../database/migrate.ts'
import { parseKeys, readKeyFile, writeKeyFile } from '../secrets/key-file.ts'
import type { ArchivePart, EntryHead } from './archive.ts'
import { copyIn } from './copy-stream.ts'
import { differences } from './manifest.ts'
import type { Manifest, TableSum } from './manifest.ts'
import { openOwnerClient } from './owner-client.ts'
import { copyInText, plainOutput, storedTables, tablePath } from './stored-tables.ts'
import { tableSums } from './table-sums.ts'

/** Where a backup is brought back: an empty database, and the folder beside it. */
export interface RestoreTarget {
  readonly owner: Pool
  readonly dataDir: string
  readonly log: (line: string) => void
}

const refuseUsed = async (owner: Pool): Promise<void> => {
  const { rowCount } = await owner.query(
    `select 1 from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where c.relkind = 'r' and n.nspname in ('public', 'access') limit 1`,
  )
  if (rowCount !== 0)
    throw new Error('there are tables in that database already: a backup is restored into an empty one')
}

/** Takes away what would refuse rows out of order, and answers what puts it back. */
const openTables = async (client: Client): Promise<() => Promise<void>> => {
  const tables = await storedTables(client)
  const paths = tables.map(tablePath)
  const { rows: keys } = await client.query<{ path: string; name: string; text: string }>(
    `select format('%I.%I', n.nspname, c.relname) as path, format('%I', k.conname) as name, pg_get_constraintdef(k.oid) as text
     from pg_constraint k join pg_class c on c.oid = k.conrelid join pg_namespace n on n.oid = c.relnamespace
     where k.contype = 'f' and n.nspname in ('public', 'access')`,
  )
  for (const { path, name } of keys) await client.query(`alter table ${path} drop constraint ${name}`)
  for (const path of paths) await client.query(`truncate ${path}`)
  const kept = tables.filter((table) => table.byCompany).map(tablePath)
  for (const path of kept) await client.query(`alter table ${path} no force row level security`)
  return async () => {
    for (const { path, name, text } of keys) await client.query(`alter table ${path} add constraint ${name} ${text}`)
    for (const path of kept) await client.query(`alter table ${path} force row level security`)
  }
}

const keepFile = async (dataDir: string, path: string, content: AsyncIterable<Buffer>): Promise<void> => {
  if (path === 'secret.key') {
    const parts: Buffer[] = []
    for await (const chunk of content) parts.push(chunk)
    const brought = parseKeys(Buffer.concat(parts).toString('utf8'))
    const own = readKeyFile(dataDir).filter((key) => !brought.some((other) => other.id === key.id))
    writeKeyFile(dataDir, [...brought, ...own])
    return
  }
  // Nothing but a file under its hash is ever written, wherever the backup says it should go.
  if (!/^files\/[0-9a-f-]{36}\/[0-9a-f]{64}$/.test(path))
    throw new Error(`the backup has a file that is none of ours: ${path}`)
  const target = join(dataDir, path)
  await mkdir(dirname(target), { recursive: true, mode: 0o700 })
  await pipeline(content, createWriteStream(target, { mode: 0o600, flush: true }))
}

const readText = async (content: AsyncIterable<Buffer>): Promise<string> => {
  const parts: Buffer[] = []
  for await (const chunk of content) parts.push(chunk)
  return Buffer.concat(parts).toString('utf8')
}

interface Rows {
  readonly client: Client
  readonly close: () => Promise<void>
}

const openRows = async (target: RestoreTarget, migrations: readonly Migration[]): Promise<Rows> => {
  await runMigrations(target.owner, migrations, target.log)
  await migrateAccess(target.owner)
  const client = await openOwnerClient(target.owner)
  const close = await openTables(client)
  await client.query('begin')
  await client.query(plainOutput)
  return { client, close }
}

/** Takes away what was begun, table by table, so that the next try finds an empty database. */
const emptyAgain = async (owner: Pool): Promise<void> => {
  const client = await openOwnerClient(owner)
  try {
    for (const table of await storedTables(client))
      await client.query(`drop table if exists ${tablePath(table)} cascade`)
    await client.query('drop schema if exists access cascade')
  } finally {
    await client.end()
  }
}

/** What came of a restore: what the backup says of itself, and the hashes of what stands in the database now. */
export interface Restored {
  readonly manifest: Manifest
  readonly sums: readonly TableSum[]
}

/**
 * Brings an archive back: makes the tables as the release did that took it, copies the rows in one transaction, writes the
 * files; and reads every row again to compare its hash. Throws an Error where a single row is not what it was.
 */
export const restoreArchive = async (parts: AsyncIterable<ArchivePart>, target: RestoreTarget): Promise<Restored> => {
  await refuseUsed(target.owner)
  const migrations: Migration[] = []
  const columns = new Map<string, readonly string[]>()
  let rows: Rows | undefined
  let manifest: Manifest | undefined
  const copyRows = async (head: EntryHead & { kind: 'table' }, content: AsyncIterable<Buffer>) => {
    rows ??= await openRows(target, migrations)
    columns.set(`${head.schema}.${head.name}`, head.columns)
    await copyIn(rows.client, copyInText(head), content)
  }
  try {
    for await (const part of parts) {
      if ('manifest' in part) {
        manifest = part.manifest as Manifest
        continue
      }
      const { head, content } = part.entry
      if (head.kind === 'migration') migrations.push(migrationOf(head.name, await readText(content)))
      else if (head.kind === 'table') await copyRows(head, content)
      else await keepFile(target.dataDir, head.path, content)
    }
    if (rows === undefined || manifest === undefined) throw new Error('the backup is empty')
    await rows.client.query('commit')
    await rows.close()
    await rows.client.query('analyze')
    const sums = await tableSums(rows.client, columns)
    const wrong = differences(manifest.tables, sums)
    if (wrong.length > 0) throw new Error(`these tables are not what they were: ${wrong.slice(0, 5).join(', ')}`)
    return { manifest, sums }
  } catch (error) {
    await rows?.client.end().catch(() => {})
    await emptyAgain(target.owner).catch(() => target.log('the database holds the beginning of a restore: drop it'))
    throw error
  } finally {
    await rows?.client.end().catch(() => {})
  }
}
