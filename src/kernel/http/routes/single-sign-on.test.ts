import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { clientOf } from '../testing/client.ts'
import type { Reply, TestClient } from '../testing/client.ts'
import { openIdentityProvider, openLyingProvider, signInThere } from '../testing/identity-provider.ts'
import type { Lie } from '../testing/identity-provider.ts'
import { openTestServer } from '../testing/test-server.ts'

let server: Awaited<ReturnType<typeof openTestServer>>
let anna: TestClient
let honest: Awaited<ReturnType<typeof openIdentityProvider>>
let lying: Awaited<ReturnType<typeof openLyingProvider>>
let provider = ''
let liar = ''

const host = { host: 'localhost' }
const secret = 'a secret / with + signs'

const addProvider = async (body: object): Promise<string> => {
  const made = await anna.ask('POST', '/api/identity-providers', { clientId: 'suanpan', clientSecret: secret, ...body })
  expect(made.status, made.text).toBe(201)
  expect(made.text).not.toContain(secret)
  return String(made.body['id'])
}

beforeAll(async () => {
  server = await openTestServer()
  anna = await server.signIn('anna')
  honest = await openIdentityProvider({
    wang: { name: '王会计', groups: ['finance'] },
    li: { name: '李销售', groups: ['shop'] },
    store: { name: '库管', groups: [] },
    zhao: { name: '赵外人', groups: ['visitors'] },
  })
  lying = await openLyingProvider()
  const roles = { finance: 'administrator', shop: 'storekeeper' }
  provider = await addProvider({ name: '企业登录', issuer: honest.issuer, creates: true, roles })
  liar = await addProvider({ name: '冒名', issuer: lying.issuer, creates: true, defaultRoles: ['storekeeper'] })
  honest.serve(`http://localhost/api/sign-in/provider/${provider}/callback`, 'http://localhost/')
})
afterAll(async () => {
  await Promise.all([honest.close(), lying.close()])
})

const cookieOf = (reply: Reply, name: string): string =>
  [reply.headers['set-cookie']]
    .flat()
    .map(String)
    .find((line) => line.startsWith(`${name}=`))
    ?.split(';')[0] ?? ''

const begin = async (id: string, to = '') => {
  const reply = await server.visitor.ask('GET', `/api/sign-in/provider/${id}${to}`, undefined, host)
  expect(reply.status, reply.text).toBe(302)
  return { address: String(reply.headers['location']), cookie: cookieOf(reply, 'suanpan_door') }
}
const arrive = (url: URL | string, cookie: string) => {
  const { pathname, search } = new URL(url)
  return server.visitor.ask('GET', pathname + search, undefined, { ...host, cookie })
}
const through = async (person: string, to = '') => {
  const { address, cookie } = await begin(provider, to)
  const back = await signInThere(address, person)
  return { back, cookie, reply: await arrive(back, cookie) }
}
const clientAfter = (reply: Reply) => clientOf(server.app, { ...host, cookie: cookieOf(reply, 'suanpan_session') })

describe('single sign-on at a real provider', () => {
  test('makes someone a user with the roles of their groups, and leads to where they were going', async () => {
    const { reply, back, cookie } = await through('wang', '?to=%2Freport%2Fx')
    expect(reply.headers['location']).toBe('/report/x')
    const me = (await clientAfter(reply).ask('GET', '/api/session')).body
    expect(me).toMatchObject({ user: { username: 'wang', name: '王会计' }, company: { roles: ['administrator'] } })
    expect((await arrive(back, cookie)).headers['location'], 'the answer once more').toBe('/sign-in?refused=expired')
    expect((await through('wang')).reply.headers['location']).toBe('/')
  })

  test('takes over new roles at the next sign-in, and refuses who has none', async () => {
    await through('li')
    await anna.ask('PATCH', `/api/identity-providers/${provider}`, {
      roles: { finance: 'administrator', shop: 'administrator' },
    })
    const li = clientAfter((await through('li')).reply)
    expect((await li.ask('GET', '/api/session')).body).toMatchObject({ company: { roles: ['administrator'] } })
    expect((await through('zhao')).reply.headers['location']).toBe('/sign-in?refused=noRole')
    await anna.ask('PATCH', `/api/identity-providers/${provider}`, { creates: false })
    expect((await through('zhao')).reply.headers['location']).toBe('/sign-in?refused=notInvited')
  })

  test('knows who was added by an administrator by their name, in this company alone', async () => {
    const { rows } = await server.database.owner.query<{ id: string }>(
      `select id from access."user" where username = 'store'`,
    )
    await server.database.owner.query(
      `insert into member (company_id, user_id, role) values ($1, $2, 'administrator')`,
      [server.two, rows[0]?.id],
    )
    const store = clientAfter((await through('store')).reply)
    const me = (await store.ask('GET', '/api/session')).body
    expect(me).toMatchObject({ user: { username: 'store' }, company: { code: 'A', roles: ['storekeeper'] } })
    expect(me['companies']).toHaveLength(1)
    expect((await store.ask('POST', '/api/session/company', { company: 'B' })).status).toBe(403)
  })

  test('is linked to one’s own user with the password, and unlinked', async () => {
    await server.addUser(server.one, 'other-name', 'storekeeper')
    const person = await server.signIn('other-name', host)
    expect((await person.ask('POST', `/api/session/identities/${provider}`, { password: 'x' })).status).toBe(422)
    const begun = await person.ask('POST', `/api/session/identities/${provider}`, { password: 'correct horse' })
    const back = await signInThere(String(begun.body['next']), 'zhao')
    expect((await arrive(back, cookieOf(begun, 'suanpan_door'))).headers['location']).toBe('/me')
    const zhao = clientAfter((await through('zhao')).reply)
    expect((await zhao.ask('GET', '/api/session')).body).toMatchObject({ user: { username: 'other-name' } })
    expect((await person.ask('GET', '/api/session/identities')).text).toContain('linkedAt":"2')
    await person.ask('POST', `/api/session/identities/${provider}/remove`, { password: 'correct horse' })
    expect((await through('zhao')).reply.headers['location']).toBe('/sign-in?refused=notInvited')
  })

  test('is refused who was disabled here', async () => {
    const users = (await anna.ask<{ rows: { id: string; username: string }[] }>('GET', '/api/users')).body.rows
    await anna.ask('PATCH', `/api/users/${users.find((one) => one.username === 'li')?.id}`, { disabled: true })
    expect((await through('li')).reply.headers['location']).toBe('/sign-in?refused=disabled')
  })

  test('ends at the provider too', async () => {
    const wang = clientAfter((await through('wang')).reply)
    const left = await wang.ask('DELETE', '/api/session')
    expect(String(left.body['next'])).toContain(`${honest.issuer}/session/end?client_id=suanpan`)
    expect((await wang.ask('GET', '/api/session')).status).toBe(401)
    expect((await fetch(String(left.body['next']))).status).toBe(200)
  })

  test('is not finished by another browser, or by an answer that was never asked for', async () => {
    const { address } = await begin(provider)
    const back = await signInThere(address, 'wang')
    expect((await arrive(back, '')).headers['location']).toBe('/sign-in?refused=expired')
    expect((await arrive(back, 'suanpan_door=other')).headers['location']).toBe('/sign-in?refused=expired')
    back.searchParams.set('state', 'made-up')
    expect((await arrive(back, 'suanpan_door=made-up')).headers['location']).toBe('/sign-in?refused=expired')
  })

  test('leads nowhere but to pages of ours', async () => {
    for (const to of ['https://evil.example', '//evil.example', '/\\evil.example', 'javascript:alert(1)'])
      expect((await through('wang', `?to=${encodeURIComponent(to)}`)).reply.headers['location'], to).toBe('/')
  })
})

