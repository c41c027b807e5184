import { availableParallelism } from 'node:os'
import { resolve } from 'node:path'

/** What the environment decides about a running program. Every setting has a default that works. */
export type Settings = {
  /** Port of the HTTP server. `PORT`, 3000. */
  port: number
  /** Address it listens on. `HOST`, 127.0.0.1: nobody outside this machine unless asked for. */
  host: string
  database: DatabaseSettings
  /** Password for the user `admin`, made and printed once when unset. `SUANPAN_ADMIN_PASSWORD`. */
  adminPassword: string | undefined
  /** Whether to build the demo company on an empty data folder; undefined leaves it to the command. `SUANPAN_DEMO`. */
  demo: boolean | undefined
  /** Whether webhooks may reach addresses of private networks, as where all systems stand in one house. `SUANPAN_WEBHOOKS_INSIDE`, off. */
  webhooksInside: boolean
  /** Where middle rates of currencies are asked for, in place of the exchange that publishes them. `SUANPAN_RATES_URL`. */
  ratesUrl: string | undefined
  /** Where browsers find the product, where a proxy stands in front of it. `SUANPAN_URL`, such as https://erp.example.com; unset, the address that is asked. */
  publicUrl: string | undefined
  /**
   * How many processes answer requests. `SUANPAN_PROCESSES`, half the processors, at least one and at most four: the database
   * needs as much as the program. On Windows one.
   */
  processes: number
  /** The keys that secrets in the database are sealed by, in base64; unset, a file in the data folder. `SUANPAN_SECRET_KEY`. */
  secretKey: string | undefined
  /** What opens and locks backups on the command line. `SUANPAN_BACKUP_PASSPHRASE`. */
  backupPassphrase: string | undefined
}

/** Where the database is and how to talk to it. */
export type DatabaseSettings = {
  /** Absolute folder of everything this installation keeps. `DATA_DIR`, ./data. */
  dataDir: string
  /** A server of yours, as `postgres://…`; unset, the embedded one is started in `dataDir`. `DATABASE_URL`. */
  url: string | undefined
  /**
   * Whether named prepared statements may be used. `DB_PREPARE`, on. Turn it off behind a pooler that hands a server
   * connection to another client after each transaction (pgbouncer in transaction mode): no session state is used then.
   */
  prepare: boolean
  /** Most connections that a process opens for questions; half as many again for changes. `DB_POOL`, 20. */
  poolSize: number
}

/**
 * Reads the settings from an environment.
 * @throws Error naming the variable when a value makes no sense.
 */
export function readSettings(environment: Record<string, string | undefined>): Settings {
  return {
    port: wholeNumber(environment, 'PORT', 3000, 0, 65535),
    host: text(environment, 'HOST') ?? '127.0.0.1',
    adminPassword: text(environment, 'SUANPAN_ADMIN_PASSWORD'),
    demo: onOff(environment, 'SUANPAN_DEMO'),
    webhooksInside: onOff(environment, 'SUANPAN_WEBHOOKS_INSIDE') ?? false,
    ratesUrl: environment['SUANPAN_RATES_URL'],
    publicUrl: publicUrl(environment),
    processes: wholeNumber(environment, 'SUANPAN_PROCESSES', processesFor(availableParallelism()), 1, 64),
    secretKey: text(environment, 'SUANPAN_SECRET_KEY'),
    backupPassphrase: text(environment, 'SUANPAN_BACKUP_PASSPHRASE'),
    database: {
      dataDir: resolve(text(environment, 'DATA_DIR') ?? 'data'),
      url: databaseUrl(environment),
      prepare: onOff(environment, 'DB_PREPARE') ?? true,
      poolSize: wholeNumber(environment, 'DB_POOL', 20, 1, 1000),
    },
  }
}

function processesFor(processors: number): number {
  return process.platform === 'win32' ? 1 : Math.min(Math.max(Math.floor(processors / 2), 1), 4)
}

function text(environment: Record<string, string | undefined>, name: string): string | undefined {
  const value = environment[name]?.trim()
  return value === '' ? undefined : value
}

function wholeNumber(
  environment: Record<string, string | undefined>,
  name: string,
  otherwise: number,
  least: number,
  most: number,
): number {
  const value = text(environment, name)
  if (value === undefined) return otherwise
  const number = Number(value)
  if (!/^\d+$/.test(value) || number < least || number > most) {
    throw new Error(`${name} must be a whole number from ${least} to ${most}, not "${value}"`)
  }
  return number
}

function onOff(environment: Record<string, string | undefined>, name: string): boolean | undefined {
  const value = text(environment, name)?.toLowerCase()
  if (value === undefined) return undefined
  if (['1', 'on', 'true', 'yes'].includes(value)) return true
  if (['0', 'off', 'false', 'no'].includes(value)) return false
  throw new Error(`${name} must be on or off, not "${value}"`)
}

function publicUrl(environment: Record<string, string | undefined>): string | undefined {
  const value = text(environment, 'SUANPAN_URL')
  if (value === undefined) return undefined
  if (!/^https?:\/\/[^/?#]+\/?$/.test(value) || !URL.canParse(value))
    throw new Error('SUANPAN_URL must look like https://erp.example.com')
  return new URL(value).origin
}

function databaseUrl(environment: Record<string, string | undefined>): string | undefined {
  const value = text(environment, 'DATABASE_URL')
  if (value === undefined) return undefined
  const protocol = URL.canParse(value) ? new URL(value).protocol : ''
  if (protocol !== 'postgres:' && protocol !== 'postgresql:') {
    throw new Error('DATABASE_URL must look like postgres://user:password@host:5432/database')
  }
  return value
}
