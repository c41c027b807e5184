import { beforeAll, expect, test } from 'vitest'
import { openTestServer } from './testing/test-server.ts'
import type { TestClient } from './testing/client.ts'

let server: Awaited<ReturnType<typeof openTestServer>>
let anna: TestClient

beforeAll(async () => {
  server = await openTestServer()
  anna = await server.signIn('anna')
  await anna.ask('POST', '/api/client', { code: 'C1', name: '客户' })
  await anna.ask('POST', '/api/product', { code: 'P1', name: '产品' })
  await anna.ask('PATCH', `/api/company/${server.one}`, { approveOnSave: true })
})

const whole = { client: 'C1', lines: [{ product: 'P1', quantity: '3', amount: '99' }] }
const create = (query = '', body: object = whole, client = anna) => client.ask('POST', `/api/delivery${query}`, body)

test('a complete document posts as it is saved, where the company works so; an incomplete one stays a draft', async () => {
  expect((await create()).body).toMatchObject({ state: 'posted', postedBy: 'anna' })
  const part = await create('', { client: 'C1', lines: [] })
  expect(part.body).toMatchObject({ state: 'draft' })
  const id = String(part.body['id'])
  const saved = await anna.ask('PATCH', `/api/delivery/${id}`, { ...whole, version: part.body['version'] })
  expect(saved.body).toMatchObject({ state: 'posted' })
})

test('whoever wants a draft says so, and who may not post gets one', async () => {
  const draft = await create('?then=draft')
  expect(draft.body).toMatchObject({ state: 'draft' })
  const id = String(draft.body['id'])
  expect((await anna.ask('PATCH', `/api/delivery/${id}?then=draft`, { remark: '等货' })).body).toMatchObject({
    state: 'draft',
  })
  await anna.ask('PUT', '/api/roles/writer', { label: '录单', rights: ['delivery.read', 'delivery.create'] })
  await server.addUser(server.one, 'walt', 'writer')
  expect((await create('', whole, await server.signIn('walt'))).body).toMatchObject({ state: 'draft' })
})

test('what cannot post is not saved either, and says why', async () => {
  const before = await anna.ask('GET', '/api/delivery?totals=1')
  const source = {
    type: 'clientOrder',
    document: '00000000-0000-7000-8000-000000000000',
    line: '00000000-0000-7000-8000-000000000000',
  }
  const refused = await create('', { ...whole, lines: [{ ...whole.lines[0], source }] })
  expect(refused.status).toBeGreaterThanOrEqual(400)
  const after = await anna.ask('GET', '/api/delivery?totals=1')
  expect(after.body['totals']).toEqual(before.body['totals'])
})

test('what a rule wants approved is submitted', async () => {
  await anna.ask('PUT', '/api/roles/boss', { label: '老板', rights: ['*.read'] })
  const rule = await anna.ask('POST', '/api/approval-rule', {
    code: 'R1',
    name: '大额',
    documentType: 'clientOrder',
    step: 1,
    approverRole: 'boss',
    conditions: [],
  })
  expect(rule.status, rule.text).toBe(201)
  const order = await anna.ask('POST', '/api/client-order', whole)
  expect(order.status, order.text).toBe(201)
  expect(order.body).toMatchObject({ state: 'submitted' })
})
