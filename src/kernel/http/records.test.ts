import { beforeAll, expect, test } from 'vitest'
import { openTestServer } from './testing/test-server.ts'
import type { TestClient } from './testing/client.ts'

let server: Awaited<ReturnType<typeof openTestServer>>
let anna: TestClient

beforeAll(async () => {
  server = await openTestServer()
  anna = await server.signIn('anna')
})

test('the visitor is told to sign in, in either language', async () => {
  const zh = await server.visitor.ask('GET', '/api/product')
  expect(zh.status).toBe(401)
  expect(zh.headers['content-type']).toContain('application/problem+json')
  expect(zh.body).toMatchObject({ title: '请先登录', status: 401 })
  const en = await server.visitor.ask('GET', '/api/product', undefined, {
    'accept-language': 'en-GB,en;q=0.9,zh;q=0.1',
  })
  expect(en.body).toMatchObject({ title: 'Sign in first' })
})

test('an order grows into a delivery that moves the ledger', async () => {
  const product = await anna.ask('POST', '/api/product', {
    code: 'P1',
    name: '重庆火锅底料',
    buyPrice: '12.5',
    barcodes: [{ barcode: '690123' }],
  })
  expect(product.body).toMatchObject({ type: 'product', code: 'P1', version: 1, buyPrice: '12.5' })
  expect(product.status).toBe(201)
  expect(product.headers['location']).toContain('/api/product/')
  const client = await anna.ask('POST', '/api/client', { name: '张三' })
  expect(client.body).toMatchObject({ type: 'client', code: '00001', isClient: true })
  const made = await anna.ask('POST', '/api/client-order?then=post', {
    client: '00001',
    lines: [
      { product: 'P1', quantity: '10', amount: '100.00' },
      { product: 'P1', quantity: '5', amount: '7' },
    ],
  })
  expect(made.body).toMatchObject({
    state: 'posted',
    number: 'DD-202603-0001',
    total: '107',
    actions: expect.arrayContaining(['unpost', 'amend']),
  })
  expect(made.body['references']).toMatchObject({ contact: { [String(client.body['id'])]: { name: '张三' } } })
  expect(made.body['convert']).toEqual([expect.objectContaining({ target: 'delivery', label: '下推出库' })])
  const draft = await anna.ask('POST', '/api/client-order/DD-202603-0001/convert/delivery')
  expect(draft.status).toBe(200)
  const { type: _type, references: _references, ...content } = draft.body
  const lines = content['lines'] as unknown as { quantity: string }[]
  const delivered = await anna.ask('POST', '/api/delivery?then=post', {
    ...content,
    lines: [{ ...lines[0], quantity: '4' }],
  })
  expect(delivered.body).toMatchObject({ state: 'posted' })
  const order = await anna.ask('GET', '/api/client-order/DD-202603-0001')
  expect(order.body).toMatchObject({ derived: { status: 'partial', progress: { orderToDelivery: 26 } } })
  const balances = await anna.ask('GET', '/api/ledgers/moves/balances')
  expect(balances.body['rows']).toEqual([{ product: product.body['id'], quantity: '-4', amount: '-8' }])
  const old = await anna.ask('GET', '/api/ledgers/moves/balances?as_of=2026-03-14')
  expect(old.body['rows']).toEqual([])
  const trace = await anna.ask('GET', `/api/delivery/${String(delivered.body['id'])}/trace`)
  expect(trace.body).toMatchObject({ upstream: [{ number: 'DD-202603-0001' }] })
  const partial = await anna.ask(
    'GET',
    `/api/client-order?totals=1&filter=${encodeURIComponent('[{"field":"state","op":"in","value":["partial"]}]')}`,
  )
  expect(partial.body).toMatchObject({
    rows: [{ number: 'DD-202603-0001' }],
    totals: { count: 1, total: '107', quantity: '15' },
  })
  const reversed = await anna.ask('POST', `/api/delivery/${String(delivered.body['id'])}/reverse`, {})
  expect(reversed.status).toBe(201)
  const entries = await anna.ask('GET', '/api/ledgers/moves/entries')
  expect(entries.body['rows']).toHaveLength(2)
})

test('a stale version and a wrong field are told, field by field', async () => {
  await anna.ask('POST', '/api/product', { code: 'P2', name: '第二' })
  const fresh = await anna.ask('PATCH', '/api/product/P2', { spec: '红' }, { 'if-match': '"1"' })
  expect(fresh.headers['etag']).toBe('"2"')
  const stale = await anna.ask('PATCH', '/api/product/P2', { spec: '蓝' }, { 'if-match': '"1"' })
  expect(stale.status).toBe(409)
  expect(stale.body).toMatchObject({ type: 'urn:suanpan:problem:stale' })
  const wrong = await anna.ask<{ errors: { path: string }[] }>('POST', '/api/client-order', {
    client: 'nobody',
    lines: [{ product: 'P1', quantity: 'many' }],
    nonsense: 1,
  })
  expect(wrong.status).toBe(422)
  expect(wrong.body.errors.map((one) => one.path).toSorted()).toEqual(['client', 'lines.0.quantity', 'nonsense'])
  const malformed = await anna.ask('POST', '/api/client-order', '{"client":', { 'content-type': 'application/json' })
  expect(malformed.status).toBe(400)
  const taken = await anna.ask('POST', '/api/product', { code: 'P2', name: '又一个' })
  expect(taken.body).toMatchObject({ status: 422, errors: [{ path: 'code' }] })
})

