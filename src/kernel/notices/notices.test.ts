import { beforeAll, expect, test } from 'vitest'
import { systemActor } from '../access/system-actor.ts'
import { openTestServer } from '../http/testing/test-server.ts'
import type { TestClient } from '../http/testing/client.ts'
import { inWork } from '../http/work.ts'
import { notify, withdrawNotices } from './notify.ts'
import type { NewNotice } from './notify.ts'

let server: Awaited<ReturnType<typeof openTestServer>>
let anna: TestClient
let store: TestClient

beforeAll(async () => {
  server = await openTestServer()
  anna = await server.signIn('anna')
  await anna.ask('PUT', '/api/roles/keeper', { label: '仓管', rights: ['delivery.*', '*.approve'] })
  await server.addUser(server.one, 'kept', 'keeper')
  store = await server.signIn('kept')
})

const tell = (...notices: NewNotice[]) =>
  inWork(server.context, { company: server.one, actor: systemActor }, async (work) => {
    for (const notice of notices) notify(work, notice)
  })

const of = async (client: TestClient, query = '') =>
  (await client.ask<{ rows: { id: string; text: string }[] }>('GET', `/api/notices${query}`)).body
const texts = async (client: TestClient, query = '') => (await of(client, query)).rows.map((row) => row.text)

test('a notice reaches everyone who has the right, once under its key', async () => {
  const product = await anna.ask('POST', '/api/product', { code: 'N1', name: '笔' })
  const id = String(product.body['id'])
  const notice = (right: string, key: string): NewNotice => ({
    to: { right },
    key,
    subject: { type: 'product', id },
    text: { zh: key, en: `${key} in English` },
  })
  await tell(notice('delivery.post', 'one'), notice('clientOrder.approve', 'two'), notice('product.post', 'three'))
  await tell(notice('delivery.post', 'one'))
  expect(await texts(anna)).toEqual(['three', 'two', 'one'])
  expect(await texts(store)).toEqual(['two', 'one'])
  expect(await of(store)).toMatchObject({ unread: 2, rows: [{ subject: { address: 'product', id } }, {}] })
  expect(await texts(await server.signIn('bert'))).toEqual([])
  const english = await store.ask('GET', '/api/notices?limit=1', undefined, { 'accept-language': 'en' })
  expect(english.body).toMatchObject({ rows: [{ text: 'two in English' }] })
  expect(await texts(store, `?cursor=${String(english.body['next'])}`)).toEqual(['one'])
})

test('what one has read stays read, and others read their own', async () => {
  const [first] = (await of(store)).rows
  expect((await anna.ask('POST', `/api/notices/${first?.id}/read`)).body).toEqual({ unread: 3 })
  expect((await store.ask('POST', `/api/notices/${first?.id}/read`)).body).toEqual({ unread: 1 })
  expect(await texts(store, '?unread=1')).toEqual(['one'])
  expect((await store.ask('POST', '/api/notices/read')).body).toEqual({ unread: 0 })
  expect(await of(anna)).toMatchObject({ unread: 3 })
})

test('what is done need not be read any more', async () => {
  await inWork(server.context, { company: server.one, actor: systemActor }, async (work) =>
    withdrawNotices(work, 'one'),
  )
  expect(await texts(anna)).toEqual(['three', 'two'])
  expect(await texts(store)).toEqual(['two', 'one'])
})

test('one person can be told, and only in a company of theirs', async () => {
  const users = (await anna.ask<{ rows: { id: string; username: string }[] }>('GET', '/api/users')).body.rows
  const user = users.find((one) => one.username === 'kept')?.id ?? ''
  await tell({ to: { user }, key: 'mine', text: { zh: '请补单', en: 'Write the document' } })
  expect(await texts(store, '?unread=1')).toEqual(['请补单'])
  await inWork(server.context, { company: server.two, actor: systemActor }, async (work) =>
    notify(work, { to: { user }, key: 'other', text: { zh: '别家', en: 'Elsewhere' } }),
  )
  expect(await texts(store, '?unread=1')).toEqual(['请补单'])
})
