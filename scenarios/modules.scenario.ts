import { beforeAll, expect, test } from 'vitest'
import type { TestClient } from '../src/kernel/http/testing/client.ts'
import { must, openHouse } from './kit/open-house.ts'

let house: Awaited<ReturnType<typeof openHouse>>
let admin: TestClient

type Rows = readonly Readonly<Record<string, string | null>>[]
const rowsOf = (body: object) => (body as { rows: Rows }).rows

beforeAll(async () => {
  house = await openHouse()
  admin = house.admin
})

test('a company begins with purchasing, sales and stock, switches another module on and off, and finds all it wrote', async () => {
  const { modules } = must(await admin.ask<{ modules: { name: string }[] }>('GET', '/api/calls/modules'))
  const off = modules
    .map((one) => one.name)
    .filter((name) => !['purchasing', 'sales', 'inventory', 'money'].includes(name))
  expect(off).toContain('assets')
  const claim = must(await admin.ask('POST', '/api/expense-claim', { date: '2026-03-10', remark: '开用前写的' }))
  must(await admin.ask('POST', '/api/calls/switch-modules', { off }))

  // Neither menu nor address, for the administrator either; the answer says where to switch it on.
  expect(must(await admin.ask('GET', '/api/session'))['off']).toContain('expenseClaim')
  for (const [method, url] of [
    ['GET', '/api/expense-claim'],
    ['GET', `/api/expense-claim/${String(claim['id'])}`],
    ['POST', '/api/expense-claim'],
    ['GET', '/api/reports/claims-to-pay'],
  ] as const) {
    const reply = await admin.ask(method, url, method === 'POST' ? {} : undefined)
    expect(reply.status, url).toBe(403)
    expect(reply.text).toContain('功能模块')
  }
  expect((await admin.ask('GET', `/api/search?q=${String(claim['number'])}`)).text).not.toContain('报销单')
  expect((await admin.ask('GET', '/api/sales-order')).status).toBe(200)
  // Another company has its own choice.
  expect((await house.stranger.ask('GET', '/api/expense-claim')).status).toBe(200)

  must(await admin.ask('POST', '/api/calls/switch-modules', { off: [] }))
  expect(must(await admin.ask('GET', `/api/expense-claim/${String(claim['id'])}`))).toMatchObject({
    remark: '开用前写的',
  })
  expect(rowsOf(must(await admin.ask('GET', '/api/expense-claim')))).toHaveLength(1)
  for (const wrong of [{ off: ['nothing'] }, { off: ['foundation'] }, { off: 'sales' }])
    expect((await admin.ask('POST', '/api/calls/switch-modules', wrong)).status).toBe(422)
})
