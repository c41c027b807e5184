import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { databaseProcesses, startProduct, strike, untilHealthy } from './kit/processes.ts'
import { testingPlace } from '../src/kernel/database/testing-place.ts'

const port = 3717
const password = 'correct horse battery'
const count = 8_000
const base = `http://127.0.0.1:${port}`

const signIn = async (): Promise<string> => {
  const reply = await fetch(`${base}/api/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ username: 'admin', password }),
  })
  return String(reply.headers.get('set-cookie')).split(';')[0] ?? ''
}

interface Job {
  readonly state: string
  readonly progress: number
  readonly note: string | null
  readonly result: { readonly created: number; readonly batch: string } | null
}

const jobOf = async (cookie: string, id: string): Promise<Job> => {
  const reply = await fetch(`${base}/api/jobs/${id}`, { headers: { cookie } })
  return (await reply.json()) as Job
}

const until = async (cookie: string, id: string, holds: (job: Job) => boolean): Promise<Job> => {
  for (;;) {
    const job = await jobOf(cookie, id)
    if (holds(job)) return job
    await sleep(100)
  }
}

test('a long import that the server is killed in goes on by itself, and every row is there once', async () => {
  const dataDir = mkdtempSync(join(testingPlace(), 'suanpan-killed-'))
  // PostgreSQL works as another user, and must be able to reach its folder.
  chmodSync(dataDir, 0o711)
  const first = startProduct(dataDir, port, password)
  await untilHealthy(port, first)
  let cookie = await signIn()
  const body = new FormData()
  const rows = Array.from({ length: count }, (_, n) => `K${n},商品 ${n},个`)
  body.append('file', new File([`编码,名称,单位\n${rows.join('\n')}`], 'goods.csv'))
  const begun = await fetch(`${base}/api/imports/item`, { method: 'POST', headers: { cookie }, body })
  const { job } = (await begun.json()) as { job: string }
  // Some of it is written, and not all.
  await until(cookie, job, (now) => now.note === null && now.progress >= 2000)
  strike([first.pid, ...databaseProcesses(dataDir)])
  await first.ended
  const second = startProduct(dataDir, port, password)
  await untilHealthy(port, second)
  cookie = await signIn()
  expect(await jobOf(cookie, job)).toMatchObject({ state: 'running' })
  const done = await until(cookie, job, (now) => now.state !== 'running' && now.state !== 'waiting')
  expect(done).toMatchObject({ state: 'done', result: { created: count } })
  const list = await fetch(`${base}/api/item?limit=1&totals=1`, { headers: { cookie } })
  expect(await list.json()).toMatchObject({ totals: { count } })
  const undone = await fetch(`${base}/api/imports/item/${done.result?.batch ?? ''}/undo`, {
    method: 'POST',
    headers: { cookie, 'content-type': 'application/json' },
    body: '{}',
  })
  expect(await undone.json()).toEqual({ deleted: count })
  second.child.kill('SIGTERM')
  await second.ended
  rmSync(dataDir, { recursive: true, force: true })
})
