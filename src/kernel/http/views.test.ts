import { beforeAll, expect, test } from 'vitest'
import { openTestServer } from './testing/test-server.ts'
import type { TestClient } from './testing/client.ts'

let server: Awaited<ReturnType<typeof openTestServer>>
let anna: TestClient
let amy: TestClient
let store: TestClient

beforeAll(async () => {
  server = await openTestServer()
  await server.addUser(server.one, 'amy', 'administrator')
  anna = await server.signIn('anna')
  amy = await server.signIn('amy')
  store = await server.signIn('store')
})

const names = async (client: TestClient, type = 'client-order') =>
  (await client.ask<{ rows: { name: string; own: boolean }[] }>('GET', `/api/views?type=${type}`)).body.rows.map(
    (row) => `${row.name}${row.own ? '' : ' of another'}`,
  )

test('a query that one keeps is there wherever one signs in, and others see it once it is shared', async () => {
  const kept = await anna.ask('POST', '/api/views', { type: 'client-order', name: '本月草稿', search: 'state=draft' })
  expect(kept.status, kept.text).toBe(201)
  expect(await names(await server.signIn('anna'))).toEqual(['本月草稿'])
  expect(await names(amy)).toEqual([])
  const id = String(kept.body['id'])
  expect((await anna.ask('PATCH', `/api/views/${id}`, { name: '大家的草稿', shared: true })).body).toMatchObject({
    search: 'state=draft',
    shared: true,
  })
  await amy.ask('POST', '/api/views', { type: 'client-order', name: '我的', search: '' })
  expect(await names(amy)).toEqual(['我的', '大家的草稿 of another'])
  expect(await names(await server.signIn('bert'))).toEqual([])
  expect((await amy.ask('PATCH', `/api/views/${id}`, { name: '改名' })).status).toBe(404)
  expect((await amy.ask('DELETE', `/api/views/${id}`)).status).toBe(404)
  expect((await anna.ask('DELETE', `/api/views/${id}`)).status).toBe(204)
  expect(await names(amy)).toEqual(['我的'])
})

test('a view of a list is for those who may read it, and says what it lacks', async () => {
  expect((await store.ask('GET', '/api/views?type=client-order')).status).toBe(403)
  expect((await store.ask('POST', '/api/views', { type: 'client-order', name: 'x' })).status).toBe(403)
  expect((await anna.ask('GET', '/api/views?type=nothing')).body['errors']).toMatchObject([{ path: 'type' }])
  const empty = await anna.ask('POST', '/api/views', { type: 'client-order', name: ' ', shared: 'x' })
  expect(empty.body['errors']).toMatchObject([{ path: 'name' }, { path: 'shared' }])
})
