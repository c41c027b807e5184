import { beforeAll, describe, expect, test } from 'vitest'
import { openAuthenticator } from '../testing/authenticator.ts'
import type { TestClient } from '../testing/client.ts'
import { openTestServer } from '../testing/test-server.ts'

let server: Awaited<ReturnType<typeof openTestServer>>
let anna: TestClient
beforeAll(async () => {
  server = await openTestServer()
  anna = await server.signIn('anna')
})

const password = 'correct horse'
const origin = 'http://localhost'
const at = { host: 'localhost' }

const person = async (name: string) => {
  const { id } = await server.addUser(server.one, name, 'storekeeper')
  const client = await server.signIn(name, at)
  const key = openAuthenticator()
  const begin = async () => {
    const { body } = await client.ask('POST', '/api/session/passkeys/options', { password })
    return String(body['challenge'])
  }
  const add = async (label: string, response: object) =>
    client.ask('POST', '/api/session/passkeys', { name: label, response })
  return { id, client, key, begin, add }
}
const question = async (headers = at): Promise<string> =>
  String((await server.visitor.ask('POST', '/api/sign-in/passkey/options', {}, headers)).body['challenge'])
const enter = (response: object, headers = at) =>
  server.visitor.ask('POST', '/api/sign-in/passkey', { response }, headers)

describe('passkeys', () => {
  test('are added with the password, named, and open the door without it', async () => {
    const { client, key, begin, add } = await person('pia')
    expect((await client.ask('POST', '/api/session/passkeys/options', { password: 'guess' })).status).toBe(422)
    expect((await add('', key.create(await begin(), origin))).text).toContain('"path":"name"')
    const made = await add('办公室的电脑', key.create(await begin(), origin))
    expect(made.status).toBe(201)
    const second = openAuthenticator()
    expect((await add('手机', second.create(await begin(), origin))).status).toBe(201)
    await client.ask('PATCH', `/api/session/passkeys/${String(made.body['id'])}`, { name: '家里的电脑' })
    const { passkeys } = (await client.ask('GET', '/api/session/security')).body
    expect(passkeys).toMatchObject([{ name: '家里的电脑' }, { name: '手机' }])
    const entered = await enter(key.get(await question(), origin))
    expect(entered.status).toBe(201)
    expect(entered.body).toMatchObject({ user: { username: 'pia' } })
    expect((await enter(second.get(await question(), origin))).status).toBe(201)
  })

  test('answer each question once, for this site alone, and with a counter that goes on', async () => {
    const { key, begin, add } = await person('quin')
    await add('钥匙', key.create(await begin(), origin))
    const asked = await question()
    const answer = key.get(asked, origin)
    expect((await enter(answer)).status).toBe(201)
    expect((await enter(answer)).status, 'a replayed answer').toBe(401)
    expect((await enter(key.get('bmV2ZXIgYXNrZWQ', origin))).status, 'a question that was never asked').toBe(401)
    expect((await enter(key.get(await question(), 'https://evil.example'))).status, 'another site').toBe(401)
    const elsewhere = { host: 'evil.example' }
    expect((await enter(key.get(await question(elsewhere), 'http://evil.example'), elsewhere)).status).toBe(401)
    expect((await enter(key.get(await question(), origin, 5))).status, 'a copy that counts behind').toBe(401)
    const tampered = key.get(await question(), origin)
    expect((await enter({ ...tampered, response: { ...tampered.response, signature: 'AAAA' } })).status).toBe(401)
    for (const nonsense of [{}, { id: 1 }, { id: answer.id, response: 'x' }, { response: { clientDataJSON: '%' } }])
      expect((await enter(nonsense)).status).toBe(401)
  })

  test('are not added by an answer to someone else’s question', async () => {
    const { begin } = await person('rosa')
    const { add, key } = await person('sven')
    expect((await add('x', key.create(await begin(), origin))).status).toBe(401)
  })

  test('of a disabled user open nothing', async () => {
    const { id, key, begin, add } = await person('tara')
    await add('钥匙', key.create(await begin(), origin))
    await anna.ask('PATCH', `/api/users/${id}`, { disabled: true })
    expect((await enter(key.get(await question(), origin))).status).toBe(401)
  })

  test('stand beside the password where the company asks for a second factor', async () => {
    const { client, key, begin, add } = await person('uwe')
    const withPassword = (more: object = {}) =>
      server.visitor.ask('POST', '/api/session', { username: 'uwe', password, ...more }, at)
    await anna.ask('PUT', '/api/sign-in-policy', { factorFor: ['storekeeper'], graceDays: 0 })
    expect((await client.ask('GET', '/api/product')).status).toBe(403)
    await add('钥匙', key.create(await begin(), origin))
    expect((await client.ask('GET', '/api/product')).status).toBe(200)
    const asked = await withPassword()
    expect(asked.status).toBe(401)
    expect(asked.text).toContain('"path":"passkey"')
    expect((await withPassword({ passkey: key.get(await question(), 'https://evil.example') })).status).toBe(401)
    expect((await withPassword({ passkey: key.get(await question(), origin) })).status).toBe(201)
    const { passkeys } = (await client.ask<{ passkeys: { id: string }[] }>('GET', '/api/session/security')).body
    const remove = (given: string) =>
      client.ask('POST', `/api/session/passkeys/${passkeys[0]?.id}/remove`, { password: given })
    expect((await remove('guess')).status).toBe(422)
    expect((await remove(password)).status).toBe(204)
    expect((await client.ask('GET', '/api/product')).status, 'asked for again').toBe(403)
    await anna.ask('PUT', '/api/sign-in-policy', { factorFor: [] })
  })
})

test('by HTTPS the cookie is bound to this host and to HTTPS', async () => {
  const reply = await server.visitor.ask(
    'POST',
    '/api/session',
    { username: 'anna', password },
    { host: 'erp.example' },
  )
  expect(String(reply.headers['set-cookie'])).toMatch(/^__Host-suanpan_session=.*; Secure/)
  const cookie = String(reply.headers['set-cookie']).split(';')[0] ?? ''
  const there = { host: 'erp.example', cookie }
  expect((await server.visitor.ask('GET', '/api/session', undefined, there)).status).toBe(200)
  const plain = { host: 'erp.example', cookie: cookie.replace('__Host-', '') }
  expect((await server.visitor.ask('GET', '/api/session', undefined, plain)).status, 'a name anyone may set').toBe(401)
})
