import type { Json } from '../../base/json.ts'
import { textOf } from '../../base/text.ts'
import type { UserView } from '../access/users.ts'
import type { Transaction } from '../database/transaction.ts'
import { attributeOf, isScimObject } from './filter.ts'
import type { ScimObject } from './filter.ts'
import { ScimProblem } from './scim-problem.ts'

export const userSchema = 'urn:ietf:params:scim:schemas:core:2.0:User'
export const groupSchema = 'urn:ietf:params:scim:schemas:core:2.0:Group'

/** The role of people whom a directory has named and put in no group yet: it gives no right. */
export const ungrouped = 'ungrouped'

/** What the company keeps of the people that a directory named: the directory's own id of each. */
export interface ScimUser extends UserView {
  readonly externalId: string | null
}

export interface ScimRole {
  readonly name: string
  readonly label: string
  readonly members: readonly { readonly id: string; readonly name: string }[]
}

/** The roles of a company as a directory's groups; the administrator's is among them, as its members must be seen. */
export const listRoles = (tx: Transaction, company: string): Promise<ScimRole[]> =>
  tx.rows<ScimRole>(
    `select r.name, r.label, coalesce(jsonb_agg(jsonb_build_object('id', u.id, 'name', u.name) order by u.username)
         filter (where u.id is not null), '[]') as members
     from role r left join member m on m.company_id = r.company_id and m.role = r.name
       left join access."user" u on u.id = m.user_id
     where r.company_id = $1 and r.name <> $2 group by r.name, r.label order by r.name`,
    [company, ungrouped],
  )

/** A user as SCIM shows it (RFC 7643 §4.1). */
export const userResource = (user: ScimUser, roles: readonly ScimRole[], base: string): ScimObject => ({
  schemas: [userSchema],
  id: user.id,
  ...(user.externalId === null ? {} : { externalId: user.externalId }),
  userName: user.username,
  name: { formatted: user.name },
  displayName: user.name,
  active: !user.disabled,
  ...(user.language === null ? {} : { preferredLanguage: user.language }),
  groups: roles
    .filter((role) => user.roles.includes(role.name))
    .map((role) => ({ value: role.name, display: role.label, $ref: `${base}/Groups/${role.name}` })),
  meta: { resourceType: 'User', location: `${base}/Users/${user.id}` },
})

/** A group as SCIM shows it (RFC 7643 §4.2). */
export const groupResource = (role: ScimRole, base: string): ScimObject => ({
  schemas: [groupSchema],
  id: role.name,
  displayName: role.label,
  members: role.members.map(({ id, name }) => ({
    value: id,
    display: name,
    type: 'User',
    $ref: `${base}/Users/${id}`,
  })),
  meta: { resourceType: 'Group', location: `${base}/Groups/${role.name}` },
})

/** A text that a directory sent; undefined where it sent none. Throws a ScimProblem where it is none or too long. */
export const textAt = (resource: ScimObject, name: string): string | undefined => {
  const value = attributeOf(resource, name)
  if (value === undefined || value === null || value === '') return undefined
  if (typeof value !== 'string' || value.length > 200 || value.includes('\u0000') || !value.isWellFormed())
    throw new ScimProblem(400, `${name} has the wrong form`, 'invalidValue')
  return value.trim()
}

const isHan = (text: string): boolean => /\p{Script=Han}/u.test(text)

/** How a directory calls someone: the displayed name, or what family and given name make in the order of their language. */
export const nameAt = (resource: ScimObject, before?: string): string | undefined => {
  const name = attributeOf(resource, 'name')
  const of = isScimObject(name) ? name : {}
  const family = textAt(of, 'familyName')
  const given = textAt(of, 'givenName')
  const parts = isHan(`${family ?? ''}${given ?? ''}`) ? [family, given] : [given, family]
  const joined = parts.filter((part) => part !== undefined).join(isHan(parts.join('')) ? '' : ' ')
  // Whichever of them differs from what stands here is the one that was changed.
  const said = [textAt(resource, 'displayName'), textAt(of, 'formatted'), joined === '' ? undefined : joined]
  return said.find((one) => one !== undefined && one !== before) ?? said.find((one) => one !== undefined)
}

/** Whether a directory lets someone in. Some write the word instead of the value. */
export const activeAt = (resource: ScimObject): boolean | undefined => {
  const value = attributeOf(resource, 'active')
  if (value === undefined || value === null) return undefined
  if (typeof value === 'boolean') return value
  if (typeof value === 'string' && /^(true|false)$/i.test(value)) return value.toLowerCase() === 'true'
  throw new ScimProblem(400, 'active must be true or false', 'invalidValue')
}

/** The ids of the members that a directory names. */
export const membersAt = (resource: ScimObject): string[] => {
  const value = attributeOf(resource, 'members') ?? []
  return [...new Set([value].flat().map((one: Json) => textOf(isScimObject(one) ? one['value'] : one)))]
}
