import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { inTransaction } from '../database/transaction.ts'
import { openTestServer } from '../http/testing/test-server.ts'
import type { TestClient } from '../http/testing/client.ts'
import { isSigned } from './signature.ts'
import { openWebhookSender } from './webhook-sender.ts'

interface Received {
  readonly headers: Readonly<Record<string, string | string[] | undefined>>
  readonly body: string
}

let server: Awaited<ReturnType<typeof openTestServer>>
let anna: TestClient
const received: Received[] = []
let status = 200

const listener = createServer((request, response) => {
  let body = ''
  request.on('data', (piece: Buffer) => (body += piece.toString()))
  request.on('end', () => {
    received.push({ headers: request.headers, body })
    response.writeHead(status).end(status === 200 ? 'ok' : 'busy')
  })
})

beforeAll(async () => {
  server = await openTestServer()
  anna = await server.signIn('anna')
  await new Promise<void>((resolve) => listener.listen(0, '127.0.0.1', resolve))
})
afterAll(() => new Promise<void>((resolve) => void listener.close(() => resolve())))

const address = () => `http://127.0.0.1:${(listener.address() as AddressInfo).port}/hook`

const send = async (allowPrivate = true) => {
  const sender = openWebhookSender(server.context, () => undefined, allowPrivate)
  await server.context.followUps.settle(server.one)
  await sender.drain(server.one)
  await sender.stop()
}

const made = async (events: readonly string[]) => {
  const answer = await anna.ask('POST', '/api/webhooks', { name: '仓库系统', url: address(), events })
  expect(answer.status, answer.text).toBe(201)
  return { id: String(answer.body['id']), secret: String(answer.body['secret']) }
}

const deliveries = async (id: string) =>
  (await anna.ask<{ rows: Record<string, unknown>[] }>('GET', `/api/webhooks/${id}/deliveries`)).body.rows

const header = ({ headers }: Received, name: string): string => String(headers[name])

test('[EDI-05] a change is told once, signed, and again until the other side has taken it', async () => {
  const { id, secret } = await made(['contact.*'])
  const created = await anna.ask('POST', '/api/client', { code: 'W1', name: '推送客户' })
  expect(created.status, created.text).toBe(201)
  status = 503
  await send()
  expect(received).toHaveLength(1)
  expect(await deliveries(id)).toMatchObject([{ event: 'contact.create', state: 'waiting', attempts: 1, status: 503 }])
  status = 200
  await anna.ask('POST', `/api/webhooks/${id}/replay`, { delivery: (await deliveries(id))[0]?.['id'] as string })
  await send()
  const [first, second] = received
  if (first === undefined || second === undefined) throw new Error('nothing came')
  expect(second.body).toBe(first.body)
  expect(header(second, 'webhook-id')).toBe(header(first, 'webhook-id'))
  const seconds = Number(header(second, 'webhook-timestamp'))
  const signature = header(second, 'webhook-signature')
  expect(isSigned(signature, secret, header(second, 'webhook-id'), seconds, second.body)).toBe(true)
  expect(JSON.parse(second.body)).toMatchObject({
    type: 'contact.create',
    data: { type: 'contact', action: 'create', id: created.body['id'], record: { code: 'W1', name: '推送客户' } },
  })
  expect(await deliveries(id)).toMatchObject([{ state: 'sent', status: 200, answer: 'ok' }])
  await send()
  expect(received).toHaveLength(2)
  const again = await anna.ask('POST', `/api/webhooks/${id}/replay`, { since: '2000-01-01T00:00:00Z' })
  expect(again.body).toEqual({ count: 1 })
  await send()
  expect(received).toHaveLength(3)
  await anna.ask('DELETE', `/api/webhooks/${id}`)
})

test('what a webhook did not ask for is not told, nor what is told by another company', async () => {
  const before = received.length
  const { id } = await made(['clientOrder.post'])
  await anna.ask('POST', '/api/client', { code: 'W2', name: '别的' })
  const bert = await server.signIn('bert')
  await bert.ask('POST', '/api/client', { code: 'W2', name: '乙公司的' })
  expect((await bert.ask('GET', `/api/webhooks/${id}/deliveries`)).body['rows']).toEqual([])
  expect((await bert.ask('PATCH', `/api/webhooks/${id}`, { enabled: false })).status).toBe(404)
  await send()
  expect(received).toHaveLength(before)
  await anna.ask('DELETE', `/api/webhooks/${id}`)
})

test('an address inside the network is not reached unless that is allowed, and the log says why', async () => {
  const before = received.length
  const { id } = await made(['contact.*'])
  await anna.ask('POST', '/api/client', { code: 'W3', name: '内网' })
  await send(false)
  expect(received).toHaveLength(before)
  expect(await deliveries(id)).toMatchObject([
    { state: 'waiting', error: expect.stringContaining('address of this machine') },
  ])
  await anna.ask('PATCH', `/api/webhooks/${id}`, { url: address().replace('127.0.0.1', 'localhost') })
  await anna.ask('POST', `/api/webhooks/${id}/replay`, { since: '2000-01-01T00:00:00Z' })
  await send(false)
  expect(received).toHaveLength(before)
  await anna.ask('DELETE', `/api/webhooks/${id}`)
})

test('one that fails for days is switched off, says why, and starts afresh when it is switched on', async () => {
  const { id } = await made(['contact.*'])
  await inTransaction(server.context.pool, { company: server.one }, (tx) =>
    tx.query(`update webhook set failing_since = now() - interval '6 days' where id = $1`, [id]),
  )
  await anna.ask('POST', '/api/client', { code: 'W4', name: '久无应答' })
  status = 500
  await send()
  status = 200
  const [row] = (await anna.ask<{ rows: Record<string, unknown>[] }>('GET', '/api/webhooks')).body.rows
  expect(row).toMatchObject({ enabled: false, stoppedBecause: '500 busy', waiting: 1 })
  const on = await anna.ask('PATCH', `/api/webhooks/${id}`, { enabled: true })
  expect(on.body).toMatchObject({ enabled: true, failingSince: null, stoppedBecause: null })
  await anna.ask('DELETE', `/api/webhooks/${id}`)
})

test('wrong input names its field, and the secret is shown once', async () => {
  const wrong = await anna.ask('POST', '/api/webhooks', { name: '', url: 'ftp://x', events: ['every thing'] })
  expect(wrong.body['errors']).toMatchObject([{ path: 'name' }, { path: 'url' }, { path: 'events.0' }])
  const { id, secret } = await made(['*'])
  expect((await anna.ask('GET', '/api/webhooks')).text).not.toContain(secret)
  const renewed = await anna.ask('PATCH', `/api/webhooks/${id}`, { newSecret: true })
  expect(renewed.body['secret']).not.toBe(secret)
  const store = await server.signIn('store')
  expect((await store.ask('GET', '/api/webhooks')).status).toBe(403)
})
