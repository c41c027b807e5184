import type { ColumnSpec, TableSpec } from './table-spec.ts'

const column = (name: string, type: string, more: Partial<ColumnSpec> = {}): ColumnSpec => ({
  name,
  type,
  notNull: true,
  ...more,
})
const optional = (name: string, type: string) => column(name, type, { notNull: false })
const company = column('company_id', 'uuid')
const id = column('id', 'uuid')

const spec = (table: Pick<TableSpec, 'name' | 'columns' | 'primaryKey'> & Partial<TableSpec>): TableSpec => ({
  indexes: [],
  foreignKeys: [],
  access: 'change',
  byCompany: true,
  ...table,
})

/** Postings, links, flows, numbering, audit: what the machine itself keeps for every company. */
const documentTables: readonly TableSpec[] = [
  spec({
    name: 'posting',
    access: 'append',
    columns: [
      company,
      id,
      column('document_type', 'text'),
      column('document_id', 'uuid'),
      column('document_number', 'text'),
      column('action', 'text'),
      column('date', 'date'),
      column('recorded_at', 'timestamptz'),
      column('actor', 'text'),
      optional('withdraws', 'uuid'),
    ],
    primaryKey: ['company_id', 'id'],
    indexes: [
      { columns: ['company_id', 'document_id'] },
      { columns: ['company_id', 'withdraws'], unique: true, where: 'withdraws is not null' },
    ],
  }),
  spec({
    name: 'document_link',
    columns: [
      company,
      column('source_type', 'text'),
      column('source_id', 'uuid'),
      column('target_type', 'text'),
      column('target_id', 'uuid'),
      column('relation', 'text'),
    ],
    primaryKey: ['company_id', 'source_id', 'target_id', 'relation'],
    indexes: [{ columns: ['company_id', 'target_id'] }],
  }),
  spec({
    name: 'flow_entry',
    access: 'append',
    columns: [
      company,
      id,
      column('posting_id', 'uuid'),
      column('pool', 'text'),
      column('source_type', 'text'),
      column('source_document', 'uuid'),
      column('source_line', 'uuid'),
      column('target_type', 'text'),
      column('target_document', 'uuid'),
      column('target_line', 'uuid'),
      column('quantity', 'numeric(24,6)'),
      column('amount', 'numeric(20,2)'),
      column('part', 'numeric(20,2)'),
    ],
    primaryKey: ['company_id', 'id'],
    indexes: [{ columns: ['company_id', 'source_line'] }, { columns: ['company_id', 'target_document'] }],
  }),
  spec({
    name: 'flow_open',
    columns: [
      company,
      column('pool', 'text'),
      column('source_line', 'uuid'),
      column('source_type', 'text'),
      column('source_document', 'uuid'),
      column('counts', 'boolean', { default: 'true' }),
      column('whole', 'numeric(24,6)'),
      column('whole_amount', 'numeric(20,2)'),
      column('whole_part', 'numeric(20,2)'),
      column('drawn', 'numeric(24,6)', { default: '0' }),
      column('drawn_amount', 'numeric(20,2)', { default: '0' }),
      column('drawn_part', 'numeric(20,2)', { default: '0' }),
    ],
    primaryKey: ['company_id', 'pool', 'source_line'],
    indexes: [
      { columns: ['company_id', 'source_document'] },
      { columns: ['company_id', 'pool', 'source_type'], where: 'drawn < whole' },
    ],
  }),
  // Replaced with every change to an entity's records: what was read of it under another stamp is not trusted any more.
  spec({
    name: 'entity_stamp',
    columns: [company, column('entity', 'text'), column('stamp', 'uuid')],
    primaryKey: ['company_id', 'entity'],
  }),
  // Who has to approve a document, why, and what they said. Earlier submissions stay, no longer current.
  spec({
    name: 'approval_step',
    columns: [
      company,
      id,
      column('document_type', 'text'),
      column('document_id', 'uuid'),
      column('document_number', 'text'),
      column('rule_id', 'uuid'),
      column('step', 'integer'),
      optional('role', 'text'),
      optional('user_name', 'text'),
      column('approver', 'text'),
      column('four_eyes', 'boolean'),
      column('reasons', 'jsonb'),
      column('facts', 'jsonb'),
      column('state', 'text'),
      column('is_current', 'boolean'),
      column('submitted_by', 'text'),
      column('submitted_by_id', 'text'),
      column('submitted_at', 'timestamptz'),
      optional('decided_by', 'text'),
      optional('decided_at', 'timestamptz'),
      optional('note', 'text'),
    ],
    primaryKey: ['company_id', 'id'],
    indexes: [{ columns: ['company_id', 'document_id'] }, { columns: ['company_id', 'state'], where: 'is_current' }],
  }),
  spec({
    name: 'number_series',
    columns: [company, column('series', 'text'), column('last', 'bigint')],
    primaryKey: ['company_id', 'series'],
  }),
  spec({
    name: 'idempotency',
    columns: [
      company,
      column('key', 'text'),
      column('actor', 'text'),
      column('request_hash', 'text'),
      optional('status', 'integer'),
      optional('answer', 'jsonb'),
      column('created_at', 'timestamptz'),
    ],
    primaryKey: ['company_id', 'actor', 'key'],
    indexes: [{ columns: ['company_id', 'created_at'] }],
  }),
]

