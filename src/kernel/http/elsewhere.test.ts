import { beforeAll, expect, test } from 'vitest'
import { actorOf, callerInCompany } from '../access/caller.ts'
import { systemActor } from '../access/system-actor.ts'
import type { Actor, Work } from '../posting/work.ts'
import { inWork } from './work.ts'
import { openTestServer } from './testing/test-server.ts'

let server: Awaited<ReturnType<typeof openTestServer>>

beforeAll(async () => {
  server = await openTestServer()
  const admin = await server.signIn('anna')
  await admin.ask('POST', '/api/product', { code: 'OURS', name: '甲的' })
  await (await server.signIn('bert')).ask('POST', '/api/product', { code: 'THEIRS', name: '乙的' })
  // Carl works in both: all rights in the first, only reading in the second.
  await server.addUser(server.one, 'carl', 'administrator')
  await (await server.signIn('bert')).ask('PUT', '/api/roles/reader', { label: '查看', rights: ['product.read'] })
  await server.database.owner.query(
    `insert into member (company_id, user_id, role) select $1, id, 'reader' from access."user" where username = 'carl'`,
    [server.two],
  )
})

const actorNamed = async (username: string): Promise<Actor> => {
  const { rows } = await server.database.owner.query<{ id: string }>(
    `select id from access."user" where username = $1`,
    [username],
  )
  const caller = await callerInCompany(server.database.pool, rows[0]?.id ?? '', server.one)
  if (caller === undefined) throw new Error(`nobody is called ${username}`)
  return actorOf(caller)
}

const codesIn = async (work: Work) =>
  (await work.tx.rows<{ code: string }>('select code from product order by code')).map((row) => row.code)

const look = (actor: Actor, rights: readonly string[], step: (work: Work) => Promise<unknown> = codesIn) =>
  inWork(server.context, { company: server.one, actor }, (work) =>
    work.elsewhere({ company: server.two, rights, purpose: '对账' }, step),
  )

test('another company is seen by who may, with the rights that they have there, and its trail says so', async () => {
  const carl = await actorNamed('carl')
  expect(await look(carl, ['product.read'])).toEqual(['THEIRS'])
  const rights = await look(carl, ['product.read'], async (work) => work.actor.may('product.delete'))
  expect(rights).toBe(false)
  const trail = await inWork(server.context, { company: server.two, actor: systemActor }, (work) =>
    work.tx.rows<{ actor: string; label: string }>(`select actor, label from audit where action = 'elsewhere'`),
  )
  expect(trail[0]).toEqual({ actor: 'carl', label: '甲公司：对账' })
})

test('who lacks a right there, is not of that company, or is a machine, is refused with the company’s name', async () => {
  const carl = await actorNamed('carl')
  await expect(look(carl, ['product.read', 'product.update'])).rejects.toMatchObject({
    kind: 'forbidden',
    text: { zh: '您在“乙公司”没有权限：product.update' },
  })
  await expect(look(await actorNamed('anna'), ['product.read'])).rejects.toMatchObject({
    text: { zh: '您不是“乙公司”的用户' },
  })
  await expect(look({ ...carl, staysHere: true }, ['product.read'])).rejects.toMatchObject({ kind: 'forbidden' })
})

test('looking writes nothing there, and leads to no third company', async () => {
  const carl = await actorNamed('carl')
  await expect(
    look(carl, [], (work) => work.tx.query(`update product set name = 'x' where company_id = $1`, [work.company])),
  ).rejects.toThrow(/read-only/)
  await expect(
    look(carl, [], (work) => work.elsewhere({ company: server.one, rights: [], purpose: '' }, codesIn)),
  ).rejects.toThrow(/no third/)
})

test('many at once do not wait for each other’s connections', { timeout: 30_000 }, async () => {
  const carl = await actorNamed('carl')
  const all = await Promise.all(Array.from({ length: 40 }, () => look(carl, ['product.read'])))
  expect(all.every((codes) => JSON.stringify(codes) === '["THEIRS"]')).toBe(true)
})
