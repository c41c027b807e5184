import { beforeAll, expect, test } from 'vitest'
import { openTestServer } from '../http/testing/test-server.ts'
import { product } from '../http/testing/shop.ts'
import { inWork } from '../http/work.ts'
import type { Work } from '../posting/work.ts'
import { createEntity, updateEntity } from './entities.ts'
import { loadEntities } from './lookup.ts'

let server: Awaited<ReturnType<typeof openTestServer>>
beforeAll(async () => {
  server = await openTestServer()
})

const inCompany = <T>(step: (work: Work) => Promise<T>): Promise<T> =>
  inWork(server.context, { company: server.one, actor: { id: 'tester', name: 'tester', may: () => true } }, step)

const nameOf = async (work: Work, id: string) => (await loadEntities(work, product, [id])).get(id)?.name

/** How often the database was waited for to read a name. */
const waitsFor = (id: string) =>
  inCompany(async (work) => {
    const before = work.tx.waits
    await nameOf(work, id)
    return work.tx.waits - before
  })

const make = async (code: string, name: string) =>
  String((await inCompany((work) => createEntity(work, product, { code, name }))).header['id'])

test('what one unit of work has read, the next need not ask for', async () => {
  const id = await make('S1', '算盘')
  expect(await waitsFor(id)).toBe(1)
  expect(await waitsFor(id)).toBe(0)
})

test('a change ends what was shared, for those that begin after it', async () => {
  const id = await make('S2', '旧名')
  await waitsFor(id)
  await inCompany(async (work) => {
    await updateEntity(work, product, 'S2', { name: '新名' })
    expect(await nameOf(work, id)).toBe('新名')
  })
  expect(await inCompany((work) => nameOf(work, id))).toBe('新名')
})

test('a change that is rolled back is never shared', async () => {
  const id = await make('S3', '原名')
  await waitsFor(id)
  const failing = inCompany(async (work) => {
    await updateEntity(work, product, 'S3', { name: '未成' })
    await createEntity(work, product, { code: 'S4', name: '未有' })
    expect(await nameOf(work, id)).toBe('未成')
    throw new Error('no')
  })
  await expect(failing).rejects.toThrow('no')
  expect(await inCompany((work) => nameOf(work, id))).toBe('原名')
  const anna = await server.signIn('anna')
  const order = await anna.ask('POST', '/api/client-order', { client: 'S4', lines: [{ product: 'S4', quantity: '1' }] })
  expect(order.status).toBe(422)
})

test('a unit of work that began before a change may go on with what it saw, and leaves nothing old behind', async () => {
  const id = await make('S5', '一')
  await inCompany(async (work) => {
    expect(await nameOf(work, id)).toBe('一')
    await inCompany((other) => updateEntity(other, product, 'S5', { name: '二' }))
    expect(await nameOf(work, id)).toBe('一')
  })
  expect(await inCompany((work) => nameOf(work, id))).toBe('二')
})
