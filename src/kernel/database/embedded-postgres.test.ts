import { spawn, type ChildProcess } from 'node:child_process'
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { Client } from 'pg'
import { afterAll, expect, onTestFinished, test } from 'vitest'
import { startEmbeddedPostgres, type EmbeddedPostgres } from './embedded-postgres.ts'
import { isAlive } from './postmaster.ts'
import { testingPlace } from './testing-place.ts'

const dataDir = mkdtempSync(join(testingPlace(), 'suanpan-embedded-'))
const lines: string[] = []
// A temporary folder is closed to all others; as root, PostgreSQL runs as another user.
chmodSync(dataDir, 0o711)

afterAll(() => rmSync(dataDir, { recursive: true, force: true }))

async function start(folder = dataDir): Promise<EmbeddedPostgres> {
  const server = await startEmbeddedPostgres({ dataDir: folder, log: (line) => lines.push(line) })
  onTestFinished(() => server.stop())
  return server
}

async function ask<Row extends object>(server: EmbeddedPostgres, text: string): Promise<Row[]> {
  const client = new Client(server.connection)
  client.on('error', () => {})
  await client.connect()
  try {
    return (await client.query<Row>(text)).rows
  } finally {
    await client.end()
  }
}

test('sorts Chinese names by pinyin and finds trigrams in Chinese text', { timeout: 60_000 }, async () => {
  const server = await start()
  const names = await ask<{ name: string }>(
    server,
    "select name from (values ('张三'), ('李四'), ('阿里'), ('王五')) as people(name) order by name",
  )
  expect(names.map((row) => row.name)).toEqual(['阿里', '李四', '王五', '张三'])
  await ask(server, 'create extension if not exists pg_trgm')
  const [trigrams] = await ask<{ found: string[] }>(server, "select show_trgm('采购入库') as found")
  expect(trigrams?.found).not.toEqual([])
  const settings = await ask<{ name: string; setting: string }>(
    server,
    "select name, setting from pg_settings where name in ('listen_addresses', 'fsync', 'synchronous_commit', 'jit') order by name",
  )
  expect(settings.map((row) => `${row.name}=${row.setting}`)).toEqual([
    'fsync=on',
    'jit=off',
    'listen_addresses=',
    'synchronous_commit=on',
  ])
})

test('keeps what was written over a stop and a start', { timeout: 60_000 }, async () => {
  const first = await start()
  await ask(first, 'create table kept (n int)')
  await ask(first, 'insert into kept values (1)')
  const pid = first.pid
  await first.stop()
  expect(isAlive(pid)).toBe(false)
  const second = await start()
  expect(await ask(second, 'select n from kept')).toEqual([{ n: 1 }])
})

test('starts again by itself after kill -9, with everything that was committed', { timeout: 60_000 }, async () => {
  const server = await start()
  await ask(server, 'create table survived (n int)')
  await ask(server, 'insert into survived select generate_series(1, 1000)')
  const killed = server.pid
  process.kill(killed, 'SIGKILL')
  for (let tries = 0; server.pid === killed && tries < 600; tries += 1) await sleep(50)
  expect(server.pid).not.toBe(killed)
  expect(await ask(server, 'select count(*)::int as n from survived')).toEqual([{ n: 1000 }])
})

/** A process of its own that starts the server and stays; answers the process and the server's. */
async function startInChild(): Promise<{ parent: ChildProcess; pid: number }> {
  const module = join(import.meta.dirname, 'embedded-postgres.ts')
  const program = `
    import { startEmbeddedPostgres } from ${JSON.stringify(module)}
    const server = await startEmbeddedPostgres({ dataDir: process.argv[1], log: () => {} })
    console.log(server.pid)
    setInterval(() => {}, 1000)`
  const parent = spawn(process.execPath, ['--input-type=module', '-e', program, dataDir], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const pid = Number(await new Promise((said) => parent.stdout.once('data', (chunk) => said(String(chunk)))))
  return { parent, pid }
}

async function end(parent: ChildProcess, signal: 'SIGKILL' | 'SIGTERM'): Promise<unknown> {
  const gone = new Promise((ended) => parent.once('exit', (_code, by) => ended(by)))
  parent.kill(signal)
  return await gone
}

test('takes over a server whose parent was killed', { timeout: 60_000 }, async () => {
  const { parent, pid } = await startInChild()
  const visitor = await start()
  expect(visitor.pid).toBe(pid)
  await visitor.stop()
  expect(isAlive(pid), 'a server that a living process runs is left alone').toBe(true)

  await end(parent, 'SIGKILL')
  expect(isAlive(pid)).toBe(true)
  const server = await start()
  expect(server.pid).toBe(pid)
  expect(await ask(server, 'select 1 as one')).toEqual([{ one: 1 }])
  await server.stop()
  expect(isAlive(pid)).toBe(false)
})

test(
  'recovers when the server, and the process that started it, are killed again and again',
  { timeout: 60_000 },
  async () => {
    for (let round = 1; round <= 4; round += 1) {
      const { parent, pid } = await startInChild()
      const server = await start()
      await ask(server, 'create table if not exists rounds (n int)')
      await ask(server, `insert into rounds values (${round})`)
      // The server alone, the process alone, or both; the next round finds what is left.
      if (round !== 2) process.kill(pid, 'SIGKILL')
      await end(parent, 'SIGKILL')
    }
    const server = await start()
    expect(await ask(server, 'select array_agg(n order by n) as done from rounds')).toEqual([{ done: [1, 2, 3, 4] }])
  },
)

test('stops the server when its process ends by a signal', { timeout: 60_000 }, async () => {
  const { parent, pid } = await startInChild()
  expect(await end(parent, 'SIGTERM')).toBe('SIGTERM')
  expect(isAlive(pid)).toBe(false)
  expect(existsSync(join(dataDir, 'postgres', 'postmaster.pid'))).toBe(false)
})

test('believes no pid file that names a stranger, and puts it aside', { timeout: 60_000 }, async () => {
  const pidFile = join(dataDir, 'postgres', 'postmaster.pid')
  writeFileSync(pidFile, `${process.pid}\n${dataDir}/postgres\n1\n5432\n/nowhere\n\n\nready\n`)
  const server = await start()
  expect(server.pid).not.toBe(process.pid)
  expect(readFileSync(`${pidFile}.stale`, 'utf8')).toContain(String(process.pid))
})

test.runIf(process.getuid?.() === 0)(
  'keeps the database elsewhere when the folder is closed, and says so',
  { timeout: 60_000 },
  async () => {
    const closed = mkdtempSync(join(testingPlace(), 'suanpan-closed-'))
    const server = await start(closed)
    const home = readFileSync(join(closed, 'postgres.location'), 'utf8').trim()
    onTestFinished(() => {
      for (const folder of [closed, home]) rmSync(folder, { recursive: true, force: true })
    })
    expect(existsSync(join(home, 'postgres', 'PG_VERSION'))).toBe(true)
    expect(lines.some((line) => line.includes(home))).toBe(true)
    await server.stop()
    const again = await start(closed)
    expect(await ask(again, 'select 1 as one')).toEqual([{ one: 1 }])
    await again.stop()
  },
)
