import { beforeAll, expect, test } from 'vitest'
import { fastify } from 'fastify'
import { putGate } from './gate.ts'
import { clientOf } from './testing/client.ts'
import { openTestServer } from './testing/test-server.ts'
import type { TestClient } from './testing/client.ts'

let server: Awaited<ReturnType<typeof openTestServer>>
let anna: TestClient

beforeAll(async () => {
  server = await openTestServer()
  anna = await server.signIn('anna')
})

/** Every route of the interface, a real value in the place of each parameter. */
const routes = (): { method: 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE'; url: string }[] =>
  server.routes
    .filter(({ url }) => url.startsWith('/api/') && !/^\/api\/(sign-in|subscription-stop)\//.test(url))
    .filter(({ url }) => !['/api/health', '/api/session', '/api/events'].includes(url))
    .map(({ method, url }) => ({ method, url: url.replaceAll(/:\w+/g, '00000000-0000-7000-8000-000000000000') }))

test('no route answers a visitor', async () => {
  expect(routes().length).toBeGreaterThan(60)
  for (const { method, url } of routes()) {
    const reply = await server.visitor.ask(method, url, method === 'GET' || method === 'DELETE' ? undefined : {})
    expect(reply.status, `${method} ${url}`).toBe(401)
  }
})

test('no route answers someone without its right', async () => {
  await anna.ask('PUT', '/api/roles/nothing', { label: '无', rights: [] })
  await server.addUser(server.one, 'nora', 'nothing')
  const nora = await server.signIn('nora')
  const free =
    /^\/api\/(session|search|approvals\/waiting|catalogue|openapi|jobs|schedules|notices|views|tasks|dashboards|alert-rules|subscriptions|delegations|mcp|inbound|files\/|link(\/|$))/
  for (const { method, url } of routes().filter((route) => !free.test(route.url))) {
    const reply = await nora.ask(method, url, method === 'GET' || method === 'DELETE' ? undefined : {})
    expect(reply.status, `${method} ${url}`).toBe(403)
  }
})

test('nothing of one company is found from another by its id', async () => {
  const product = await anna.ask('POST', '/api/product', { code: 'SECRET', name: '机密' })
  const bert = await server.signIn('bert')
  const id = String(product.body['id'])
  for (const [method, url] of [
    ['GET', ''],
    ['PATCH', ''],
    ['DELETE', ''],
    ['GET', '/audit'],
    ['GET', '/attachments'],
    ['POST', '/attachments'],
  ] as const) {
    const reply = await bert.ask(
      method,
      `/api/product/${id}${url}`,
      method === 'GET' || method === 'DELETE' ? undefined : { name: 'x' },
    )
    expect(reply.status, `${method} ${url}`).toBe(404)
  }
})

test('a route without a right stops the program from starting', () => {
  const app = fastify()
  putGate(app, server.context)
  expect(() => app.get('/api/forgotten', async () => 'x')).toThrow('declares no right')
})

test('requests of other sites are refused, whatever cookie they bring', async () => {
  const others: Record<string, string>[] = [
    { 'sec-fetch-site': 'cross-site' },
    { origin: 'https://evil.example' },
    { origin: 'null' },
  ]
  for (const headers of others) {
    expect((await anna.ask('POST', '/api/product', { name: 'x' }, headers)).status).toBe(403)
    expect(
      (await server.visitor.ask('POST', '/api/session', { username: 'anna', password: 'x' }, headers)).status,
    ).toBe(403)
  }
  const same = await anna.ask('POST', '/api/product', { name: '同站' }, { 'sec-fetch-site': 'same-origin' })
  expect(same.status).toBe(201)
})

test('a name is locked after five failures, with the time to wait, and opened by a new password', async () => {
  await server.addUser(server.one, 'lucy', 'storekeeper')
  const attempt = (password: string) => server.visitor.ask('POST', '/api/session', { username: 'Lucy', password })
  for (let failure = 1; failure <= 5; failure += 1) expect((await attempt('wrong')).status).toBe(401)
  const locked = await attempt('correct horse')
  expect(locked.status).toBe(429)
  expect(String(locked.body['detail'])).toMatch(/请在 \d+ 秒后再试/)
  const users = (await anna.ask<{ rows: { id: string; username: string }[] }>('GET', '/api/users')).body.rows
  const lucy = users.find((user) => user.username === 'lucy')
  expect((await anna.ask('PATCH', `/api/users/${lucy?.id}`, { password: 'another horse' })).status).toBe(200)
  expect((await attempt('another horse')).status).toBe(201)
})

test('nobody learns from the answer whether a name exists', async () => {
  const wrong = await server.visitor.ask('POST', '/api/session', { username: 'anna', password: 'wrong' })
  const nobody = await server.visitor.ask('POST', '/api/session', { username: 'nobody', password: 'wrong' })
  expect(nobody.body).toEqual(wrong.body)
})

test('a session says who one is, and ends', async () => {
  const client = await server.signIn('store')
  const me = await client.ask('GET', '/api/session')
  expect(me.body).toMatchObject({
    user: { username: 'store' },
    company: { code: 'A', roles: ['storekeeper'] },
    language: 'zh',
  })
  expect((await client.ask('POST', '/api/session/company', { company: 'B' })).status).toBe(403)
  expect((await client.ask('DELETE', '/api/session')).status).toBe(204)
  expect((await client.ask('GET', '/api/session')).status).toBe(401)
})

test('a disabled user is out at once', async () => {
  const user = await server.addUser(server.one, 'gone', 'storekeeper')
  const gone = await server.signIn('gone')
  await anna.ask('PATCH', `/api/users/${user.id}`, { disabled: true })
  expect((await gone.ask('GET', '/api/session')).status).toBe(401)
  expect(
    (await server.visitor.ask('POST', '/api/session', { username: 'gone', password: 'correct horse' })).status,
  ).toBe(401)
})

test('the last administrator cannot be taken away', async () => {
  const users = (await anna.ask<{ rows: { id: string; username: string }[] }>('GET', '/api/users')).body.rows
  const me = users.find((user) => user.username === 'anna')?.id
  expect((await anna.ask('PATCH', `/api/users/${me}`, { roles: ['storekeeper'] })).status).toBe(409)
  expect((await anna.ask('DELETE', `/api/users/${me}`)).status).toBe(409)
})

test('a key is shown once, does what its scopes say in its company, and can be revoked', async () => {
  const made = await anna.ask(
    'POST',
    '/api/keys',
    { name: '商城', scopes: ['product.read'] },
    { 'idempotency-key': 'key-1' },
  )
  expect(made.status).toBe(201)
  const again = await anna.ask(
    'POST',
    '/api/keys',
    { name: '商城', scopes: ['product.read'] },
    { 'idempotency-key': 'key-1' },
  )
  expect(again.body).not.toHaveProperty('key')
  const machine = clientOf(server.app, { authorization: `Bearer ${String(made.body['key'])}` })
  expect((await machine.ask('GET', '/api/product')).status).toBe(200)
  expect((await machine.ask('POST', '/api/product', { name: 'x' })).status).toBe(403)
  expect((await machine.ask('GET', '/api/client-order')).status).toBe(403)
  expect((await anna.ask('DELETE', `/api/keys/${String(made.body['id'])}`)).status).toBe(204)
  expect((await machine.ask('GET', '/api/product')).status).toBe(401)
})

test('a session costs one wait, and every answer forbids what browsers need not do', async () => {
  const reply = await anna.ask('GET', '/api/session')
  expect(reply.headers['content-security-policy']).toContain("script-src 'self' 'wasm-unsafe-eval';")
  expect(reply.headers).toMatchObject({ 'x-content-type-options': 'nosniff', 'cache-control': 'no-store' })
  const cookie = (await server.visitor.ask('POST', '/api/session', { username: 'anna', password: 'correct horse' }))
    .headers['set-cookie']
  expect(String(cookie)).toMatch(/HttpOnly; SameSite=Lax/)
})
