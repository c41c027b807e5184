import { setTimeout as sleep } from 'node:timers/promises'
import { beforeAll, expect, test } from 'vitest'
import { inTransaction } from '../database/transaction.ts'
import type { Installed } from '../documents/installed.ts'
import { openTestServer } from '../http/testing/test-server.ts'
import type { TestClient } from '../http/testing/client.ts'
import { openScheduler } from './scheduler.ts'

let server: Awaited<ReturnType<typeof openTestServer>>
let anna: TestClient

beforeAll(async () => {
  server = await openTestServer()
  anna = await server.signIn('anna')
})

/** The shop's nightly count, run by as many watchers as there are processes. */
const watchers = (count: number) =>
  Array.from({ length: count }, () => openScheduler(server.context, () => {}, server.log))

const at = (moment: string) => server.clock.moveTo(new Date(moment))
const lookAll = async (count: number) =>
  (await Promise.all(watchers(count).map((one) => one.look()))).reduce((sum, one) => sum + one, 0)

const runs = () =>
  inTransaction(server.database.pool, { company: server.one, readOnly: true }, (tx) =>
    tx.rows<{ due_on: string; state: string }>(
      `select s.due_on, j.state from schedule_run s join job j on j.company_id = s.company_id and j.id = s.job_id
       where s.company_id = $1 order by 1`,
      [server.one],
    ),
  )

test('what runs by itself runs once a day in each company, however many processes watch', async () => {
  // 01:59 in Shanghai: yesterday's run is due still, and is made up for.
  at('2026-03-14T17:59:00Z')
  expect(await lookAll(3)).toBe(2)
  await server.context.jobs.drain()
  expect(await runs()).toEqual([{ due_on: '2026-03-14', state: 'done' }])
  expect(await lookAll(2)).toBe(0)
  at('2026-03-14T18:00:00Z')
  expect(await lookAll(3)).toBe(2)
  expect(await lookAll(3)).toBe(0)
  await server.context.jobs.drain()
  const schedules = (await anna.ask('GET', '/api/schedules')).body['rows'] as unknown
  expect(schedules).toMatchObject([
    { process: 'nightlyCount', daily: '02:00', last: { dueOn: '2026-03-15', state: 'done' } },
  ])
})

test('days on which nothing ran are made up for once, and a run that goes on keeps the next one waiting', async () => {
  at('2026-03-20T04:00:00Z')
  expect(await lookAll(1)).toBe(2)
  at('2026-03-21T04:00:00Z')
  expect(await lookAll(1)).toBe(0)
  await server.context.jobs.drain()
  expect(await lookAll(1)).toBe(2)
  await server.context.jobs.drain()
  expect((await runs()).map((run) => run.due_on)).toEqual(['2026-03-14', '2026-03-15', '2026-03-20', '2026-03-21'])
})

test('whoever may run it is told when it fails, and reads of it once', async () => {
  const installed: Installed = { ...server.context.installed, processes: new Map() }
  const heard: string[] = []
  const stop = server.context.events.listen(
    server.one,
    (event) => void (event.name === 'notice' && heard.push('notice')),
  )
  at('2026-03-22T04:00:00Z')
  expect(await lookAll(1)).toBe(2)
  const { openJobRunner } = await import('./job-runner.ts')
  await openJobRunner({ ...server.context, installed }, server.context.events, server.log).drain()
  for (let tries = 0; tries < 60 && heard.length === 0; tries += 1) await sleep(50)
  stop()
  expect(heard).toEqual(['notice'])
  const notices = await anna.ask('GET', '/api/notices')
  expect(notices.body).toMatchObject({
    unread: 1,
    rows: [{ text: '定时任务“夜间盘点”未完成：没有处理“nightlyCount”', subject: null, readAt: null }],
  })
  const store = await server.signIn('store')
  expect((await store.ask('GET', '/api/notices')).body).toMatchObject({ unread: 0, rows: [] })
  expect((await store.ask('GET', '/api/schedules')).body).toEqual({ rows: [] })
})
