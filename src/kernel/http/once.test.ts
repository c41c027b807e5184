import { beforeAll, expect, test } from 'vitest'
import { openTestServer } from './testing/test-server.ts'
import type { Reply, TestClient } from './testing/client.ts'

let server: Awaited<ReturnType<typeof openTestServer>>
let anna: TestClient

beforeAll(async () => {
  server = await openTestServer()
  anna = await server.signIn('anna')
})

const upload = (url: string, content: string, key: string): Promise<Reply> => {
  const boundary = 'xxSuanpanxx'
  const head = `--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="f.csv"\r\ncontent-type: text/csv\r\n\r\n`
  const body = Buffer.from(`${head}${content}\r\n--${boundary}--\r\n`)
  return anna.ask('POST', url, body, {
    'content-type': `multipart/form-data; boundary=${boundary}`,
    'idempotency-key': key,
  })
}

const countOf = async (url: string): Promise<number> =>
  (await anna.ask<{ rows: unknown[] }>('GET', url)).body.rows.length

test('a user is made once, however often the answer was lost; another under the same key is refused', async () => {
  const user = { username: 'once', name: '一次', password: 'correct horse', roles: ['storekeeper'] }
  const send = (more: object = {}) =>
    anna.ask('POST', '/api/users', { ...user, ...more }, { 'idempotency-key': 'user-1' })
  const before = await countOf('/api/users')
  const first = await send()
  expect(first.status).toBe(201)
  const again = await send()
  expect(again.status).toBe(201)
  expect(again.body).toEqual(first.body)
  expect(await countOf('/api/users')).toBe(before + 1)
  expect((await send({ name: '另一个' })).status).toBe(422)
})

test('a file and an import are taken once; another content under the same key is refused', async () => {
  const first = await upload('/api/files', 'a,b\n1,2\n', 'file-1')
  expect(first.status, first.text).toBe(201)
  expect((await upload('/api/files', 'a,b\n1,2\n', 'file-1')).body).toEqual(first.body)
  expect((await upload('/api/files', 'a,b\n1,3\n', 'file-1')).status).toBe(422)
  const table = '编码,名称\nI1,产品一\nI2,产品二\n'
  const taken = await upload('/api/imports/product', table, 'import-1')
  expect(taken.status, taken.text).toBe(200)
  expect((await upload('/api/imports/product', table, 'import-1')).body).toEqual(taken.body)
  expect(await countOf('/api/product')).toBe(2)
  const job = await upload('/api/imports/contact?job=1', '编码,名称\nK1,往来一\n', 'import-2')
  expect(job.status).toBe(202)
  expect((await upload('/api/imports/contact?job=1', '编码,名称\nK1,往来一\n', 'import-2')).body).toEqual(job.body)
})

test('what failed is not kept: it may be mended and sent again under its key', async () => {
  const wrong = await upload('/api/imports/product', '编码,名称\nI1,又一个\n', 'import-3')
  expect(wrong.status).toBe(422)
  expect((await upload('/api/imports/product', '编码,名称\nI9,产品九\n', 'import-3')).status).toBe(200)
})

test('a company is made once', async () => {
  const send = () => anna.ask('POST', '/api/company', { code: 'C', name: '丙公司' }, { 'idempotency-key': 'company-1' })
  const first = await send()
  expect(first.status).toBe(201)
  const again = await send()
  expect(again.body['id']).toBe(first.body['id'])
  const companies = (await anna.ask<{ companies: { code: string }[] }>('GET', '/api/session')).body.companies
  expect(companies.map((one) => one.code)).toEqual(['A', 'C'])
})

test('nobody but oneself sets a password that opens another company too', async () => {
  const amy = await server.addUser(server.one, 'amy', 'administrator')
  const other = await server.signIn('amy')
  const users = (await anna.ask<{ rows: { id: string; username: string }[] }>('GET', '/api/users')).body.rows
  const id = users.find((user) => user.username === 'anna')?.id ?? ''
  const refused = await other.ask('PATCH', `/api/users/${id}`, { password: 'stolen horse' })
  expect(refused.status).toBe(422)
  expect(refused.body['errors']).toMatchObject([{ path: 'password' }])
  expect((await other.ask('PATCH', `/api/users/${id}`, { name: '安娜' })).status).toBe(200)
  expect((await anna.ask('PATCH', `/api/users/${amy.id}`, { password: 'another horse' })).status).toBe(200)
  const own = { current: 'correct horse', password: 'my own horse' }
  expect((await anna.ask('POST', '/api/session/password', own)).status).toBe(204)
})
