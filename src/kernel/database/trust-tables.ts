import { column, company, id, optional, spec } from './system-spec.ts'
import type { TableSpec } from './table-spec.ts'

/** Trail, files, jobs, notices: what the machine keeps so that people can rely on it. */
export const trustTables: readonly TableSpec[] = [
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
  // An import, so that it can be taken back as a whole, and goes on where it was when the program ended in the middle.
  spec({
    name: 'import_batch',
    columns: [
      company,
      id,
      column('type', 'text'),
      column('file_name', 'text'),
      column('created', 'integer', { default: '0' }),
      column('updated', 'integer', { default: '0' }),
      column('parts', 'integer', { default: '0' }),
      column('finished', 'boolean', { default: 'true' }),
      column('created_at', 'timestamptz'),
      column('created_by', 'text'),
      optional('undone_at', 'timestamptz'),
    ],
    primaryKey: ['company_id', 'id'],
    indexes: [{ columns: ['company_id', 'created_at'] }],
  }),
  // What each step of an import wrote: type, id and version of every record, and what those that it changed were before.
  spec({
    name: 'import_part',
    columns: [company, column('batch', 'uuid'), column('part', 'integer'), column('records', 'jsonb')],
    primaryKey: ['company_id', 'batch', 'part'],
  }),
  // What people said of files: where columns of a head go, and what words mean, by type and key.
  spec({
    name: 'import_memory',
    columns: [
      company,
      column('type', 'text'),
      column('key', 'text'),
      column('content', 'jsonb'),
      column('updated_at', 'timestamptz'),
      column('updated_by', 'text'),
    ],
    primaryKey: ['company_id', 'type', 'key'],
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
  // Every printing: of what, by whom, by which template, in which form.
  spec({
    name: 'print_log',
    access: 'append',
    columns: [
      company,
      id,
      column('record_type', 'text'),
      column('record_id', 'uuid'),
      column('at', 'timestamptz'),
      column('actor', 'text'),
      column('template', 'text'),
      column('form', 'text'),
    ],
    primaryKey: ['company_id', 'id'],
    indexes: [{ columns: ['company_id', 'record_id', 'at'] }],
  }),
  // What waits for a printer, taken by the agent beside it; the content is base64, and gone once it is printed.
  spec({
    name: 'print_job',
    columns: [
      company,
      id,
      column('printer', 'text'),
      column('title', 'text'),
      column('content', 'text'),
      column('state', 'text'),
      column('attempts', 'integer', { default: '0' }),
      column('created_at', 'timestamptz'),
      column('created_by', 'text'),
      optional('taken_at', 'timestamptz'),
      optional('done_at', 'timestamptz'),
      optional('error', 'text'),
    ],
    primaryKey: ['company_id', 'id'],
    indexes: [{ columns: ['company_id', 'printer', 'id'], where: `state in ('waiting', 'taken')` }],
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
