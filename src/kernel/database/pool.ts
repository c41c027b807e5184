import { Pool, types, type ClientBase, type PoolConfig } from 'pg'

/** How statements may be sent over a pool's connections. */
export type PoolTraits = {
  /** Whether named prepared statements outlive a transaction; not so behind a transaction pooler. */
  prepare: boolean
  /** Role every transaction takes for itself, where a connection can't be given it once for all. */
  role: string | undefined
}

const traitsByPool = new WeakMap<Pool, PoolTraits>()

/** The traits a pool was made with. */
export function traitsOf(pool: Pool): PoolTraits {
  return traitsByPool.get(pool) ?? { prepare: true, role: undefined }
}

const dateArray = 1182
const bigintArray = 1016
const numericArray = 1231
const textArray = 1009
const date = 1082
const timestampWithoutZone = 1114

/**
 * Reads values so that nothing is lost: `numeric` and `bigint` stay decimal strings, a `date` stays 'YYYY-MM-DD' (a
 * JavaScript Date would move it by the time zone), arrays of them too; `timestamptz` is a moment and becomes a Date.
 */
function typeParser(oid: number, format?: 'text' | 'binary'): (value: string) => unknown {
  if (format === 'binary') return types.getTypeParser(oid, 'binary')
  if (oid === date || oid === timestampWithoutZone) return (value) => value
  const plain = oid === dateArray || oid === bigintArray || oid === numericArray ? textArray : oid
  return types.getTypeParser(plain, 'text')
}

/** For whoever asks over a connection without the driver's own ways. */
export const valueTypes = { getTypeParser: typeParser }

/** A pool's configuration: pg's own, and how it is to be used. */
export type SuanpanPoolConfig = PoolConfig & {
  prepare?: boolean
  /** The role to work as, if it is not the one that signs in. */
  role?: string
  log?: (line: string) => void
}

/**
 * Makes a pool of connections that send statements without waiting for the answers of earlier ones, read values
 * without loss, and outlive a server that goes away.
 */
export function createPool(config: SuanpanPoolConfig): Pool {
  const { prepare = true, role, log = () => {}, ...connection } = config
  // A direct connection takes the role once; behind a transaction pooler each transaction takes it anew.
  const takeRole = async (client: ClientBase): Promise<void> => {
    await client.query(`set role ${role}`)
  }
  const onNewConnection = role !== undefined && prepare ? { onConnect: takeRole } : undefined
  const pool = new Pool({
    application_name: 'suanpan',
    // Also how long work waits for one of these connections: on a busy day it is better late than refused.
    connectionTimeoutMillis: 60_000,
    idleTimeoutMillis: 60_000,
    keepAlive: true,
    ...connection,
    pipeline: true,
    types: valueTypes,
    ...onNewConnection,
  })
  // A lost connection is reported to whoever waits for an answer on it; without a listener it would end the process.
  pool.on('error', (error) => log(`an idle connection to the database was lost: ${error.message}`))
  pool.on('connect', (client) => client.on('error', () => {}))
  traitsByPool.set(pool, { prepare, role: prepare ? undefined : role })
  return pool
}
