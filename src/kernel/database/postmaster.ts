import { spawnSync } from 'node:child_process'
import { readFileSync, readdirSync, readlinkSync, realpathSync, renameSync } from 'node:fs'
import { basename, join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'

/** What a running server wrote about itself in `postmaster.pid`. */
export type Postmaster = { pid: number; port: number; socketFolder: string }

/** Reads `postmaster.pid` of a data folder; undefined when there is none or it is not complete yet. */
export function readPostmaster(cluster: string): Postmaster | undefined {
  let lines: string[]
  try {
    lines = readFileSync(join(cluster, 'postmaster.pid'), 'utf8').split('\n')
  } catch {
    return undefined
  }
  const pid = Number(lines[0])
  const port = Number(lines[3])
  if (!Number.isInteger(pid) || pid <= 0 || !Number.isInteger(port)) return undefined
  return { pid, port, socketFolder: lines[4]?.trim() ?? '' }
}

/** Whether a process lives, seen from here; one of another user counts as alive. */
export function isAlive(pid: number): boolean {
  return isInUse(pid) && !isZombie(pid)
}

function isZombie(pid: number): boolean {
  try {
    return /^\d+ \(.*\) Z/s.test(readFileSync(`/proc/${pid}/stat`, 'utf8'))
  } catch {
    return false
  }
}

/**
 * What a live process is to us: `ours` is a PostgreSQL whose working folder is our data folder, started from the
 * programs we would start; `outdated` one started from programs that have since been replaced, which can't load its
 * extensions any more; `stranger` anything else that happens to have the number (after a reboot, say).
 */
export function recognise(pid: number, cluster: string, bin: string): 'ours' | 'outdated' | 'stranger' {
  if (process.platform === 'linux') {
    try {
      if (programOf(pid) !== 'postgres') return 'stranger'
      if (readlinkSync(`/proc/${pid}/cwd`) !== realpathSync(cluster)) return 'stranger'
      return readlinkSync(`/proc/${pid}/exe`) === realpathSync(join(bin, 'postgres')) ? 'ours' : 'outdated'
    } catch {
      return 'stranger'
    }
  }
  // Elsewhere the command line names the folder; on Windows the number alone has to do.
  if (process.platform === 'win32') return 'ours'
  const command = spawnSync('ps', ['-o', 'command=', '-p', String(pid)], { encoding: 'utf8' }).stdout ?? ''
  return command.includes('postgres') && command.includes(cluster) ? 'ours' : 'stranger'
}

/**
 * Waits until no process of an earlier server works in the folder: the children of one that was killed live on for a
 * moment, and two servers on one folder would destroy it.
 * @throws Error when some still do after a minute.
 */
export async function waitUntilAbandoned(cluster: string): Promise<void> {
  const deadline = Date.now() + 60_000
  while (worksIn(cluster)) {
    if (Date.now() > deadline) throw new Error(`processes of an earlier PostgreSQL still work in ${cluster}`)
    await sleep(20)
  }
}

/**
 * PostgreSQL won't start while its pid file names a number that is in use: by a stranger after a restart of the machine,
 * or by its own dead body when nobody collects it, as in many containers. Such a file is put aside, never just deleted,
 * and only in an abandoned folder.
 */
export function putAsideStalePidFile(cluster: string, bin: string, log: (line: string) => void): void {
  const named = readPostmaster(cluster)
  if (named === undefined || !isInUse(named.pid)) return
  if (isAlive(named.pid) && recognise(named.pid, cluster, bin) !== 'stranger') return
  const pidFile = join(cluster, 'postmaster.pid')
  renameSync(pidFile, `${pidFile}.stale`)
  log(`process ${named.pid} is not the database of this folder; its old pid file is put aside`)
}

function isInUse(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}

/** Whether any PostgreSQL has the folder as its working folder, as all of a server's have. Only Linux can tell. */
function worksIn(cluster: string): boolean {
  if (process.platform !== 'linux') return false
  const folder = realpathSync(cluster)
  return readdirSync('/proc').some((pid) => {
    if (!/^\d+$/.test(pid) || Number(pid) === process.pid) return false
    try {
      return readlinkSync(`/proc/${pid}/cwd`) === folder && programOf(pid) === 'postgres'
    } catch {
      return false
    }
  })
}

/** The name of the file a process runs; Linux marks one that has been deleted since by a word after it. */
function programOf(pid: number | string): string | undefined {
  return basename(readlinkSync(`/proc/${pid}/exe`)).split(' ')[0]
}

/** Waits until a process is gone, up to `milliseconds`; answers whether it is. */
export async function waitUntilGone(pid: number, milliseconds: number): Promise<boolean> {
  const deadline = Date.now() + milliseconds
  while (isAlive(pid)) {
    if (Date.now() > deadline) return false
    await sleep(20)
  }
  return true
}

/** Asks a server for a fast shutdown (clients are cut, everything is written) without waiting for it. */
export function askToStop(pid: number, cluster: string, bin: string): void {
  if (process.platform === 'win32') {
    // Windows has no signals: PostgreSQL's own tool knows how to ask.
    spawnSync(join(bin, 'pg_ctl'), ['stop', '-D', cluster, '-m', 'fast', '-W'])
  } else if (isAlive(pid)) {
    process.kill(pid, 'SIGINT')
  }
}

/**
 * Stops a server: fast shutdown first, and after half a minute the immediate one, from which the next start recovers.
 * @throws Error when it lives on after both.
 */
export async function stopPostmaster(pid: number, cluster: string, bin: string): Promise<void> {
  askToStop(pid, cluster, bin)
  if (await waitUntilGone(pid, 30_000)) return
  process.kill(pid, 'SIGQUIT')
  if (await waitUntilGone(pid, 10_000)) return
  throw new Error(`PostgreSQL (process ${pid}) does not stop`)
}
