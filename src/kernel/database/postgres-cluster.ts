import { spawnSync } from 'node:child_process'
import { createHash, randomBytes } from 'node:crypto'
import {
  chmodSync,
  chownSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { sharedFolder, type PostgresBinaries, type SystemUser } from './postgres-binaries.ts'

/** The folders of one embedded database. */
export type ClusterPlace = {
  /** PostgreSQL's data folder. */
  cluster: string
  /** Folder of the unix socket, closed to everybody else; unused on Windows. */
  socketFolder: string
  /** Password file of the database's superuser on Windows, where there is no socket to guard. */
  passwordFile: string
}

/** A unix socket's path may have 107 bytes, and the socket's own name takes 15 of them. */
const longestSocketFolder = 90

/**
 * What a new database is set to. It is written into postgresql.conf when the folder is made, where the person who runs
 * it may change it. A transaction that was answered is on the disk: synchronous_commit and fsync stay on.
 */
const settings: Record<string, string> = {
  shared_buffers: '256MB',
  effective_cache_size: '1GB',
  work_mem: '16MB',
  maintenance_work_mem: '128MB',
  max_connections: '100',
  synchronous_commit: 'on',
  wal_compression: 'on',
  min_wal_size: '256MB',
  max_wal_size: '2GB',
  checkpoint_timeout: '15min',
  random_page_cost: '1.1',
  jit: 'off',
  // Tables that are new grow from nothing to thousands of rows in a minute, and plans made for nothing read them whole.
  autovacuum_naptime: '5s',
  timezone: 'UTC',
  log_timezone: 'UTC',
  idle_in_transaction_session_timeout: '5min',
  logging_collector: 'on',
  log_filename: 'postgres-%a.log',
  log_truncate_on_rotation: 'on',
  log_rotation_age: '1d',
  log_rotation_size: '0',
}

/**
 * The user PostgreSQL runs as: ourselves, unless we are root. Then it is the owner of the database that is already
 * there, else a system user called `suanpan`, else `nobody`.
 */
export function chooseSystemUser(dataDir: string): SystemUser | undefined {
  if (process.getuid?.() !== 0) return undefined
  const existing = statSync(join(findHome(dataDir), 'postgres'), { throwIfNoEntry: false })
  if (existing !== undefined && existing.uid !== 0) return { uid: existing.uid, gid: existing.gid }
  const users = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'))
  const found = users.find(([name]) => name === 'suanpan') ?? users.find(([name]) => name === 'nobody')
  if (found === undefined) throw new Error('PostgreSQL does not run as root: make a system user called suanpan')
  return { uid: Number(found[2]), gid: Number(found[3]) }
}

/** Finds the folders of an installation's database, and makes those around it. */
export function locateCluster(
  dataDir: string,
  user: SystemUser | undefined,
  log: (line: string) => void,
): ClusterPlace {
  mkdirSync(dataDir, { recursive: true, mode: 0o711 })
  if (user !== undefined && findHome(dataDir) === dataDir && !canReach(dataDir, user)) moveHome(dataDir, log)
  const home = findHome(dataDir)
  return {
    cluster: join(home, 'postgres'),
    socketFolder: makeSocketFolder(home, user),
    passwordFile: join(home, 'postgres.password'),
  }
}

/** The database lives in the data folder itself, or where a pointer file there says. */
function findHome(dataDir: string): string {
  const pointer = join(dataDir, 'postgres.location')
  return existsSync(pointer) ? readFileSync(pointer, 'utf8').trim() : dataDir
}

function moveHome(dataDir: string, log: (line: string) => void): void {
  const home = join(sharedFolder, createHash('sha256').update(dataDir).digest('hex').slice(0, 12))
  mkdirSync(home, { recursive: true, mode: 0o711 })
  writeFileSync(join(dataDir, 'postgres.location'), `${home}\n`)
  log(`${dataDir} is closed to the user PostgreSQL runs as; the database is kept in ${home}, back that up too`)
}

function canReach(folder: string, user: SystemUser): boolean {
  const stat = statSync(folder)
  const bit = stat.uid === user.uid ? 0o100 : stat.gid === user.gid ? 0o010 : 0o001
  if ((stat.mode & bit) === 0) return false
  return folder === dirname(folder) || canReach(dirname(folder), user)
}

function makeSocketFolder(home: string, user: SystemUser | undefined): string {
  const beside = join(home, 'run')
  const folder =
    Buffer.byteLength(beside) <= longestSocketFolder
      ? beside
      : join(tmpdir(), `suanpan-${createHash('sha256').update(home).digest('hex').slice(0, 12)}`)
  const owner = user?.uid ?? process.getuid?.()
  if (!existsSync(folder)) {
    mkdirSync(folder, { mode: 0o700 })
    if (user !== undefined) chownSync(folder, user.uid, user.gid)
  }
  const stat = lstatSync(folder)
  // Whoever can enter this folder is let in without a password, so a folder somebody else prepared is not used.
  if (!stat.isDirectory() || (owner !== undefined && stat.uid !== owner)) {
    throw new Error(`${folder} belongs to another user: remove it`)
  }
  chmodSync(folder, 0o700)
  return folder
}

/** Makes the database where there is none yet; one that need not last is not waited for until it is on the disk. */
export function createClusterIfMissing(
  place: ClusterPlace,
  binaries: PostgresBinaries,
  user: SystemUser | undefined,
  log: (line: string) => void,
  lasting: boolean,
): void {
  if (existsSync(join(place.cluster, 'PG_VERSION'))) return
  const started = Date.now()
  // Made beside and renamed when complete, so that a creation cut short is never taken for a database.
  const half = `${place.cluster}.part`
  rmSync(half, { recursive: true, force: true })
  mkdirSync(half, { recursive: true, mode: 0o700 })
  if (user !== undefined) chownSync(half, user.uid, user.gid)
  const args = ['-D', half, '-U', 'postgres', '--encoding=UTF8', '--locale-provider=icu', '--icu-locale=zh-Hans-CN']
  args.push(`--locale=${systemLocale()}`, ...authentication(place))
  for (const [name, value] of Object.entries(settings)) args.push('--set', `${name}=${value}`)
  if (!lasting) args.push('--no-sync')
  const made = spawnSync(join(binaries.bin, 'initdb'), args, {
    ...user,
    cwd: half,
    encoding: 'utf8',
    env: cleanEnvironment(),
  })
  if (made.status !== 0) {
    throw new Error(`the database could not be made: ${made.error?.message ?? made.stderr.trim()}`)
  }
  renameSync(half, place.cluster)
  log(`database made in ${place.cluster} (${((Date.now() - started) / 1000).toFixed(1)} s)`)
}

/** Chinese order comes from ICU; what the C library must still bring is the character classes of UTF-8. */
function systemLocale(): string {
  if (process.platform === 'darwin') return 'en_US.UTF-8'
  return process.platform === 'win32' ? 'C' : 'C.UTF-8'
}

function authentication(place: ClusterPlace): string[] {
  if (process.platform !== 'win32') return ['--auth=trust']
  if (!existsSync(place.passwordFile))
    writeFileSync(place.passwordFile, randomBytes(24).toString('base64url'), { mode: 0o600 })
  return ['--auth=scram-sha-256', `--pwfile=${place.passwordFile}`]
}

/** The environment without what PostgreSQL would take as its own settings. */
export function cleanEnvironment(): Record<string, string | undefined> {
  const kept = Object.entries(process.env).filter(([name]) => !/^(PG|LC_|LANG)/.test(name))
  return { ...Object.fromEntries(kept), LC_ALL: systemLocale() }
}
