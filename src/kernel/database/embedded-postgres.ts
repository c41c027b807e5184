import { spawn } from 'node:child_process'
import { closeSync, existsSync, openSync, readFileSync, readdirSync, statSync } from 'node:fs'
import { createServer } from 'node:net'
import { join, resolve } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { Client } from 'pg'
import { claimFolder, releaseFolder } from './folder-claim.ts'
import { findPostgresBinaries, type PostgresBinaries, type SystemUser } from './postgres-binaries.ts'
import {
  chooseSystemUser,
  cleanEnvironment,
  createClusterIfMissing,
  locateCluster,
  type ClusterPlace,
} from './postgres-cluster.ts'
import {
  askToStop,
  isAlive,
  putAsideStalePidFile,
  readPostmaster,
  recognise,
  stopPostmaster,
  waitUntilAbandoned,
  type Postmaster,
} from './postmaster.ts'

/** How to reach the server as its superuser. `host` is the folder of a unix socket, or a loopback address on Windows. */
export type PostgresConnection = { host: string; port: number; user: string; database: string; password?: string }

export type EmbeddedPostgres = {
  connection: PostgresConnection
  /** Fast shutdown; does nothing when another process of ours runs the server and we only use it. */
  stop(): Promise<void>
  /** The postmaster's process, which changes when it had to be started again. */
  readonly pid: number
}

export type EmbeddedPostgresOptions = {
  /** Folder of the installation; the database is in `postgres/` below it. */
  dataDir: string
  log: (line: string) => void
  /** Server settings for this run alone, for instance `fsync: 'off'` in tests. */
  settings?: Record<string, string>
}

/** A unix socket's folder or a loopback address, and the port in either. */
type Address = { host: string; port: number }

/** All that is needed to start the server once more. */
type Plan = {
  dataDir: string
  place: ClusterPlace
  binaries: PostgresBinaries
  user: SystemUser | undefined
  address: Address
  settings: Record<string, string>
  log: (line: string) => void
}

/** Recovery of a large database after a crash may take this long. */
const readyWithin = 120_000
/** A server that ends at once is started again for this long. */
const keepTryingFor = 10_000

/**
 * Starts the PostgreSQL that comes with the product, and keeps it running until `stop` or the end of this process.
 *
 * A server left behind by a process of ours that was killed is taken over; one that a living process of ours runs is
 * used and left to it. When the server dies it is started again, and it recovers by itself what was committed.
 * @throws Error in plain words when it can't be started.
 */
export async function startEmbeddedPostgres(options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  const dataDir = resolve(options.dataDir)
  const user = chooseSystemUser(dataDir)
  const binaries = findPostgresBinaries(user, options.log)
  const place = locateCluster(dataDir, user, options.log)
  const claim = claimFolder(dataDir)
  if (!claim.mine) {
    const shared = await waitForServerOf(claim.owner, place)
    if (shared !== undefined) return await shareServer(place, shared)
    claim.force()
  }
  createClusterIfMissing(place, binaries, user, options.log, options.settings?.['fsync'] !== 'off')
  const plan: Plan = {
    dataDir,
    place,
    binaries,
    user,
    settings: options.settings ?? {},
    log: options.log,
    address: await chooseAddress(place),
  }
  const running = await takeOver(plan)
  if (running === undefined) return supervise(plan, await launch(plan))
  return supervise({ ...plan, address: addressOf(place, running) }, running.pid)
}

/** A server that a living process of ours started: it is used, and left to that process. */
async function shareServer(place: ClusterPlace, running: Postmaster): Promise<EmbeddedPostgres> {
  const connection = connectionOf(place, addressOf(place, running))
  await waitUntilReady(connection, () => isAlive(running.pid))
  return { connection, pid: running.pid, stop: () => Promise.resolve() }
}

async function waitForServerOf(owner: number, place: ClusterPlace): Promise<Postmaster | undefined> {
  const deadline = Date.now() + 20_000
  while (isAlive(owner) && Date.now() < deadline) {
    const running = readPostmaster(place.cluster)
    if (running !== undefined && isAlive(running.pid)) return running
    await sleep(50)
  }
  return undefined
}

/**
 * Looks for a server that outlived the process that started it. Its pid file is believed only after looking at the
 * process itself.
 */
async function takeOver(plan: Plan): Promise<Postmaster | undefined> {
  const { place, binaries, log } = plan
  const left = readPostmaster(place.cluster)
  if (left === undefined || !isAlive(left.pid)) return undefined
  const what = recognise(left.pid, place.cluster, binaries.bin)
  if (what === 'stranger') return undefined
  if (what === 'outdated') {
    log(`stopping PostgreSQL (process ${left.pid}), left over from programs that have been replaced`)
    await stopPostmaster(left.pid, place.cluster, binaries.bin)
    return undefined
  }
  await waitUntilReady(connectionOf(place, addressOf(place, left)), () => isAlive(left.pid))
  log(`PostgreSQL (process ${left.pid}) was still running; taken over`)
  return left
}

async function chooseAddress(place: ClusterPlace): Promise<Address> {
  if (process.platform !== 'win32') return { host: place.socketFolder, port: 5432 }
  return { host: '127.0.0.1', port: await freePort() }
}

function addressOf(place: ClusterPlace, running: Postmaster): Address {
  const host = process.platform === 'win32' ? '127.0.0.1' : running.socketFolder || place.socketFolder
  return { host, port: running.port }
}

