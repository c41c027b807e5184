import { spawn } from 'node:child_process'
import { existsSync, readFileSync, readdirSync, readlinkSync, realpathSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'

/** Where a data folder's database is: in it, or where `postgres.location` says that it had to be kept. */
const clusterOf = (dataDir: string): string => {
  const location = join(dataDir, 'postgres.location')
  return join(existsSync(location) ? readFileSync(location, 'utf8').trim() : dataDir, 'postgres')
}

/** The processes of the PostgreSQL of a data folder: all that work in it. Linux alone can tell. */
export const databaseProcesses = (dataDir: string): number[] => {
  const cluster = clusterOf(dataDir)
  if (!existsSync(cluster)) return []
  const folder = realpathSync(cluster)
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .filter((pid) => {
      try {
        return readlinkSync(`/proc/${pid}/cwd`) === folder && /postgres/.test(readlinkSync(`/proc/${pid}/exe`))
      } catch {
        return false
      }
    })
    .map(Number)
}

/** Ends processes as a power cut would: at once, without a word. Those that are gone already are gone. */
export const strike = (pids: readonly number[]): void => {
  for (const pid of pids) {
    try {
      process.kill(pid, 'SIGKILL')
    } catch {
      // It went first.
    }
  }
}

/** The product as a process of its own, as `npm start` runs it. */
export const startProduct = (dataDir: string, port: number, password: string) => {
  const child = spawn(process.execPath, ['src/app/cli.ts', 'start'], {
    cwd: resolve(import.meta.dirname, '../..'),
    env: {
      ...process.env,
      DATA_DIR: dataDir,
      PORT: String(port),
      SUANPAN_DEMO: '0',
      SUANPAN_ADMIN_PASSWORD: password,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const said: string[] = []
  child.stdout.on('data', (chunk: Buffer) => void said.push(String(chunk)))
  child.stderr.on('data', (chunk: Buffer) => void said.push(String(chunk)))
  const ended = new Promise<void>((done) => child.once('exit', () => done()))
  return { pid: child.pid ?? 0, child, ended, said: () => said.join('') }
}

export type Running = ReturnType<typeof startProduct>

/** Waits until the product answers and has its database; the milliseconds it took. */
export const untilHealthy = async (port: number, running: Running, within = 180_000): Promise<number> => {
  const begun = performance.now()
  for (;;) {
    const isUp = await fetch(`http://127.0.0.1:${port}/api/health`).then(
      async (reply) => {
        await reply.arrayBuffer()
        return reply.ok
      },
      () => false,
    )
    if (isUp) return performance.now() - begun
    if (performance.now() - begun > within) throw new Error(`the product does not answer:\n${running.said()}`)
    await sleep(20)
  }
}
