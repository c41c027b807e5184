import { spawn, spawnSync, type ChildProcess } from 'node:child_process'
import { chmodSync, chownSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { Client } from 'pg'
import { testingPlace } from './testing-place.ts'

const versions = '/usr/lib/postgresql'
const pgbouncer = '/usr/sbin/pgbouncer'

/** The folder of a PostgreSQL of the system's, if it has one. */
export function findSystemPostgres(): string | undefined {
  if (!existsSync(versions)) return undefined
  const newest = readdirSync(versions).sort((a, b) => Number(b) - Number(a))
  return newest.map((version) => join(versions, version, 'bin')).find((bin) => existsSync(join(bin, 'postgres')))
}

export function hasPgbouncer(): boolean {
  return existsSync(pgbouncer)
}

export type SystemServer = {
  /** To the server itself. */
  direct: string
  /** To the same database by way of pgbouncer in transaction mode. */
  pooled: string | undefined
  stop(): Promise<void>
}

/**
 * Starts a PostgreSQL of the system's in a temporary folder, with a role that may make roles but is no superuser, as a
 * hosted database gives it; and pgbouncer in front, which hands its few connections from client to client.
 */
export async function startSystemServer(bin: string): Promise<SystemServer> {
  const user = process.getuid?.() === 0 ? { uid: 65534, gid: 65534 } : {}
  const folder = mkdtempSync(join(testingPlace(), 'suanpan-server-'))
  const data = join(folder, 'data')
  mkdirSync(data, { mode: 0o700 })
  chmodSync(folder, 0o755)
  for (const path of [folder, data]) if (user.uid !== undefined) chownSync(path, user.uid, user.gid)
  const made = spawnSync(
    join(bin, 'initdb'),
    ['-D', data, '-U', 'postgres', '--auth=trust', '--encoding=UTF8', '--locale=C.UTF-8', '--no-sync'],
    { ...user, cwd: folder, encoding: 'utf8' },
  )
  if (made.status !== 0) throw new Error(made.stderr)
  const children: ChildProcess[] = []
  const port = await freePort()
  const host = '127.0.0.1'
  children.push(
    spawn(
      join(bin, 'postgres'),
      ['-D', data, '-p', String(port), '-k', folder, '-c', `listen_addresses=${host}`, '-c', 'fsync=off'],
      { ...user, cwd: folder, stdio: 'ignore' },
    ),
  )
  await waitFor(`postgres://postgres@${host}:${port}/postgres`)
  const superuser = new Client({ connectionString: `postgres://postgres@${host}:${port}/postgres` })
  await superuser.connect()
  await superuser.query('create role tenant login createrole nosuperuser nobypassrls')
  await superuser.query('create database books owner tenant')
  await superuser.end()
  const direct = `postgres://tenant@${host}:${port}/books`
  let pooled: string | undefined
  if (hasPgbouncer()) {
    const poolPort = await freePort()
    writeFileSync(join(folder, 'users.txt'), '"tenant" ""\n', { mode: 0o644 })
    writeFileSync(
      join(folder, 'pgbouncer.ini'),
      [
        '[databases]',
        `books = host=${host} port=${port} dbname=books`,
        '[pgbouncer]',
        `listen_addr = ${host}`,
        `listen_port = ${poolPort}`,
        'unix_socket_dir =',
        'auth_type = trust',
        `auth_file = ${join(folder, 'users.txt')}`,
        'pool_mode = transaction',
        'default_pool_size = 8',
        'max_client_conn = 200',
        'ignore_startup_parameters = extra_float_digits',
      ].join('\n'),
      { mode: 0o644 },
    )
    children.push(spawn(pgbouncer, ['-q', join(folder, 'pgbouncer.ini')], { ...user, cwd: folder, stdio: 'ignore' }))
    pooled = `postgres://tenant@${host}:${poolPort}/books`
    await waitFor(pooled)
  }
  return {
    direct,
    pooled,
    stop: async () => {
      for (const child of children.reverse()) {
        const ended = new Promise((gone) => child.once('exit', gone))
        child.kill('SIGINT')
        await ended
      }
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

async function waitFor(connectionString: string): Promise<void> {
  const deadline = Date.now() + 30_000
  for (;;) {
    const client = new Client({ connectionString })
    client.on('error', () => {})
    try {
      await client.connect()
      await client.end()
      return
    } catch (error) {
      if (Date.now() > deadline) throw error
      await sleep(50)
    }
  }
}

async function freePort(): Promise<number> {
  return await new Promise((found) => {
    const probe = createServer()
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => found(typeof address === 'object' && address !== null ? address.port : 0))
    })
  })
}
