import { describe, expect, test } from 'vitest'
import { readFilter } from './filter.ts'
import type { ScimObject } from './filter.ts'
import { patched } from './patch.ts'

/** The user of RFC 7643 §8.2, as far as filters and changes ask for it. */
const barbara: ScimObject = {
  schemas: ['urn:ietf:params:scim:schemas:core:2.0:User'],
  id: '2819c223-7f76-453a-919d-413861904646',
  externalId: '701984',
  userName: 'bjensen@example.com',
  name: { formatted: 'Ms. Barbara J Jensen, III', familyName: 'Jensen', givenName: 'Barbara' },
  title: 'Tour Guide',
  userType: 'Employee',
  active: true,
  emails: [
    { value: 'bjensen@example.com', type: 'work', primary: true },
    { value: 'babs@jensen.org', type: 'home' },
  ],
  meta: { resourceType: 'User', lastModified: '2011-05-13T04:42:34Z' },
}

describe('the filters of RFC 7644 §3.4.2.2', () => {
  test.each([
    ['userName eq "bjensen@example.com"', true],
    ['USERNAME EQ "BJENSEN@example.com"', true],
    ['name.familyName co "ense"', true],
    ['userName sw "J"', false],
    ['urn:ietf:params:scim:schemas:core:2.0:User:userName sw "bj"', true],
    ['title pr', true],
    ['nickName pr', false],
    ['meta.lastModified gt "2011-05-13T04:42:34Z"', false],
    ['meta.lastModified ge "2011-05-13T04:42:34Z"', true],
    ['title pr and userType eq "Employee"', true],
    ['title pr or userType eq "Intern"', true],
    ['userType eq "Employee" and (emails co "example.com" or emails.value co "example.org")', true],
    ['userType ne "Employee" and not (emails co "example.com" or emails.value co "example.org")', false],
    ['userType eq "Employee" and emails[type eq "work" and value co "@example.com"]', true],
    ['emails[type eq "home" and value co "@example.com"] or ims[type eq "xmpp" and value co "@foo.com"]', false],
    ['active eq true', true],
    ['externalId eq "701984"', true],
    ['nickName eq null', true],
  ])('%s', (filter, is) => expect(readFilter(filter)(barbara)).toBe(is))

  test.each([
    'userName',
    'userName is "x"',
    'userName eq',
    'userName eq x',
    '(title pr',
    'title pr)',
    'not title pr',
    '',
  ])('refuses %s', (filter) =>
    expect(() => readFilter(filter)).toThrow(expect.objectContaining({ scimType: 'invalidFilter' })),
  )
})

const group: ScimObject = {
  displayName: 'Tour Guides',
  members: [{ value: '2819c223-7f76-453a-919d-413861904646', display: 'Babs' }],
}
const change = (resource: ScimObject, ...operations: object[]) =>
  patched(resource, { Operations: JSON.parse(JSON.stringify(operations)) as never })
const members = (of: ScimObject) => (of['members'] as { value: string }[] | undefined)?.map((one) => one.value)
const mandy = '902c246b-6245-4190-8e05-00816be7344a'

describe('the changes of RFC 7644 §3.5.2', () => {
  test('add, once', () => {
    const add = { op: 'add', path: 'members', value: [{ display: 'Mandy', value: mandy }] }
    expect(members(change(group, add, add))).toEqual([members(group)?.[0], mandy])
    expect(change(barbara, { op: 'add', value: { nickName: 'Babs', title: 'Guide' } })).toMatchObject({
      nickName: 'Babs',
      title: 'Guide',
    })
  })

  test('remove one member, all, or those named beside the path', () => {
    const two = change(group, { op: 'Add', path: 'members', value: [{ value: mandy }] })
    expect(members(change(two, { op: 'remove', path: `members[value eq "${mandy}"]` }))).toEqual(members(group))
    expect(members(change(two, { op: 'remove', path: 'members' }))).toBeUndefined()
    expect(members(change(two, { op: 'Remove', path: 'members', value: [{ value: mandy }] }))).toEqual(members(group))
  })

  test('replace values, parts and what matches', () => {
    expect(change(barbara, { op: 'Replace', path: 'active', value: 'False' })['active']).toBe('False')
    expect(change(barbara, { op: 'replace', path: 'name.familyName', value: '王' })['name']).toMatchObject({
      familyName: '王',
      givenName: 'Barbara',
    })
    expect(
      change(barbara, { op: 'replace', path: 'emails[type eq "work"].value', value: 'b@x.cn' })['emails'],
    ).toMatchObject([{ value: 'b@x.cn', type: 'work' }, { type: 'home' }])
    expect(change(group, { op: 'replace', value: { 'name.formatted': '王芳' } })['name']).toEqual({ formatted: '王芳' })
  })

  test('refuse what cannot be, with the kind of fault', () => {
    for (const [operation, scimType] of [
      [{ op: 'replace', path: 'emails[type eq "x"].value', value: 1 }, 'noTarget'],
      [{ op: 'remove' }, 'noTarget'],
      [{ op: 'move', path: 'x' }, 'invalidSyntax'],
      [{ op: 'add', path: 'title' }, 'invalidValue'],
    ] as const)
      expect(() => change(barbara, operation)).toThrow(expect.objectContaining({ scimType }))
    expect(() => patched(barbara, {})).toThrow(expect.objectContaining({ scimType: 'invalidSyntax' }))
  })
})
