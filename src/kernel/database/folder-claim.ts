import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { isAlive } from './postmaster.ts'

/** Who looks after the database of a folder: us, or a living process that came first. */
export type FolderClaim = { mine: true } | { mine: false; owner: number; force: () => void }

/**
 * Claims the care of a data folder's database for this process. The claim of a process that no longer lives, or whose
 * number now belongs to another one (containers reuse them at once), does not count.
 */
export function claimFolder(dataDir: string): FolderClaim {
  const file = join(dataDir, 'postgres.owner')
  try {
    writeFileSync(file, identity(process.pid), { flag: 'wx' })
    return { mine: true }
  } catch {
    const [pid = '', born = ''] = readFileSync(file, 'utf8').split(' ')
    const owner = Number(pid)
    const force = (): void => writeFileSync(file, identity(process.pid))
    const lives = Number.isInteger(owner) && owner > 0 && isAlive(owner) && identity(owner) === `${pid} ${born}`
    if (lives) return { mine: false, owner, force }
    force()
    return { mine: true }
  }
}

/** Gives the claim up. */
export function releaseFolder(dataDir: string): void {
  rmSync(join(dataDir, 'postgres.owner'), { force: true })
}

/** A process's number and, where the system tells, when it was born. */
function identity(pid: number): string {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    // The program's name in brackets may hold spaces; the birth time is the 20th field after it.
    return `${pid} ${stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? ''}`
  } catch {
    return `${pid} `
  }
}
