import { mkdtempSync, chmodSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { createDatabase, createRoles, ownerRole } from './database.ts'
import { startEmbeddedPostgres, type EmbeddedPostgres } from './embedded-postgres.ts'
import { migrate } from './migrate.ts'
import { createPool } from './pool.ts'

/** Name of the migrated database that a test file may get a copy of. */
export const migratedTemplate = 'suanpan_template'
/** Name of the database without tables, for tests that bring their own definitions. */
export const emptyTemplate = 'suanpan_empty'

/** Nothing in a test run has to survive a power cut. */
const settings = {
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
  autovacuum: 'off',
  shared_buffers: '128MB',
  max_connections: '400',
}

/**
 * Called by the test runner once a run: starts one server in a temporary folder. It goes on in the background, so that
 * tests without a database need not wait; those with one find `ready.json` or `failed.txt` in the folder.
 */
export function setup(): () => Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'suanpan-test-'))
  chmodSync(folder, 0o711)
  process.env['SUANPAN_TEST_SERVER'] = folder
  const starting = start(folder).catch((error: unknown) => {
    writeFileSync(join(folder, 'failed.txt'), error instanceof Error ? (error.stack ?? error.message) : String(error))
    return undefined
  })
  return async () => {
    const server = await starting
    await server?.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}

async function start(folder: string): Promise<EmbeddedPostgres> {
  const server = await startEmbeddedPostgres({ dataDir: folder, log: () => {}, settings })
  await createRoles(server.connection)
  await createDatabase(server.connection, emptyTemplate)
  await createDatabase(server.connection, migratedTemplate)
  const owner = createPool({ ...server.connection, user: ownerRole, database: migratedTemplate, max: 1 })
  await migrate(owner, resolve(import.meta.dirname, '../../../migrations'))
  await owner.end()
  writeFileSync(join(folder, 'ready.json'), JSON.stringify(server.connection))
  return server
}
