import { beforeAll, describe, expect, test } from 'vitest'
import { fromBase32, hotp, stepAt } from '../src/kernel/access/totp.ts'
import type { Reply, TestClient } from '../src/kernel/http/testing/client.ts'
import { clientOf } from '../src/kernel/http/testing/client.ts'
import { housePassword, must, openHouse } from './kit/open-house.ts'

let house: Awaited<ReturnType<typeof openHouse>>
beforeAll(async () => {
  house = await openHouse()
})

const codeOf = (secret: string, ahead = 0): string => hotp(fromBase32(secret), stepAt(new Date()) + ahead)
const enter = (username: string, more: object = {}, password = housePassword): Promise<Reply> =>
  house.visitor.ask('POST', '/api/session', { username, password, ...more })
const turnOn = async (client: TestClient): Promise<{ secret: string; codes: readonly string[] }> => {
  const { secret } = must(await client.ask('POST', '/api/session/second-factor', { password: housePassword }))
  const confirmed = must(
    await client.ask<{ recoveryCodes: string[] }>('POST', '/api/session/second-factor/confirm', {
      code: codeOf(String(secret), -1),
    }),
  )
  return { secret: String(secret), codes: confirmed.recoveryCodes }
}

describe('signing in', () => {
  test('[SYS-04] with a second factor the password alone opens nothing, and each code once', async () => {
    const { client } = await house.person('anna', 'seller')
    expect((await client.ask('POST', '/api/session/second-factor', { password: 'guess' })).status).toBe(422)
    const { secret, codes } = await turnOn(client)
    const asked = await enter('anna')
    expect(asked.status).toBe(401)
    expect(asked.text).toContain('"path":"code"')
    expect((await enter('anna', { code: '000000' })).status).toBe(401)
    const code = codeOf(secret)
    expect((await enter('anna', { code })).status).toBe(201)
    expect((await enter('anna', { code })).status, 'a code that was used').toBe(401)
    const [first = ''] = codes
    expect(codes).toHaveLength(10)
    expect((await enter('anna', { code: first })).status).toBe(201)
    expect((await enter('anna', { code: first })).status, 'a recovery code that was used').toBe(401)
    const state = must(await client.ask('GET', '/api/session/security'))
    expect(state['secondFactor']).toEqual({ on: true, recoveryLeft: 9 })
  })

  test('[SYS-04] wrong codes lock the name like wrong passwords, and an administrator helps who lost the phone', async () => {
    const { id, client } = await house.person('bert', 'seller')
    await turnOn(client)
    for (let failure = 1; failure <= 5; failure += 1) await enter('bert', { code: '111111' })
    expect((await enter('bert', { code: '111111' })).status).toBe(429)
    must(await house.admin.ask('DELETE', `/api/users/${id}/second-factor`))
    expect((await enter('bert')).status).toBe(201)
  })

  test('[SYS-04] passwords lie in the database as a memory-hard hash, never as they were typed', async () => {
    await house.person('carl', 'seller')
    const { rows } = await house.database.owner.query<{ password: string }>(
      `select a.password from access.account a join access."user" u on u.id = a."userId" where u.username = 'carl'`,
    )
    expect(rows[0]?.password).toMatch(/^[0-9a-f]{32}:[0-9a-f]{128}$/)
    const { rows: secrets } = await house.database.owner.query<{ n: string }>(
      `select count(*) as n from access.account where password like '%' || $1 || '%'`,
      [housePassword],
    )
    expect(secrets[0]?.n).toBe('0')
  })

  test('new passwords are refused that everybody tries first', async () => {
    const { client } = await house.person('dora', 'seller')
    const change = (password: string) =>
      client.ask('POST', '/api/session/password', { current: housePassword, password })
    expect((await change('password1')).text).toContain('太常见')
    expect((await change('dora-2026-x')).text).toContain('用户名')
    expect((await change('a better phrase')).status).toBe(204)
  })

  test('[SYS-04] one sees where one is signed in, and ends it from elsewhere', async () => {
    const { client } = await house.person('emma', 'seller')
    const elsewhere = await house.signIn('emma')
    const { sessions } = must(
      await client.ask<{ sessions: { id: string; isThis: boolean }[] }>('GET', '/api/session/security'),
    )
    const others = sessions.filter((one) => !one.isThis)
    expect(others).toHaveLength(1)
    expect(
      (await house.admin.ask('DELETE', `/api/session/others/${others[0]?.id}`)).status,
      'not of someone else',
    ).toBe(404)
    must(await client.ask('DELETE', `/api/session/others/${others[0]?.id}`))
    expect((await elsewhere.ask('GET', '/api/session')).status).toBe(401)
    await house.signIn('emma')
    expect(must(await client.ask('DELETE', '/api/session/others'))).toEqual({ ended: 1 })
    expect((await client.ask('GET', '/api/session')).status).toBe(200)
  })

  test('a key of a machine cannot change how its maker signs in', async () => {
    const made = must(await house.admin.ask('POST', '/api/keys', { name: '接口', scopes: ['*'] }))
    const machine = clientOf(house.app, { authorization: `Bearer ${String(made['key'])}` })
    for (const [method, url] of [
      ['POST', '/api/session/second-factor'],
      ['POST', '/api/session/second-factor/remove'],
      ['DELETE', '/api/session/others'],
    ] as const) {
      expect(
        (await machine.ask(method, url, method === 'DELETE' ? undefined : { password: housePassword })).status,
      ).toBe(403)
    }
  })
})
