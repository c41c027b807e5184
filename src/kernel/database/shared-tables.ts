import { backupTables } from './backup-tables.ts'
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
    columns: [
      company,
      column('code', 'text'),
      column('name', 'text'),
      column('zone', 'text'),
      // Areas of the product that the company does not use now.
      column('modules_off', 'jsonb', { default: `'[]'` }),
    ],
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
  ...backupTables,
]
