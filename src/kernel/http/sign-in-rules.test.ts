import { beforeAll, describe, expect, test } from 'vitest'
import { fromBase32, hotp, stepAt } from '../access/totp.ts'
import { clientOf } from './testing/client.ts'
import type { TestClient } from './testing/client.ts'
import { openTestServer } from './testing/test-server.ts'

let server: Awaited<ReturnType<typeof openTestServer>>
let anna: TestClient
beforeAll(async () => {
  server = await openTestServer()
  anna = await server.signIn('anna')
})

const password = 'correct horse'
const turnOn = async (client: TestClient): Promise<void> => {
  const { secret } = (await client.ask('POST', '/api/session/second-factor', { password })).body
  const code = hotp(fromBase32(String(secret)), stepAt(new Date()))
  expect((await client.ask('POST', '/api/session/second-factor/confirm', { code })).status).toBe(200)
}
const setPolicy = (body: object) => anna.ask('PUT', '/api/sign-in-policy', body)
const aged = (client: TestClient, column: string, by: string) =>
  server.database.owner.query(`update access.session set "${column}" = now() - $2::interval where token = $1`, [
    decodeURIComponent(client.cookie.split('=')[1] ?? ''),
    by,
  ])

describe('a second factor that the company asks for', () => {
  test('may wait for some days, then nothing opens but the way to set it up', async () => {
    await server.addUser(server.one, 'fred', 'storekeeper')
    const fred = await server.signIn('fred')
    expect((await setPolicy({ factorFor: ['storekeeper'], graceDays: 3 })).status).toBe(200)
    expect((await fred.ask('GET', '/api/session')).body['factorDuty']).toMatchObject({ overdue: false })
    expect((await fred.ask('GET', '/api/product')).status).toBe(200)
    await setPolicy({ graceDays: 0 })
    const refused = await fred.ask('GET', '/api/product')
    expect(refused.status).toBe(403)
    expect(refused.text).toContain('两步验证')
    expect((await fred.ask('GET', '/api/session')).body['factorDuty']).toMatchObject({ overdue: true })
    await turnOn(fred)
    expect((await fred.ask('GET', '/api/product')).status).toBe(200)
    expect((await fred.ask('GET', '/api/session')).body['factorDuty']).toBeNull()
    expect((await anna.ask('GET', '/api/product')).status, 'asked of storekeepers only').toBe(200)
    await setPolicy({ factorFor: [], graceDays: 7 })
  })

  test('names what is wrong with a rule', async () => {
    const refused = await setPolicy({ factorFor: ['nobody'], graceDays: 1.5, idleMinutes: 1, longestHours: 'x' })
    expect(refused.status).toBe(422)
    for (const path of ['factorFor.0', 'graceDays', 'idleMinutes', 'longestHours'])
      expect(refused.text).toContain(`"path":"${path}"`)
  })
})

describe('sessions', () => {
  test('end when nothing happens in them, and after their time whatever happens', async () => {
    await setPolicy({ idleMinutes: 30, longestHours: 10 })
    const store = await server.signIn('store')
    await aged(store, 'updatedAt', '29 minutes')
    expect((await store.ask('GET', '/api/session')).status, 'used in time, which counts anew').toBe(200)
    await aged(store, 'updatedAt', '31 minutes')
    expect((await store.ask('GET', '/api/session')).status).toBe(401)
    const later = await server.signIn('store')
    await aged(later, 'createdAt', '11 hours')
    expect((await later.ask('GET', '/api/session')).status).toBe(401)
    await setPolicy({ idleMinutes: 720, longestHours: 168 })
  })

  test('on a new device are told of; so are a lock and a changed second factor', async () => {
    await server.addUser(server.one, 'gina', 'storekeeper')
    const phone = { 'user-agent': 'Mozilla/5.0 (iPhone) Safari' }
    const gina = await server.signIn('gina')
    await server.signIn('gina')
    const told = async () => (await gina.ask('GET', '/api/notices')).text
    expect(await told()).not.toContain('新设备')
    await server.signIn('gina', phone)
    expect(await told()).toContain('新设备上登录：iPhone Safari')
    for (let failure = 1; failure <= 6; failure += 1)
      await server.visitor.ask('POST', '/api/session', { username: 'gina', password: 'wrong' })
    expect((await told()).split('连续多次输错')).toHaveLength(2)
    await turnOn(gina)
    expect(await told()).toContain('已开启两步验证')
    const { signIns } = (await gina.ask('GET', '/api/session/security')).body
    expect(signIns).toHaveLength(3)
    expect(signIns).toMatchObject([{ device: phone['user-agent'], way: 'password' }, {}, {}])
  })
})

describe('someone who belongs to another company too', () => {
  test('gets neither password nor second factor changed by who does not administer both', async () => {
    const { id } = await server.addUser(server.one, 'both', 'storekeeper')
    await server.database.owner.query(`insert into member (company_id, user_id, role) values ($1, $2, 'storekeeper')`, [
      server.two,
      id,
    ])
    const both = await server.signIn('both')
    await turnOn(both)
    expect((await anna.ask('PATCH', `/api/users/${id}`, { password: 'another phrase' })).text).toContain(
      '"path":"password"',
    )
    expect((await anna.ask('DELETE', `/api/users/${id}/second-factor`)).status).toBe(422)
    const { rows } = await server.database.owner.query<{ id: string }>(
      `select id from access."user" where username = 'anna'`,
    )
    await server.database.owner.query(
      `insert into member (company_id, user_id, role) values ($1, $2, 'administrator')`,
      [server.two, rows[0]?.id],
    )
    expect((await anna.ask('DELETE', `/api/users/${id}/second-factor`)).status, 'who administers both').toBe(204)
    expect((await anna.ask('PATCH', `/api/users/${id}`, { password: 'another phrase' })).status).toBe(200)
  })
})

describe('keys', () => {
  const make = async (more: object) => {
    const made = await anna.ask('POST', '/api/keys', { name: '商城', scopes: ['product.read'], ...more })
    return { made, machine: clientOf(server.app, { authorization: `Bearer ${String(made.body['key'])}` }) }
  }

  test('open from the addresses they are for, and no longer than said; one sees when they were last used', async () => {
    const here = await make({ addresses: ['127.0.0.0/8'] })
    const elsewhere = await make({ addresses: ['203.0.113.0/24'] })
    expect((await here.machine.ask('GET', '/api/product')).status).toBe(200)
    expect((await elsewhere.machine.ask('GET', '/api/product')).status).toBe(401)
    const { rows } = (await anna.ask<{ rows: Record<string, string>[] }>('GET', '/api/keys')).body
    expect(rows.find((row) => row['id'] === here.made.body['id'])).toMatchObject({ lastAddress: '127.0.0.1' })
    expect(rows.find((row) => row['id'] === elsewhere.made.body['id'])).toMatchObject({ lastUsedAt: null })
    const brief = await make({ expiresAt: new Date(Date.now() + 60_000).toISOString() })
    expect((await brief.machine.ask('GET', '/api/product')).status).toBe(200)
    await server.database.owner.query(`update api_key set expires_at = now() where id = $1`, [brief.made.body['id']])
    expect((await brief.machine.ask('GET', '/api/product')).status).toBe(401)
  })

  test('are refused with addresses that are none, or a day that has passed', async () => {
    const { made } = await make({ addresses: ['shop.example'], expiresAt: '2020-01-01' })
    expect(made.status).toBe(422)
    expect(made.text).toContain('"path":"addresses.0"')
    expect(made.text).toContain('"path":"expiresAt"')
  })
})