const trustTables: readonly TableSpec[] = [
  spec({
    name: 'audit',
    access: 'append',
    columns: [
      company,
      id,
      column('at', 'timestamptz'),
      column('actor', 'text'),
      column('action', 'text'),
      column('type', 'text'),
      column('record_id', 'uuid'),
      column('label', 'text'),
      optional('before', 'jsonb'),
      optional('after', 'jsonb'),
    ],
    primaryKey: ['company_id', 'id'],
    indexes: [{ columns: ['company_id', 'record_id'] }, { columns: ['company_id', 'at'] }],
  }),
  spec({
    name: 'audit_chain',
    access: 'append',
    columns: [
      company,
      column('position', 'bigint'),
      column('audit_id', 'uuid'),
      column('previous_hash', 'text'),
      column('hash', 'text'),
    ],
    primaryKey: ['company_id', 'position'],
    indexes: [{ columns: ['company_id', 'audit_id'], unique: true }],
  }),
  // What is left to do after a commit: chain the audit, number the vouchers, fold the day totals, tell the listeners.
  spec({
    name: 'follow_up',
    columns: [company, id, column('kind', 'text'), column('subject', 'uuid'), column('at', 'timestamptz')],
    primaryKey: ['company_id', 'id'],
    indexes: [{ columns: ['company_id', 'kind', 'id'] }],
  }),
  spec({
    name: 'attachment',
    columns: [
      company,
      id,
      column('type', 'text'),
      column('record_id', 'uuid'),
      column('name', 'text'),
      column('content_type', 'text'),
      column('size', 'bigint'),
      column('sha256', 'text'),
      column('created_at', 'timestamptz'),
      column('created_by', 'text'),
    ],
    primaryKey: ['company_id', 'id'],
    indexes: [{ columns: ['company_id', 'record_id'] }],
  }),
  // A file as it was uploaded; its content lies in the data folder under its hash.
  spec({
    name: 'stored_file',
    columns: [
      company,
      id,
      column('name', 'text'),
      column('content_type', 'text'),
      column('size', 'bigint'),
      column('sha256', 'text'),
      column('created_at', 'timestamptz'),
      column('created_by', 'text'),
    ],
    primaryKey: ['company_id', 'id'],
    indexes: [{ columns: ['company_id', 'sha256'] }],
  }),
  // What an import created, so that it can be taken back as a whole.
  spec({
    name: 'import_batch',
    columns: [
      company,
      id,
      column('type', 'text'),
      column('file_name', 'text'),
      column('records', 'jsonb'),
      column('created_at', 'timestamptz'),
      column('created_by', 'text'),
      optional('undone_at', 'timestamptz'),
    ],
    primaryKey: ['company_id', 'id'],
    indexes: [{ columns: ['company_id', 'created_at'] }],
  }),
  spec({
    name: 'custom_field',
    columns: [
      company,
      id,
      column('type', 'text'),
      column('part', 'text'),
      column('name', 'text'),
      column('definition', 'jsonb'),
      column('created_at', 'timestamptz'),
    ],
    primaryKey: ['company_id', 'id'],
    indexes: [{ columns: ['company_id', 'type', 'part', 'name'], unique: true }],
  }),
  // How often a document was printed, and by whom last.
  spec({
    name: 'document_print',
    columns: [
      company,
      column('document_id', 'uuid'),
      column('times', 'integer'),
      column('last_at', 'timestamptz'),
      column('last_by', 'text'),
    ],
    primaryKey: ['company_id', 'document_id'],
  }),
  // What the product has to tell someone: one row a person, so that each reads their own.
  spec({
    name: 'notice',
    columns: [
      company,
      id,
      column('user_id', 'text'),
      column('key', 'text'),
      optional('subject_type', 'text'),
      optional('subject_id', 'uuid'),
      column('zh', 'text'),
      column('en', 'text'),
      column('at', 'timestamptz'),
      optional('read_at', 'timestamptz'),
    ],
    primaryKey: ['company_id', 'id'],
    indexes: [
      { columns: ['company_id', 'user_id', 'id'] },
      { columns: ['company_id', 'user_id'], where: 'read_at is null' },
      { columns: ['company_id', 'key', 'user_id'], unique: true },
    ],
  }),
  // The days for which a scheduled process was started; the row is what keeps a second one from starting it too.
  spec({
    name: 'schedule_run',
    columns: [
      company,
      column('process', 'text'),
      column('due_on', 'date'),
      column('job_id', 'uuid'),
      column('at', 'timestamptz'),
    ],
    primaryKey: ['company_id', 'process', 'due_on'],
  }),
  spec({
    name: 'saved_view',
    columns: [
      company,
      id,
      column('type', 'text'),
      column('name', 'text'),
      column('owner', 'text'),
      column('shared', 'boolean'),
      column('definition', 'jsonb'),
    ],
    primaryKey: ['company_id', 'id'],
    indexes: [{ columns: ['company_id', 'type'] }],
  }),
]

/**
 * Tables without row-level security: people and their keys belong to the installation, jobs are taken by any process,
 * and the search text is read outside the policies (under them no substring search can use its index), only by the
 * query layer, which adds the company itself.
 */
const sharedTables: readonly TableSpec[] = [
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
  // Read with the member who holds it, in the one statement that finds out who calls.
  spec({
    name: 'role',
    byCompany: false,
    columns: [company, column('name', 'text'), column('label', 'text'), column('rights', 'jsonb')],
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

/** The tables that are the machine's own and follow from no definition. */
export const systemTables: readonly TableSpec[] = [...documentTables, ...trustTables, ...sharedTables]
