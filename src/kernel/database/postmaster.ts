import { spawnSync } from 'node:child_process'
import { readFileSync, readlinkSync, realpathSync } from 'node:fs'
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
  try {
    process.kill(pid, 0)
    return !isZombie(pid)
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
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
      const program = readlinkSync(`/proc/${pid}/exe`)
      if (basename(program).split(' ')[0] !== 'postgres') return 'stranger'
      if (readlinkSync(`/proc/${pid}/cwd`) !== realpathSync(cluster)) return 'stranger'
      return program === realpathSync(join(bin, 'postgres')) ? 'ours' : 'outdated'
    } catch {
      return 'stranger'
    }
  }
  // Elsewhere the command line names the folder; on Windows the number alone has to do.
  if (process.platform === 'win32') return 'ours'
  const command = spawnSync('ps', ['-o', 'command=', '-p', String(pid)], { encoding: 'utf8' }).stdout ?? ''
  return command.includes('postgres') && command.includes(cluster) ? 'ours' : 'stranger'
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
