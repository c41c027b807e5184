import { spawn } from 'node:child_process'
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { expect, onTestFinished, test } from 'vitest'
import { testingPlace } from '../kernel/database/testing-place.ts'

const password = 'correct horse battery'

const startThree = async () => {
  const dataDir = mkdtempSync(join(testingPlace(), 'suanpan-three-'))
  chmodSync(dataDir, 0o711)
  const child = spawn(process.execPath, [join(import.meta.dirname, 'cli.ts'), 'start'], {
    env: {
      ...process.env,
      SUANPAN_PROCESSES: '3',
      DATA_DIR: dataDir,
      PORT: '0',
      SUANPAN_DEMO: '0',
      SUANPAN_ADMIN_PASSWORD: password,
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const ended = new Promise<number | null>((done) => child.once('exit', done))
  onTestFinished(async () => {
    child.kill('SIGTERM')
    await ended
    rmSync(dataDir, { recursive: true, force: true })
  })
  const address = await new Promise<string>((up) => {
    let said = ''
    child.stdout.on('data', (chunk: Buffer) => {
      said += String(chunk)
      const found = /Suanpan is at (\S+)/.exec(said)?.[1]
      if (found !== undefined) up(found)
    })
  })
  return { pid: child.pid ?? 0, child, ended, address }
}

const helpersOf = (pid: number): number[] =>
  readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8')
    .trim()
    .split(' ')
    .map(Number)
    .filter((one) => {
      const file = `/proc/${one}/cmdline`
      return existsSync(file) && readFileSync(file, 'utf8').includes('help-answering')
    })

/** A helper is one more process, ready a little later: its connections are told from others by what they hear. */
const until = async (holds: () => boolean | Promise<boolean>): Promise<void> => {
  for (let tries = 0; tries < 600; tries += 1) {
    if (await holds()) return
    await sleep(100)
  }
  throw new Error('it did not come true')
}

test.runIf(process.platform === 'linux')(
  'several processes answer on one address, tell each other, and go on without one that ends',
  { timeout: 120_000 },
  async () => {
    const { pid, child, ended, address } = await startThree()
    await until(() => helpersOf(pid).length === 2)
    // The last one is up when it has read the program.
    await sleep(5000)
    const send = (path: string, cookie: string, body: unknown) =>
      fetch(`${address}${path}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', connection: 'close', cookie },
        body: JSON.stringify(body),
      })
    const session = await send('/api/session', '', { username: 'admin', password })
    const cookie = String(session.headers.get('set-cookie')).split(';')[0] ?? ''

    // Streams go to the processes in turn; each hears of what another one did, sooner than it would look by itself.
    const heard: string[] = []
    const stop = new AbortController()
    const streams = [0, 1, 2].map(async (index) => {
      const reply = await fetch(`${address}/api/events`, { headers: { cookie }, signal: stop.signal })
      for await (const chunk of reply.body ?? []) {
        if (Buffer.from(chunk).toString().includes('changed')) heard[index] = 'changed'
      }
    })
    await sleep(1000)
    const made = await send('/api/warehouse', cookie, { code: 'W9', name: '九号仓' })
    expect(made.status).toBe(201)
    await sleep(1500)
    expect(heard).toEqual(['changed', 'changed', 'changed'])
    stop.abort()
    await Promise.allSettled(streams)

    const [first = 0] = helpersOf(pid)
    process.kill(first, 'SIGKILL')
    for (let count = 0; count < 9; count += 1) {
      const reply = await fetch(`${address}/api/warehouse/W9`, { headers: { cookie, connection: 'close' } })
      expect(reply.status).toBe(200)
    }
    await until(() => helpersOf(pid).filter((one) => one !== first).length === 2)

    const helpers = helpersOf(pid)
    child.kill('SIGTERM')
    expect(await ended).toBe(0)
    expect(helpers.filter((one) => existsSync(`/proc/${one}`))).toEqual([])
  },
)
