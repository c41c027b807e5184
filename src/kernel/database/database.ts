import { Client, escapeIdentifier, type Pool } from 'pg'
import { startEmbeddedPostgres, type PostgresConnection } from './embedded-postgres.ts'
import { createPool } from './pool.ts'
import { applicationRole, scopedRole } from './schema-sql.ts'
import type { DatabaseSettings } from './settings.ts'

/** The role that owns the tables of the embedded database; with `DATABASE_URL` it is the role named there. */
export const ownerRole = 'suanpan_owner'

export type Database = {
  /** Connections of the application, as `suanpan_app`. */
  pool: Pool
  /** A few connections of the owner of the tables: for migrations and maintenance, never for a request. */
  owner: Pool
  /** Closes all connections, and stops the embedded server if we started it. */
  close(): Promise<void>
}

/**
 * Opens the database the settings name: starts the embedded server, or connects to `DATABASE_URL`; sees to the two
 * roles in either. Migrations are the caller's next step (`migrate(database.owner, folder)`). `server` are settings of the
 * embedded server for this run alone.
 */
export async function openDatabase(
  settings: DatabaseSettings,
  log: (line: string) => void,
  server: Record<string, string> = {},
): Promise<Database> {
  return settings.url === undefined
    ? await openEmbedded(settings, log, server)
    : await openServer(settings, settings.url, log)
}

async function openEmbedded(
  settings: DatabaseSettings,
  log: (line: string) => void,
  serverSettings: Record<string, string>,
): Promise<Database> {
  const server = await startEmbeddedPostgres({ dataDir: settings.dataDir, log, settings: serverSettings })
  try {
    await createRoles(server.connection)
    await createDatabase(server.connection, 'suanpan')
  } catch (error) {
    await server.stop()
    throw error
  }
  const connection = { ...server.connection, database: 'suanpan' }
  const owner = createPool({ ...connection, user: ownerRole, max: 3, log })
  const pool = createPool({
    ...connection,
    user: applicationRole,
    max: settings.poolSize,
    prepare: settings.prepare,
    log,
  })
  return {
    pool,
    owner,
    close: async () => {
      await Promise.all([pool.end(), owner.end()])
      await server.stop()
    },
  }
}

/** Makes the two roles on a server of which we are superuser. */
export async function createRoles(superuser: PostgresConnection): Promise<void> {
  const client = new Client(superuser)
  await client.connect()
  try {
    for (const role of [ownerRole, applicationRole]) {
      const { rowCount } = await client.query('select 1 from pg_roles where rolname = $1', [role])
      const verb = rowCount === 0 ? 'create' : 'alter'
      const password = superuser.password === undefined ? '' : ` password ${client.escapeLiteral(superuser.password)}`
      await client.query(`${verb} role ${role} login nosuperuser nobypassrls nocreaterole nocreatedb${password}`)
    }
    const { rowCount } = await client.query('select 1 from pg_roles where rolname = $1', [scopedRole])
    if (rowCount === 0) await client.query(`create role ${scopedRole} nologin nosuperuser nobypassrls`)
    // Taken by name only: what binds a scoped reader must not bind the application itself.
    await client.query(`grant ${scopedRole} to ${applicationRole} with inherit false, set true`)
  } finally {
    await client.end()
  }
}

/** Makes a database that belongs to the owner role, with the extensions the product likes to have. */
export async function createDatabase(superuser: PostgresConnection, name: string): Promise<void> {
  await withClient(superuser, async (client) => {
    const { rowCount } = await client.query('select 1 from pg_database where datname = $1', [name])
    if (rowCount === 0) await client.query(`create database ${escapeIdentifier(name)} owner ${ownerRole}`)
  })
  await withClient({ ...superuser, database: name }, async (client) => {
    await client.query('create extension if not exists pg_trgm')
    await client.query(`grant usage on schema public to ${applicationRole}, ${scopedRole}`)
  })
}

async function withClient<Result>(
  connection: PostgresConnection,
  work: (client: Client) => Promise<Result>,
): Promise<Result> {
  const client = new Client(connection)
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}

async function openServer(settings: DatabaseSettings, url: string, log: (line: string) => void): Promise<Database> {
  const { prepare } = settings
  const owner = createPool({ connectionString: url, max: 3, prepare, log })
  try {
    const role = (await canBecomeApplication(owner, log)) ? applicationRole : undefined
    const pool = createPool({ connectionString: url, max: settings.poolSize, prepare, role, log })
    return {
      pool,
      owner,
      close: async () => {
        await Promise.all([pool.end(), owner.end()])
      },
    }
  } catch (error) {
    await owner.end()
    throw error
  }
}

/** Makes the application's role on a server of yours if we may, and tells whether we can take it. */
async function canBecomeApplication(owner: Pool, log: (line: string) => void): Promise<boolean> {
  const version = await owner.query<{ apart: boolean }>(
    `select current_setting('server_version_num')::integer >= 160000 as apart`,
  )
  // Before PostgreSQL 16 a role cannot be given to be taken by name only; the owner reads nothing for anyone, so it may inherit.
  const byName = version.rows[0]?.apart === true ? ' with inherit false, set true' : ''
  const tries = [
    `create role ${applicationRole} nologin nosuperuser nobypassrls`,
    `grant ${applicationRole} to current_user`,
    `grant usage on schema public to ${applicationRole}`,
    `create role ${scopedRole} nologin nosuperuser nobypassrls`,
    `grant ${scopedRole} to current_user${byName}`,
    `grant usage on schema public to ${scopedRole}`,
    'create extension if not exists pg_trgm',
  ]
  // Each may be refused because it has been done, or is not ours to do; what counts is asked afterwards.
  for (const statement of tries) await owner.query(statement).catch(() => {})
  const { rows } = await owner.query<{ member: boolean; unguarded: boolean }>(
    `select exists (select 1 from pg_roles where rolname = $1 and pg_has_role(current_user, oid, 'member')) as member,
            (select rolsuper or rolbypassrls from pg_roles where rolname = current_user) as unguarded`,
    [applicationRole],
  )
  if (rows[0]?.member === true) return true
  if (rows[0]?.unguarded === true) {
    throw new Error(
      `the role in DATABASE_URL can bypass row-level security and may not take the role ${applicationRole}`,
    )
  }
  log(`there is no role ${applicationRole} on this server: the application works as the owner of its tables`)
  return false
}