async function freePort(): Promise<number> {
  return await new Promise((found, failed) => {
    const probe = createServer()
    probe.once('error', failed)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => found(typeof address === 'object' && address !== null ? address.port : 5432))
    })
  })
}

function connectionOf(place: ClusterPlace, address: Address): PostgresConnection {
  const password = process.platform === 'win32' ? readFileSync(place.passwordFile, 'utf8') : undefined
  return { ...address, user: 'postgres', database: 'postgres', ...(password === undefined ? {} : { password }) }
}

/**
 * Starts the server and waits until it answers. After a kill its old children may hold the memory for a moment longer,
 * and a new one refuses to start until they are gone: so it is tried until it works or time is up.
 */
async function launch(plan: Plan): Promise<number> {
  const { place, binaries, address, log } = plan
  const started = Date.now()
  const deadline = started + readyWithin
  for (;;) {
    await waitUntilAbandoned(place.cluster)
    putAsideStalePidFile(place.cluster, binaries.bin, log)
    const child = spawnServer(plan)
    if (child !== undefined && (await waitUntilReady(connectionOf(place, address), () => isAlive(child), deadline))) {
      log(`PostgreSQL runs (process ${child}, ${Date.now() - started} ms)`)
      return child
    }
    if (Date.now() > started + keepTryingFor) throw new Error(`PostgreSQL does not start:\n${lastWords(place)}`)
    await sleep(100)
  }
}

/** What the server said last: before it opened its own log, and in that log, which has one file a weekday. */
function lastWords(place: ClusterPlace): string {
  const folder = join(place.cluster, 'log')
  const logs = existsSync(folder) ? readdirSync(folder).map((file) => join(folder, file)) : []
  const newest = logs.sort((a, b) => statSync(b).mtimeMs - statSync(a).mtimeMs).slice(0, 1)
  return [startLog(place), ...newest]
    .map((file) => readFileSync(file, 'utf8').trim().split('\n').slice(-6).join('\n'))
    .join('\n')
}

function startLog(place: ClusterPlace): string {
  return `${place.cluster}.start.log`
}

function spawnServer({ place, binaries, user, address, settings }: Plan): number | undefined {
  const args = ['-D', place.cluster, '-p', String(address.port)]
  if (process.platform === 'win32') args.push('-c', `listen_addresses=${address.host}`)
  else args.push('-c', 'listen_addresses=', '-k', address.host, '-c', 'unix_socket_permissions=0700')
  for (const [name, value] of Object.entries(settings)) args.push('-c', `${name}=${value}`)
  const output = openSync(startLog(place), 'w')
  // In a session of its own, so that Ctrl-C in a terminal reaches us first and we can finish what we are doing.
  const child = spawn(join(binaries.bin, 'postgres'), args, {
    ...user,
    cwd: place.cluster,
    env: cleanEnvironment(),
    detached: true,
    stdio: ['ignore', output, output],
  })
  closeSync(output)
  child.on('error', () => {})
  child.unref()
  return child.pid
}

async function waitUntilReady(
  connection: PostgresConnection,
  alive: () => boolean,
  deadline = Date.now() + readyWithin,
): Promise<boolean> {
  while (alive() && Date.now() < deadline) {
    if (await answers(connection)) return true
    await sleep(25)
  }
  return false
}

async function answers(connection: PostgresConnection): Promise<boolean> {
  const client = new Client({ ...connection, connectionTimeoutMillis: 5000 })
  client.on('error', () => {})
  try {
    await client.connect()
    await client.end()
    return true
  } catch {
    return false
  }
}

/** Watches over a running server: starts it again when it dies, stops it when this process ends. */
function supervise(plan: Plan, first: number): EmbeddedPostgres {
  const { place, binaries, log } = plan
  let pid = first
  let stopping: Promise<void> | undefined
  let restarting: Promise<void> | undefined

  const watch = setInterval(() => {
    if (stopping !== undefined || restarting !== undefined || isAlive(pid)) return
    log(`PostgreSQL (process ${pid}) died; starting it again`)
    restarting = launch(plan)
      .then((next) => {
        pid = next
      })
      .catch((error: unknown) =>
        log(`PostgreSQL could not be started again, another attempt follows: ${String(error)}`),
      )
      .finally(() => {
        restarting = undefined
      })
  }, 200)
  watch.unref()

  const stop = async (): Promise<void> => {
    clearInterval(watch)
    forget()
    await restarting
    await stopPostmaster(pid, place.cluster, binaries.bin)
    releaseFolder(plan.dataDir)
  }
  const stopOnce = (): Promise<void> => (stopping ??= stop())
  const forget = stopAtExit(stopOnce, () => askToStop(pid, place.cluster, binaries.bin))

  return {
    connection: connectionOf(place, plan.address),
    stop: stopOnce,
    get pid() {
      return pid
    },
  }
}

/**
 * Stops the server when this process ends. On a signal it waits for the stop, unless the program handles that signal
 * itself; `process.exit` leaves only time to ask. Answers a function that undoes the arrangement.
 */
function stopAtExit(stop: () => Promise<void>, ask: () => void): () => void {
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const
  const onSignal = (signal: NodeJS.Signals): void => {
    if (process.listenerCount(signal) > 1) return
    void stop().finally(() => process.kill(process.pid, signal))
  }
  process.once('exit', ask)
  for (const signal of signals) process.on(signal, onSignal)
  return () => {
    process.off('exit', ask)
    for (const signal of signals) process.off(signal, onSignal)
  }
}
