import { setTimeout as sleep } from 'node:timers/promises'
import { beforeAll, expect, test } from 'vitest'
import { verifyAuditChain } from '../audit/audit-chain.ts'
import { inTransaction } from '../database/transaction.ts'
import { openTestServer } from '../http/testing/test-server.ts'
import type { TestClient } from '../http/testing/client.ts'

let server: Awaited<ReturnType<typeof openTestServer>>
let anna: TestClient

beforeAll(async () => {
  server = await openTestServer()
  anna = await server.signIn('anna')
})

const verify = () =>
  inTransaction(server.database.pool, { company: server.one }, (tx) => verifyAuditChain(tx, server.one))

const asOwner = async (sql: string, ...values: unknown[]) => {
  const client = await server.database.owner.connect()
  try {
    await client.query(`select set_config('suanpan.company', $1, false)`, [server.one])
    const { rows } = await client.query<Record<string, string>>(sql, values)
    return rows
  } finally {
    client.release(true)
  }
}

test('the trail is chained after commits, and what is changed or taken out is found', async () => {
  for (let n = 1; n <= 5; n += 1)
    await anna.ask('POST', '/api/product', { code: `A${n}`, name: `产品 ${n}`, note: '原文' })
  await server.context.followUps.settle(server.one)
  const [chained] = await asOwner('select count(*)::text as n from audit_chain where company_id = $1', server.one)
  const [all] = await asOwner('select count(*)::text as n from audit where company_id = $1', server.one)
  expect(chained?.['n']).toBe(all?.['n'])
  expect(await verify()).toBeUndefined()
  const [row] = await asOwner(`select id::text, after::text from audit where label like 'A3 %'`)
  await asOwner(`update audit set after = jsonb_set(after, '{header,note}', '"改过"') where id = $1`, row?.['id'])
  expect(await verify()).toContain('A3')
  await asOwner(`update audit set after = $2 where id = $1`, row?.['id'], row?.['after'])
  expect(await verify()).toBeUndefined()
  await asOwner(`delete from audit where id = $1`, row?.['id'])
  expect(await verify()).toContain('missing')
})

test('the application itself cannot change the trail', async () => {
  for (const sql of [
    'update audit set actor = $1',
    'delete from audit where actor = $1',
    'delete from audit_chain where hash = $1',
    'update moves_entry set role = $1',
  ]) {
    await expect(
      inTransaction(server.database.pool, { company: server.one }, (tx) => tx.query(sql, ['x'])),
    ).rejects.toThrow('permission denied')
  }
})

test('of many changes in a row none waits for the next look round: the last is told of at once', async () => {
  const heard = new Map<string, number>()
  const stop = server.context.events.listen(server.one, ({ name, data }) => {
    const { label } = data
    if (name === 'changed' && typeof label === 'string') heard.set(label.split(' ')[0] ?? '', performance.now())
  })
  for (let round = 1; round <= 8; round += 1) {
    for (let n = 1; n <= 6; n += 1) await anna.ask('POST', '/api/product', { code: `R${round}-${n}`, name: '产品' })
    const done = performance.now()
    await expect.poll(() => heard.has(`R${round}-6`), { timeout: 4000, interval: 10 }).toBe(true)
    expect((heard.get(`R${round}-6`) ?? 0) - done).toBeLessThan(1000)
  }
  stop()
})

test('commits are followed within a second without being asked', async () => {
  server.context.followUps.start()
  await anna.ask('POST', '/api/product', { code: 'F1', name: '跟随' })
  let left = [{ n: '1' }] as Record<string, string>[]
  for (let tries = 0; tries < 20 && left[0]?.['n'] !== '0'; tries += 1) {
    await sleep(100)
    left = await asOwner('select count(*)::text as n from follow_up where company_id = $1', server.one)
  }
  expect(left[0]?.['n']).toBe('0')
})

test('a process runs as a job that tells how far it is', async () => {
  const wrong = await anna.ask('POST', '/api/processes/recount', { steps: 'x' })
  expect(wrong.body).toMatchObject({ status: 422, errors: [{ path: 'steps' }] })
  const started = await anna.ask('POST', '/api/processes/recount', { steps: 3 }, { 'idempotency-key': 'job-1' })
  expect(started.status).toBe(202)
  await server.context.jobs.drain()
  const job = await anna.ask('GET', `/api/jobs/${String(started.body['job'])}`)
  expect(job.body).toMatchObject({ state: 'done', progress: 3, total: 3, result: { steps: 3 } })
  const again = await anna.ask('POST', '/api/processes/recount', { steps: 3 }, { 'idempotency-key': 'job-1' })
  expect(again.body['job']).toBe(started.body['job'])
  const bert = await server.signIn('bert')
  expect((await bert.ask('GET', `/api/jobs/${String(started.body['job'])}`)).status).toBe(404)
})

test('a job whose process died is taken up again; a cancelled one is not', async () => {
  const { pool } = server.database
  const put = (state: string, beat: string) =>
    inTransaction(pool, {}, (tx) =>
      tx.rows<{ id: string }>(
        `insert into job (company_id, id, process, parameters, state, actor, created_at, beat_at, cancelled)
         select $1, gen_random_uuid(), 'recount', '{"steps":1}', $2, user_id, now(), now() - $3::interval, $4 from member where company_id = $1 and role = 'administrator'
         returning id`,
        [server.one, state, beat, state === 'cancelled'],
      ),
    )
  const [[dead], [alive]] = await Promise.all([put('running', '1 minute'), put('running', '1 second')])
  await server.context.jobs.drain()
  expect((await anna.ask('GET', `/api/jobs/${dead?.id}`)).body).toMatchObject({ state: 'done' })
  expect((await anna.ask('GET', `/api/jobs/${alive?.id}`)).body).toMatchObject({ state: 'running' })
})

test('listeners are told of changes in their company', async () => {
  const heard: string[] = []
  const stop = server.context.events.listen(
    server.one,
    (event) => void heard.push(`${event.name} ${JSON.stringify(event.data['label'])}`),
  )
  await anna.ask('POST', '/api/product', { code: 'E1', name: '事件' })
  for (let tries = 0; tries < 30 && heard.length === 0; tries += 1) await sleep(50)
  stop()
  expect(heard.filter((line) => line.includes('E1'))).toEqual(['changed "E1 事件"'])
})
