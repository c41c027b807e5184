import type { ScimObject } from './filter.ts'
import { groupSchema, userSchema } from './resources.ts'

const core = 'urn:ietf:params:scim:schemas:core:2.0'

/** What a directory may ask of this service (RFC 7643 §5). */
export const serviceConfig: ScimObject = {
  schemas: [`${core}:ServiceProviderConfig`],
  patch: { supported: true },
  bulk: { supported: false, maxOperations: 0, maxPayloadSize: 0 },
  filter: { supported: true, maxResults: 200 },
  changePassword: { supported: false },
  sort: { supported: false },
  etag: { supported: false },
  authenticationSchemes: [
    {
      type: 'oauthbearertoken',
      name: 'API key',
      description: 'A key for machines with the rights user.* and role.*, sent as a bearer token',
      primary: true,
    },
  ],
  meta: { resourceType: 'ServiceProviderConfig', location: '/scim/v2/ServiceProviderConfig' },
}

const typeOf = (name: string, schema: string): ScimObject => ({
  schemas: [`${core}:ResourceType`],
  id: name,
  name,
  endpoint: `/${name}s`,
  schema,
  meta: { resourceType: 'ResourceType', location: `/scim/v2/ResourceTypes/${name}` },
})

export const resourceTypes: readonly ScimObject[] = [typeOf('User', userSchema), typeOf('Group', groupSchema)]

const attribute = (name: string, type: string, more: ScimObject = {}): ScimObject => ({
  name,
  type,
  multiValued: false,
  required: false,
  caseExact: false,
  mutability: 'readWrite',
  returned: 'default',
  uniqueness: 'none',
  ...more,
})

const text = (name: string, more: ScimObject = {}) => attribute(name, 'string', more)

const schemaOf = (id: string, name: string, attributes: readonly ScimObject[]): ScimObject => ({
  schemas: [`${core}:Schema`],
  id,
  name,
  attributes,
  meta: { resourceType: 'Schema', location: `/scim/v2/Schemas/${id}` },
})

/** The attributes that are kept; what else a directory sends is passed over. */
export const schemas: readonly ScimObject[] = [
  schemaOf(userSchema, 'User', [
    text('userName', { required: true, uniqueness: 'server', mutability: 'immutable' }),
    text('externalId', { caseExact: true }),
    attribute('name', 'complex', { subAttributes: [text('formatted'), text('familyName'), text('givenName')] }),
    text('displayName'),
    attribute('active', 'boolean'),
    text('preferredLanguage', { mutability: 'readOnly' }),
    attribute('groups', 'complex', {
      multiValued: true,
      mutability: 'readOnly',
      subAttributes: [text('value'), text('display')],
    }),
  ]),
  schemaOf(groupSchema, 'Group', [
    text('displayName', { required: true }),
    attribute('members', 'complex', { multiValued: true, subAttributes: [text('value'), text('display')] }),
  ]),
]
