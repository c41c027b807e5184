import { column, id, optional, spec } from './system-spec.ts'
import type { TableSpec } from './table-spec.ts'

/** Backups are of the whole installation, and belong to no company. */
export const backupTables: readonly TableSpec[] = [
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
]
