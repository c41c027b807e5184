import { beforeAll, expect, test } from 'vitest'
import { openTestServer } from '../http/testing/test-server.ts'
import type { TestClient } from '../http/testing/client.ts'

let server: Awaited<ReturnType<typeof openTestServer>>
let anna: TestClient

interface Page {
  readonly rows: readonly {
    readonly number: string
    readonly date: string
    readonly contactName: string | null
    readonly total: string
  }[]
  readonly next: string | null
}

beforeAll(async () => {
  server = await openTestServer()
  anna = await server.signIn('anna')
  await anna.ask('POST', '/api/product', { code: 'P', name: '产品' })
  for (const code of ['C1', 'C2']) await anna.ask('POST', '/api/client', { code, name: `客户 ${code}` })
  for (let n = 1; n <= 23; n += 1) {
    await anna.ask('POST', `/api/client-order${n % 4 === 0 ? '?then=post' : ''}`, {
      client: n % 2 === 0 ? 'C1' : 'C2',
      date: `2026-03-${String(1 + (n % 5)).padStart(2, '0')}`,
      contactName: n % 3 === 0 ? null : `联系_${n % 3}%`,
      lines: [{ product: 'P', quantity: String(n), amount: `${n}.10` }],
      custom: { colour: n % 2 === 0 ? '红' : '蓝' },
    })
  }
})

const list = async (query: Readonly<Record<string, string>>): Promise<Page> => {
  const reply = await anna.ask<Page>('GET', `/api/client-order?${new URLSearchParams(query).toString()}`)
  expect(reply.status, reply.text).toBe(200)
  return reply.body
}

const filter = (field: string, op: string, value?: unknown) => ({ filter: JSON.stringify([{ field, op, value }]) })
const numbers = async (field: string, op: string, value?: unknown) =>
  (await list({ limit: '100', ...filter(field, op, value) })).rows.map((row) => Number(row.number.slice(-2)))

const walk = async (sort: string) => {
  const seen: Page['rows'][number][] = []
  let cursor = ''
  do {
    const page: Page = await list({ sort, limit: '4', cursor })
    seen.push(...page.rows)
    cursor = page.next ?? ''
  } while (cursor !== '')
  return seen
}

test.each([
  '-date',
  'date',
  'number',
  '-number',
  'total',
  '-total',
  'contactName',
  '-contactName',
  'client',
  '-client',
  'postedAt',
])('pages by %s hold every row once, in order', async (sort) => {
  const seen = await walk(sort)
  expect(new Set(seen.map((row) => row.number)).size).toBe(23)
  expect(seen.map((row) => row.number)).toEqual((await list({ sort, limit: '100' })).rows.map((row) => row.number))
})

test('the order is that of the column, what is empty last', async () => {
  const dates = (await walk('-date')).map((row) => row.date)
  expect(dates).toEqual(dates.toSorted((one, other) => (one < other ? 1 : -1)))
  for (const sort of ['contactName', '-contactName']) {
    const names = (await walk(sort)).map((row) => row.contactName)
    expect(names.slice(-7)).toEqual(Array.from({ length: 7 }, () => null))
  }
})

test('filters of every operator', async () => {
  expect(await numbers('total', 'gt', '20.10')).toHaveLength(3)
  expect(await numbers('total', 'between', ['5', '8.1'])).toHaveLength(4)
  expect(await numbers('total', 'between', [null, '3'])).toHaveLength(2)
  expect(await numbers('date', 'eq', '2026-03-01')).toHaveLength(4)
  expect(await numbers('date', 'lte', '2026/3/1')).toHaveLength(4)
  expect(await numbers('client', 'eq', 'C1')).toHaveLength(11)
  expect(await numbers('client', 'in', ['C1', 'C2'])).toHaveLength(23)
  expect(await numbers('client', 'in', [])).toEqual([])
  expect(await numbers('contactName', 'empty')).toHaveLength(7)
  expect(await numbers('contactName', 'contains', '_1%')).toHaveLength(8)
  expect(await numbers('contactName', 'contains', '%1')).toEqual([])
  expect(await numbers('contactName', 'startsWith', '联系_2')).toHaveLength(8)
  expect(await numbers('contactName', 'ne', '联系_1%')).toHaveLength(15)
  expect(await numbers('number', 'startsWith', 'DD-202603-001')).toHaveLength(10)
  expect(await numbers('custom.colour', 'eq', '红')).toHaveLength(11)
  expect(await numbers('state', 'eq', 'posted')).toHaveLength(5)
  expect(await numbers('state', 'ne', 'posted')).toHaveLength(18)
  expect(await numbers('state', 'in', ['posted', 'done'])).toHaveLength(5)
})

test('totals are of the whole result, not of the page', async () => {
  const page = await anna.ask('GET', '/api/client-order?limit=2&totals=1')
  expect(page.body).toMatchObject({ totals: { count: 23, total: '278.3', quantity: '276' } })
})

test('what cannot be asked is refused by name', async () => {
  const wrong = JSON.stringify([
    { field: 'nothing', op: 'eq', value: 1 },
    { field: 'date', op: 'eq', value: 'x' },
    { field: 'state', op: 'eq', value: 'x' },
  ])
  const reply = await anna.ask('GET', `/api/client-order?filter=${encodeURIComponent(wrong)}`)
  expect(reply.body).toMatchObject({
    status: 422,
    errors: [{ path: 'filter.0.field' }, { path: 'filter.1.value' }, { path: 'filter.2.value' }],
  })
  for (const query of [
    'filter=1',
    'filter=[{}]',
    'sort=nothing',
    'cursor=abc',
    'limit=x',
    `cursor=${Buffer.from('["a",1]').toString('base64url')}`,
  ]) {
    expect((await anna.ask('GET', `/api/client-order?${query}`)).status, query).toBe(400)
  }
})

test('a long term is found by all of its letters, not by those it begins and ends with alone', async () => {
  await anna.ask('POST', '/api/client', { code: 'LONG-1', name: '不锈钢内六角螺丝' })
  await anna.ask('POST', '/api/client', { code: 'LONG-2', name: '不锈钢外六角螺丝' })
  const codesFor = async (q: string): Promise<string[]> => {
    const reply = await anna.ask<{ rows: { code: string }[] }>('GET', `/api/client?q=${encodeURIComponent(q)}`)
    return reply.body.rows.map((row) => row.code).toSorted()
  }
  expect(await codesFor('buxiugangneiliujiaoluosi')).toEqual(['LONG-1'])
  expect(await codesFor('buxiugangwailiujiaoluosi')).toEqual(['LONG-2'])
  expect(await codesFor('buxiuganghuailiujiaoluosi')).toEqual([])
  expect(await codesFor('luosi buxiugangneiliujiao')).toEqual(['LONG-1'])
  expect(await codesFor('100%不锈钢内六角螺丝')).toEqual([])
})
