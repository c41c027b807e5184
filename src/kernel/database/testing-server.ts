import { mkdtempSync, chmodSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { createDatabase, createRoles, ownerRole } from './database.ts'
import { startEmbeddedPostgres, type EmbeddedPostgres } from './embedded-postgres.ts'
import { migrate } from './migrate.ts'
import { createPool } from './pool.ts'
import { testingPlace } from './testing-place.ts'

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

const prefix = 'suanpan-test-'

/** Takes away what runs that were killed have left, as told by their servers being gone. */
function removeLeftovers(place: string): void {
  for (const name of readdirSync(place).filter((each) => each.startsWith(prefix))) {
    try {
      process.kill(Number(readFileSync(join(place, name, 'postmaster.pid'), 'utf8').split('\n')[0]), 0)
    } catch (error) {
      const gone = error instanceof Error && 'code' in error && error.code === 'ESRCH'
      if (gone) rmSync(join(place, name), { recursive: true, force: true })
    }
  }
}

/**
 * Called by the test runner once a run: starts one server in a temporary folder. It goes on in the background, so that
 * tests without a database need not wait; those with one find `ready.json` or `failed.txt` in the folder.
 */
export function setup(): () => Promise<void> {
  const place = testingPlace()
  removeLeftovers(place)
  const folder = mkdtempSync(join(place, prefix))
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
