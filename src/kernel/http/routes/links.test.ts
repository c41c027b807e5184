import { beforeAll, expect, test } from 'vitest'
import { clientOf } from '../testing/client.ts'
import type { TestClient } from '../testing/client.ts'
import { openTestServer } from '../testing/test-server.ts'

let server: Awaited<ReturnType<typeof openTestServer>>
let anna: TestClient
let order: string

beforeAll(async () => {
  server = await openTestServer()
  anna = await server.signIn('anna')
  await anna.ask('POST', '/api/client', { code: 'C1', name: '客户' })
  await anna.ask('POST', '/api/product', { code: 'P1', name: '笔' })
  const made = await anna.ask('POST', '/api/client-order', { client: 'C1', lines: [{ product: 'P1', quantity: '2' }] })
  order = String(made.body['id'])
})

const holderOf = (token: unknown, address = '10.0.0.1') =>
  clientOf(server.app, { authorization: `Link ${String(token)}`, 'x-forwarded-for': address })

const share = (body: object = {}) => anna.ask('POST', `/api/client-order/${order}/links`, body)

test('a link opens its record to whoever holds it, and nothing else', async () => {
  const made = await share({ parameters: { greeting: '您好' } })
  expect(made.status).toBe(201)
  expect(made.body['url']).toBe(`/link#${String(made.body['token'])}`)
  const holder = holderOf(made.body['token'])
  const shown = await holder.ask('GET', '/api/link')
  expect(shown.status).toBe(200)
  expect(shown.body).toMatchObject({ title: '订单 DD-202603-0001', facts: [{ label: '问候', value: '您好' }] })
  expect((await holder.ask('GET', `/api/client-order/${order}`)).status).toBe(401)
  const english = await holder.ask('GET', '/api/link', undefined, { 'accept-language': 'en' })
  expect(english.body['title']).toBe('Order DD-202603-0001')
})

test('the token is shown once and kept as a hash', async () => {
  const made = await anna.ask('POST', `/api/client-order/${order}/links`, {}, { 'idempotency-key': 'once-and-only' })
  const again = await anna.ask('POST', `/api/client-order/${order}/links`, {}, { 'idempotency-key': 'once-and-only' })
  expect(typeof made.body['token']).toBe('string')
  expect(again.body['token']).toBeUndefined()
  const { rows } = await server.database.owner.query('select * from public_link')
  expect(JSON.stringify(rows)).not.toContain(made.body['token'])
  const list = await anna.ask('GET', `/api/client-order/${order}/links`)
  expect(list.text).not.toContain(made.body['token'])
  expect(list.text).toContain(String(made.body['id']))
})

test('what is answered is done by the link, and refused as everywhere', async () => {
  const holder = holderOf((await share()).body['token'])
  const wrong = await holder.ask('POST', '/api/link/again', { product: 'P1', quantity: 'viel' })
  expect(wrong.status).toBe(422)
  expect(wrong.text).toContain('lines.0.quantity')
  expect((await holder.ask('POST', '/api/link/again', { product: 'P1', quantity: '3' })).status).toBe(200)
  expect((await holder.ask('POST', '/api/link/toString', {})).status).toBe(404)
  const orders = await anna.ask('GET', '/api/client-order')
  expect(orders.text).toContain('公开链接（跟单）')
})

test('a link ends when it is withdrawn and when its days are over', async () => {
  const made = await share({ days: 2 })
  const other = await share({ days: 2 })
  await anna.ask('DELETE', `/api/client-order/${order}/links/${String(made.body['id'])}`)
  expect((await holderOf(made.body['token']).ask('GET', '/api/link')).status).toBe(401)
  expect((await holderOf(other.body['token']).ask('GET', '/api/link')).status).toBe(200)
  await server.database.owner.query(`update public_link set expires_at = '2026-03-14' where id = $1`, [
    other.body['id'],
  ])
  expect((await holderOf(other.body['token']).ask('GET', '/api/link')).status).toBe(401)
  expect((await share({ days: 0 })).status).toBe(422)
  expect((await share({ purpose: 'spying' })).status).toBe(404)
})

test('links are made by whoever may share, in their own company', async () => {
  const bert = await server.signIn('bert')
  expect((await bert.ask('POST', `/api/client-order/${order}/links`, {})).status).toBe(404)
  await anna.ask('PUT', '/api/roles/reader', { label: '看', rights: ['clientOrder.read'] })
  await server.addUser(server.one, 'rita', 'reader')
  const rita = await server.signIn('rita')
  expect((await rita.ask('POST', `/api/client-order/${order}/links`, {})).status).toBe(403)
  expect((await rita.ask('GET', `/api/client-order/${order}/links`)).status).toBe(200)
})

test('a crowd of guesses is stopped before the database is asked', async () => {
  const guesser = holderOf('x'.repeat(43))
  const statuses = new Set<number>()
  for (let guess = 0; guess < 80; guess += 1) statuses.add((await guesser.ask('GET', '/api/link')).status)
  expect(statuses).toContain(429)
})