test('what is used cannot be deleted, and the answer says what to do instead', async () => {
  const refused = await anna.ask('DELETE', '/api/product/P1')
  expect(refused.status).toBe(409)
  expect(refused.text).toContain('停用')
  expect((await anna.ask('DELETE', '/api/product/P2')).status).toBe(204)
  expect((await anna.ask('GET', '/api/product/P2')).status).toBe(404)
})

test('a repeated request is done once', async () => {
  const key = { 'idempotency-key': 'once-1' }
  const first = await anna.ask('POST', '/api/client', { name: '李四' }, key)
  const second = await anna.ask('POST', '/api/client', { name: '李四' }, key)
  expect(second.status).toBe(201)
  expect(second.body['id']).toBe(first.body['id'])
  expect(second.headers['location']).toBe(first.headers['location'])
  const other = await anna.ask('POST', '/api/client', { name: '王五' }, key)
  expect(other.status).toBe(422)
  const together = await Promise.all(
    Array.from({ length: 8 }, () => anna.ask('POST', '/api/client', { name: '赵六' }, { 'idempotency-key': 'once-2' })),
  )
  expect(new Set(together.map((reply) => reply.body['id'])).size).toBe(1)
})

test('people of another company see nothing of it', async () => {
  const bert = await server.signIn('bert')
  expect((await bert.ask('GET', '/api/product')).body['rows']).toEqual([])
  const product = await anna.ask('GET', '/api/product/P1')
  for (const path of ['product', 'client'])
    expect((await bert.ask('GET', `/api/${path}/${String(product.body['id'])}`)).status).toBe(404)
  expect((await bert.ask('GET', '/api/search?q=P1')).body['groups']).toEqual([])
  expect((await bert.ask('GET', '/api/ledgers/moves/balances')).body['rows']).toEqual([])
})

test('costs are left out for who may not see them', async () => {
  await anna.ask('PUT', '/api/roles/clerk', { label: '文员', rights: ['product.*', 'ledger.*'] })
  await server.addUser(server.one, 'clerk', 'clerk')
  const clerk = await server.signIn('clerk')
  const product = await clerk.ask('GET', '/api/product/P1')
  expect(product.status).toBe(200)
  expect(product.body).not.toHaveProperty('buyPrice')
  expect((await clerk.ask('GET', '/api/product?sort=buyPrice')).status).toBe(400)
  expect(
    (
      await clerk.ask(
        'GET',
        `/api/product?filter=${encodeURIComponent('[{"field":"buyPrice","op":"gt","value":"1"}]')}`,
      )
    ).status,
  ).toBe(422)
  expect((await clerk.ask('GET', '/api/ledgers/moves/entries')).text).not.toContain('amount')
  expect((await clerk.ask('GET', '/api/product/P1/audit')).text).not.toContain('buyPrice')
  expect((await clerk.ask('GET', '/api/client-order')).status).toBe(403)
})

test('things are found by code, pinyin and parts of their name', async () => {
  for (const q of ['P1', 'cqhg', '火锅', '锅底', 'chongqing', '690123', '庆火锅底']) {
    const found = await anna.ask('GET', `/api/search?q=${encodeURIComponent(q)}`)
    expect(found.body, q).toMatchObject({ groups: [{ type: 'product', records: [{ code: 'P1' }] }] })
    const listed = await anna.ask('GET', `/api/product?q=${encodeURIComponent(q)}`)
    expect(listed.body, q).toMatchObject({ rows: [{ code: 'P1' }] })
  }
  expect((await anna.ask('GET', '/api/search?q=%25')).body['groups']).toEqual([])
})

test('history tells who changed what', async () => {
  const history = await anna.ask('GET', '/api/product/P1/audit')
  expect(history.body['rows']).toMatchObject([{ action: 'create', actor: 'anna' }])
})

test('the catalogue, the interface description and health are there', async () => {
  expect((await anna.ask('GET', '/api/catalogue')).body['documents']).toHaveLength(2)
  const api = await anna.ask('GET', '/api/openapi.json')
  expect(api.body).toMatchObject({ openapi: '3.1.0' })
  expect(Object.keys(api.body['paths'] ?? {})).toContain('/api/client-order/{id}/post')
  expect((await server.visitor.ask('GET', '/api/health')).body).toMatchObject({ status: 'ok', database: 'up' })
  expect(server.logged).toEqual([])
})