describe('a provider that lies is not believed', () => {
  const ask = async (lie: Lie, more: { readonly iss?: string } = {}) => {
    const { address, cookie } = await begin(liar)
    const asked = new URL(address).searchParams
    lying.told.nonce = asked.get('nonce') ?? ''
    lying.told.lie = lie
    const back = new URL(asked.get('redirect_uri') ?? '')
    back.searchParams.set('state', asked.get('state') ?? '')
    back.searchParams.set('code', 'any')
    if (more.iss !== undefined) back.searchParams.set('iss', more.iss)
    return String((await arrive(back, cookie)).headers['location'])
  }
  const refused = '/sign-in?refused=untrusted'

  test('while what is true lets in', async () => {
    expect(await ask({})).toBe('/')
    expect(await ask({}, { iss: lying.issuer })).toBe('/')
  })
  test.each<[string, Lie]>([
    ['another issuer', { issuer: 'https://evil.example' }],
    ['another client', { audience: 'other' }],
    ['several clients, made for another', { claims: { azp: 'other' } }],
    ['another question', { claims: { nonce: 'other' } }],
    ['no question', { claims: { nonce: undefined } }],
    ['an expired token', { expiresIn: -120 }],
    ['an old token', { issuedAgo: 7200, expiresIn: 9000 }],
    ['nobody', { claims: { sub: undefined } }],
    ['a key that it does not have', { otherKey: true }],
    ['no signature', { unsigned: true }],
  ])('%s', async (_what, lie) => {
    expect(await ask(lie)).toBe(refused)
  })
  test('an answer in another’s name', async () => {
    expect(await ask({}, { iss: 'https://evil.example' })).toBe(refused)
  })
  test('a configuration in another’s name', async () => {
    lying.told.discovery = { issuer: 'https://evil.example' }
    expect((await begin(liar)).address).toBe(refused)
    const tried = await anna.ask('POST', `/api/identity-providers/${liar}/try`, {})
    expect(tried.status).toBe(422)
    lying.told.discovery = {}
    expect((await anna.ask('POST', `/api/identity-providers/${liar}/try`, {})).status).toBe(200)
  })
})

describe('identity providers', () => {
  test('are named by field where something is wrong, and never show their secret', async () => {
    const wrong = { name: '', issuer: 'ftp://x', clientId: '', roles: { a: 'nobody' } }
    const refused = await anna.ask('POST', '/api/identity-providers', wrong)
    for (const path of ['name', 'issuer', 'clientId', 'roles']) expect(refused.text).toContain(`"path":"${path}"`)
    const listed = (await anna.ask('GET', '/api/identity-providers')).text
    expect(listed).not.toContain(secret)
    expect(listed).toContain(`/api/sign-in/provider/${provider}/callback`)
  })

  test('taken away end the sessions they opened', async () => {
    const { address, cookie } = await begin(liar)
    const asked = new URL(address).searchParams
    lying.told.nonce = asked.get('nonce') ?? ''
    lying.told.lie = {}
    const back = `${asked.get('redirect_uri')}?state=${asked.get('state')}&code=any`
    const mallory = clientAfter(await arrive(back, cookie))
    expect((await mallory.ask('GET', '/api/session')).status).toBe(200)
    expect((await anna.ask('DELETE', `/api/identity-providers/${liar}`)).status).toBe(204)
    expect((await mallory.ask('GET', '/api/session')).status).toBe(401)
    expect((await server.visitor.ask('GET', '/api/sign-in/providers')).text).not.toContain('冒名')
  })
})
