import { column, company, id, optional, spec } from './system-spec.ts'
import type { TableSpec } from './table-spec.ts'

/**
 * How people and machines come in. Without row-level security: a person belongs to the installation, and what opens the door is
 * looked up before anyone knows which company it leads to.
 */
export const signInTables: readonly TableSpec[] = [
  // The secret of someone's authenticator app, the last step that was used, and hashes of the recovery codes left.
  spec({
    name: 'second_factor',
    byCompany: false,
    columns: [
      column('user_id', 'text'),
      column('secret', 'text'),
      optional('confirmed_at', 'timestamptz'),
      column('last_step', 'bigint', { default: '0' }),
      column('recovery', 'jsonb', { default: `'[]'` }),
    ],
    primaryKey: ['user_id'],
  }),
  spec({
    name: 'sign_in_failure',
    byCompany: false,
    columns: [
      column('username', 'text'),
      column('failures', 'integer'),
      column('last_at', 'timestamptz'),
      optional('locked_until', 'timestamptz'),
    ],
    primaryKey: ['username'],
  }),
  // What a company asks of how its people sign in: a second factor of whom and from when, and how long sessions last.
  spec({
    name: 'sign_in_policy',
    byCompany: false,
    columns: [
      company,
      column('factor_for', 'jsonb', { default: `'[]'` }),
      optional('factor_since', 'timestamptz'),
      column('grace_days', 'integer'),
      column('idle_minutes', 'integer'),
      column('longest_hours', 'integer'),
    ],
    primaryKey: ['company_id'],
  }),
  // Every sign-in that was let in: from where, on what, how. Whoever signs in on something new is told.
  spec({
    name: 'sign_in_record',
    byCompany: false,
    columns: [
      id,
      column('user_id', 'text'),
      column('at', 'timestamptz'),
      column('address', 'text'),
      column('device', 'text'),
      column('way', 'text'),
    ],
    primaryKey: ['id'],
    indexes: [{ columns: ['user_id', 'at'] }],
  }),
  // What the server asked and waits for the answer to, once: a passkey's signature, an identity provider's word.
  spec({
    name: 'sign_in_challenge',
    byCompany: false,
    columns: [
      column('hash', 'text'),
      column('purpose', 'text'),
      optional('user_id', 'text'),
      column('data', 'jsonb'),
      column('expires_at', 'timestamptz'),
    ],
    primaryKey: ['hash'],
    indexes: [{ columns: ['expires_at'] }],
  }),
  // A passkey's public half: it signs for one site (rp) and counts, so that a copy is found out.
  spec({
    name: 'passkey',
    byCompany: false,
    columns: [
      id,
      column('user_id', 'text'),
      column('credential', 'text'),
      column('public_key', 'text'),
      column('counter', 'bigint'),
      column('transports', 'jsonb'),
      column('rp', 'text'),
      column('name', 'text'),
      column('backed_up', 'boolean'),
      column('created_at', 'timestamptz'),
      optional('last_used_at', 'timestamptz'),
    ],
    primaryKey: ['id'],
    indexes: [{ columns: ['credential'], unique: true }, { columns: ['user_id'] }],
  }),
  // By which id a company's directory (SCIM) knows someone.
  spec({
    name: 'scim_person',
    byCompany: false,
    columns: [company, column('user_id', 'text'), column('external_id', 'text')],
    primaryKey: ['company_id', 'user_id'],
  }),
  // Who else may say who someone is (OpenID Connect), and what the company makes of what they say.
  spec({
    name: 'identity_provider',
    byCompany: false,
    columns: [
      company,
      id,
      column('name', 'text'),
      column('issuer', 'text'),
      column('client_id', 'text'),
      column('client_secret', 'text'),
      column('enabled', 'boolean'),
      column('settings', 'jsonb'),
    ],
    primaryKey: ['company_id', 'id'],
    indexes: [{ columns: ['id'], unique: true }],
  }),
  spec({
    name: 'identity_link',
    byCompany: false,
    columns: [
      company,
      column('provider_id', 'uuid'),
      column('subject', 'text'),
      column('user_id', 'text'),
      column('managed', 'boolean'),
      column('linked_at', 'timestamptz'),
      optional('last_used_at', 'timestamptz'),
    ],
    primaryKey: ['company_id', 'provider_id', 'subject'],
    indexes: [{ columns: ['user_id'] }],
  }),
  spec({
    name: 'api_key',
    byCompany: false,
    columns: [
      company,
      id,
      column('name', 'text'),
      column('hash', 'text'),
      column('user_id', 'text'),
      column('scopes', 'jsonb'),
      column('addresses', 'jsonb', { default: `'[]'` }),
      column('created_at', 'timestamptz'),
      optional('expires_at', 'timestamptz'),
      optional('revoked_at', 'timestamptz'),
      optional('last_used_at', 'timestamptz'),
      optional('last_address', 'text'),
    ],
    primaryKey: ['company_id', 'id'],
    indexes: [{ columns: ['hash'], unique: true }],
  }),
  // Where other systems leave their records, found by the token of its address, and how they become ours.
  spec({
    name: 'inbound_interface',
    byCompany: false,
    columns: [
      company,
      id,
      column('name', 'text'),
      column('hash', 'text'),
      column('type', 'text'),
      column('format', 'text'),
      column('posts', 'boolean'),
      column('enabled', 'boolean'),
      column('sample', 'text'),
      column('mapping', 'jsonb'),
      column('user_id', 'text'),
    ],
    primaryKey: ['company_id', 'id'],
    indexes: [{ columns: ['hash'], unique: true }],
  }),
  // Each record that came in, as it was sent, and what became of it; by what the other system calls it, once.
  spec({
    name: 'inbound_message',
    columns: [
      company,
      id,
      column('interface_id', 'uuid'),
      column('external_id', 'text'),
      column('state', 'text'),
      column('source', 'jsonb'),
      optional('record_id', 'uuid'),
      optional('label', 'text'),
      optional('error', 'jsonb'),
      column('at', 'timestamptz'),
    ],
    primaryKey: ['company_id', 'id'],
    indexes: [{ columns: ['company_id', 'interface_id', 'external_id'], unique: true }],
  }),
]
