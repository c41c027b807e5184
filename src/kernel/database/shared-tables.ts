import { column, company, id, optional, spec } from './system-spec.ts'
import type { TableSpec } from './table-spec.ts'

/**
 * Tables without row-level security: people and their keys belong to the installation, jobs are taken by any process,
 * and the search text is read outside the policies (under them no substring search can use its index), only by the
 * query layer, which adds the company itself.
 */
export const sharedTables: readonly TableSpec[] = [
  spec({
    name: 'search_text',
    byCompany: false,
    columns: [
      company,
      column('type', 'text'),
      column('record_id', 'uuid'),
      column('code', 'text collate "C"'),
      column('label', 'text'),
      column('text', 'text'),
    ],
    primaryKey: ['company_id', 'record_id'],
    indexes: [{ columns: ['company_id', 'type', 'code'] }, { columns: ['text gin_trgm_ops'], using: 'gin' }],
  }),
  spec({
    name: 'job',
    byCompany: false,
    columns: [
      company,
      id,
      column('process', 'text'),
      column('parameters', 'jsonb'),
      column('state', 'text', { default: `'waiting'` }),
      column('progress', 'integer', { default: '0' }),
      column('total', 'integer', { default: '0' }),
      optional('note', 'text'),
      optional('result', 'jsonb'),
      optional('error', 'jsonb'),
      column('actor', 'text'),
      column('created_at', 'timestamptz'),
      optional('started_at', 'timestamptz'),
      optional('beat_at', 'timestamptz'),
      optional('ended_at', 'timestamptz'),
      column('cancelled', 'boolean', { default: 'false' }),
    ],
    primaryKey: ['company_id', 'id'],
    indexes: [{ columns: ['state', 'created_at'], where: `state in ('waiting', 'running')` }],
  }),
  spec({
    name: 'company_directory',
    byCompany: false,
    columns: [company, column('code', 'text'), column('name', 'text'), column('zone', 'text')],
    primaryKey: ['company_id'],
    indexes: [{ columns: ['code'], unique: true }],
  }),
  spec({
    name: 'member',
    byCompany: false,
    columns: [
      company,
      column('user_id', 'text'),
      column('role', 'text'),
      column('disabled', 'boolean', { default: 'false' }),
    ],
    primaryKey: ['company_id', 'user_id', 'role'],
    indexes: [{ columns: ['user_id'] }],
  }),
  // Which employee a member is, whose records they are shown beside what their roles say, and in which warehouses.
  spec({
    name: 'member_scope',
    byCompany: false,
    columns: [
      company,
      column('user_id', 'text'),
      optional('employee', 'uuid'),
      optional('people', 'text'),
      column('chosen', 'jsonb', { default: `'{}'` }),
    ],
    primaryKey: ['company_id', 'user_id'],
  }),
  // Who stands in for whom, from day to day, with which of their rights.
  spec({
    name: 'delegation',
    byCompany: false,
    columns: [
      company,
      id,
      column('from_user', 'text'),
      column('to_user', 'text'),
      column('from_date', 'date'),
      column('to_date', 'date'),
      column('rights', 'jsonb'),
      optional('note', 'text'),
      column('created_at', 'timestamptz'),
      column('created_by', 'text'),
      optional('revoked_at', 'timestamptz'),
    ],
    primaryKey: ['company_id', 'id'],
    indexes: [{ columns: ['company_id', 'to_user', 'to_date'] }],
  }),
  // Read with the member who holds it, in the one statement that finds out who calls.
  spec({
    name: 'role',
    byCompany: false,
    columns: [
      company,
      column('name', 'text'),
      column('label', 'text'),
      column('rights', 'jsonb'),
      column('people', 'text', { default: `'all'` }),
    ],
    primaryKey: ['company_id', 'name'],
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
      column('created_at', 'timestamptz'),
      optional('expires_at', 'timestamptz'),
      optional('revoked_at', 'timestamptz'),
    ],
    primaryKey: ['company_id', 'id'],
    indexes: [{ columns: ['hash'], unique: true }],
  }),
  // Found by its token before anyone knows which company it is of.
  spec({
    name: 'public_link',
    byCompany: false,
    columns: [
      company,
      id,
      column('purpose', 'text'),
      column('record_id', 'uuid'),
      column('hash', 'text'),
      column('parameters', 'jsonb'),
      column('created_at', 'timestamptz'),
      column('created_by', 'text'),
      column('expires_at', 'timestamptz'),
      optional('revoked_at', 'timestamptz'),
      optional('opened_at', 'timestamptz'),
    ],
    primaryKey: ['company_id', 'id'],
    indexes: [{ columns: ['hash'], unique: true }, { columns: ['company_id', 'record_id'] }],
  }),
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
  // How the whole installation is backed up; its passphrase is sealed.
  spec({
    name: 'backup_setting',
    byCompany: false,
    columns: [
      column('name', 'text'),
      column('settings', 'jsonb'),
      optional('passphrase', 'text'),
      column('updated_at', 'timestamptz'),
      column('updated_by', 'text'),
    ],
    primaryKey: ['name'],
  }),
  // Each backup and each drill of bringing one back; of a day there is one that did not fail, whichever process was first.
  spec({
    name: 'backup_run',
    byCompany: false,
    columns: [
      id,
      column('kind', 'text'),
      column('reason', 'text'),
      optional('due_on', 'date'),
      column('state', 'text'),
      column('actor', 'text'),
      column('created_at', 'timestamptz'),
      optional('beat_at', 'timestamptz'),
      optional('ended_at', 'timestamptz'),
      optional('file', 'text'),
      optional('size', 'bigint'),
      optional('outcome', 'jsonb'),
      optional('error', 'text'),
    ],
    primaryKey: ['id'],
    indexes: [
      { columns: ['kind', 'due_on'], unique: true, where: `due_on is not null and state <> 'failed'` },
      { columns: ['created_at'] },
    ],
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
]
