import { beforeAll, describe, expect, test } from 'vitest'
import type { Json } from '../../../base/json.ts'
import { textOf } from '../../../base/text.ts'
import { clientOf } from '../testing/client.ts'
import type { Reply, TestClient } from '../testing/client.ts'
import { openTestServer } from '../testing/test-server.ts'

let server: Awaited<ReturnType<typeof openTestServer>>
let anna: TestClient
let directory: TestClient

const type = { 'content-type': 'application/scim+json' }
const ask = (method: 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE', url: string, body?: object) =>
  directory.ask(method, `/scim/v2/${url}`, body === undefined ? undefined : JSON.stringify(body), body && type)
const done = (reply: Reply, status: number) => {
  expect(reply.status, reply.text).toBe(status)
  return reply.body as Record<string, Json>
}
const found = (reply: Reply) => done(reply, 200)['Resources'] as unknown as Record<string, string>[]
const operations = (...Operations: object[]) => ({
  schemas: ['urn:ietf:params:scim:api:messages:2.0:PatchOp'],
  Operations,
})

beforeAll(async () => {
  server = await openTestServer()
  anna = await server.signIn('anna')
  const made = await anna.ask('POST', '/api/keys', { name: '目录', scopes: ['user.*', 'role.*'] })
  directory = clientOf(server.app, { authorization: `Bearer ${String(made.body['key'])}` })
})

/** The request of RFC 7644 §3.3. */
const bjensen = {
  schemas: ['urn:ietf:params:scim:schemas:core:2.0:User'],
  userName: 'bjensen',
  externalId: 'bjensen-701984',
  name: { formatted: 'Ms. Barbara J Jensen III', familyName: 'Jensen', givenName: 'Barbara' },
}

describe('SCIM 2.0', () => {
  test('says what it can do, to who has a key with the right alone', async () => {
    expect(done(await ask('GET', 'ServiceProviderConfig'), 200)).toMatchObject({ patch: { supported: true } })
    expect(found(await ask('GET', 'ResourceTypes')).map((one) => one['name'])).toEqual(['User', 'Group'])
    expect(found(await ask('GET', 'Schemas'))).toHaveLength(2)
    const nobody = await server.visitor.ask('GET', '/scim/v2/Users')
    expect(nobody.status).toBe(401)
    const narrow = await anna.ask('POST', '/api/keys', { name: '只读', scopes: ['item.read'] })
    const other = clientOf(server.app, { authorization: `Bearer ${String(narrow.body['key'])}` })
    expect((await other.ask('GET', '/scim/v2/Users')).status).toBe(403)
  })

  test('provisions, finds, changes, deactivates and takes away a user', async () => {
    const reply = await ask('POST', 'Users', bjensen)
    const made = done(reply, 201)
    const id = textOf(made['id'])
    expect(reply.headers['content-type']).toContain('application/scim+json')
    expect(reply.headers['location']).toBe(`/scim/v2/Users/${id}`)
    expect(made).toMatchObject({ userName: 'bjensen', externalId: 'bjensen-701984', active: true, groups: [] })
    expect(done(await ask('POST', 'Users', bjensen), 409)).toMatchObject({ status: '409', scimType: 'uniqueness' })
    done(await ask('POST', 'Users', { userName: '王 芳' }), 400)

    const by = (filter: string) => ask('GET', `Users?filter=${encodeURIComponent(filter)}`)
    expect(found(await by('userName eq "BJensen"')).map((one) => one['id'])).toEqual([id])
    expect(found(await by('externalId eq "bjensen-701984" and active eq true'))).toHaveLength(1)
    expect(found(await by('userName eq "nobody"'))).toEqual([])
    expect(done(await by('userName is "x"'), 400)).toMatchObject({ scimType: 'invalidFilter' })
    const page = done(await ask('GET', 'Users?startIndex=2&count=1&attributes=userName'), 200)
    expect(page).toMatchObject({ startIndex: 2, itemsPerPage: 1 })
    expect(Number(page['totalResults'])).toBeGreaterThan(1)
    expect(Object.keys((page['Resources'] as unknown as object[])[0] ?? {}).sort()).toEqual([
      'id',
      'schemas',
      'userName',
    ])
    expect(done(await ask('GET', 'Users?count=0'), 200)['Resources']).toEqual([])

    const renamed = operations({ op: 'replace', value: { displayName: '王芳' } })
    expect(done(await ask('PATCH', `Users/${id}`, renamed), 200)).toMatchObject({ displayName: '王芳', active: true })
    const off = operations({ op: 'Replace', path: 'active', value: 'False' })
    expect(done(await ask('PATCH', `Users/${id}`, off), 200)).toMatchObject({ active: false })
    expect((await anna.ask('GET', `/api/users/${id}`)).body).toMatchObject({ disabled: true, name: '王芳' })
    done(await ask('PATCH', `Users/${id}`, operations({ op: 'replace', path: 'userName', value: 'x' })), 400)
    const put = { ...bjensen, name: { familyName: '王', givenName: '小芳' }, active: true }
    expect(done(await ask('PUT', `Users/${id}`, put), 200)).toMatchObject({ displayName: '王小芳', active: true })
    expect((await ask('DELETE', `Users/${id}`)).status).toBe(204)
    expect(done(await ask('GET', `Users/${id}`), 404)).toMatchObject({ status: '404' })
    const trail = await anna.ask('GET', '/api/audit?type=user')
    expect(trail.text).toContain('SCIM')
  })

  test('keeps groups as roles: who joins has what the role gives, and the last administrator stays', async () => {
    const person = done(await ask('POST', 'Users', { userName: 'mandy', displayName: '曼迪' }), 201)
    const id = textOf(person['id'])
    const group = done(await ask('POST', 'Groups', { displayName: 'Tour Guides', members: [{ value: id }] }), 201)
    const name = textOf(group['id'])
    expect(group).toMatchObject({ displayName: 'Tour Guides', members: [{ value: id, display: '曼迪' }] })
    expect(done(await ask('GET', `Users/${id}`), 200)).toMatchObject({ groups: [{ value: name }] })
    const keeper = found(await ask('GET', `Groups?filter=${encodeURIComponent('displayName pr')}`)).find(
      (one) => one['id'] === 'storekeeper',
    )
    expect(keeper).toBeDefined()
    const join = operations({ op: 'add', path: 'members', value: [{ value: id }] })
    done(await ask('PATCH', 'Groups/storekeeper', join), 200)
    expect((await anna.ask('GET', `/api/users/${id}`)).body['roles']).toEqual([name, 'storekeeper'].sort())
    const leave = operations({ op: 'remove', path: `members[value eq "${id}"]` })
    done(await ask('PATCH', 'Groups/storekeeper', leave), 200)
    expect(
      done(await ask('PATCH', `Groups/${name}`, operations({ op: 'replace', value: { displayName: '导游' } })), 200),
    ).toMatchObject({ displayName: '导游' })
    done(await ask('PUT', 'Groups/administrator', { displayName: '', members: [] }), 409)
    done(await ask('PATCH', `Groups/${name}`, operations({ op: 'add', path: 'members', value: [{ value: 'x' }] })), 400)
    done(await ask('DELETE', 'Groups/storekeeper'), 409)
    expect((await ask('DELETE', `Groups/${name}`)).status).toBe(204)
    // In no group, they stay a user without any right.
    expect(done(await ask('GET', `Users/${id}`), 200)).toMatchObject({ groups: [], active: true })
  })
})
