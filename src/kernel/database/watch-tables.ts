import { column, company, id, optional, spec } from './system-spec.ts'
import type { TableSpec } from './table-spec.ts'

/** Dashboards, rules that watch figures, and reports that are mailed by themselves. */
export const watchTables: readonly TableSpec[] = [
  // 看板: figures, charts and tables of reports, placed by their owner; others of the named roles see it with their own rights.
  spec({
    name: 'dashboard',
    columns: [
      company,
      id,
      column('name', 'text'),
      column('owner', 'text'),
      column('roles', 'jsonb'),
      column('tiles', 'jsonb'),
      column('version', 'integer'),
    ],
    primaryKey: ['company_id', 'id'],
  }),
  // 预警规则: a threshold on a figure of a report, watched with its owner's rights.
  spec({
    name: 'alert_rule',
    columns: [
      company,
      id,
      column('name', 'text'),
      column('owner', 'text'),
      column('question', 'jsonb'),
      column('measure', 'text'),
      column('figure', 'text'),
      column('comparison', 'text'),
      column('threshold', 'numeric(24,6)'),
      column('enabled', 'boolean'),
      column('tripped', 'boolean', { default: 'false' }),
      optional('value', 'text'),
      optional('error', 'text'),
      optional('checked_at', 'timestamptz'),
      column('next_at', 'timestamptz'),
    ],
    primaryKey: ['company_id', 'id'],
    indexes: [{ columns: ['company_id', 'next_at'], where: 'enabled' }],
  }),
  // 订阅: a report or dashboard that is mailed by a rhythm, with its owner's rights. The link that stops it is kept as a hash.
  spec({
    name: 'subscription',
    columns: [
      company,
      id,
      column('name', 'text'),
      column('owner', 'text'),
      optional('dashboard', 'uuid'),
      optional('question', 'jsonb'),
      column('format', 'text'),
      column('rhythm', 'jsonb'),
      column('address', 'text'),
      column('enabled', 'boolean'),
      column('sent_through', 'date'),
      optional('stop_hash', 'text'),
      optional('stopped_at', 'timestamptz'),
    ],
    primaryKey: ['company_id', 'id'],
    indexes: [{ columns: ['company_id', 'stop_hash'], unique: true, where: 'stop_hash is not null' }],
  }),
  spec({
    name: 'subscription_run',
    columns: [
      company,
      id,
      column('subscription_id', 'uuid'),
      column('due_on', 'date'),
      column('state', 'text'),
      column('attempts', 'integer', { default: '0' }),
      column('next_at', 'timestamptz'),
      column('at', 'timestamptz'),
      optional('sent_at', 'timestamptz'),
      optional('answer', 'text'),
      optional('error', 'text'),
    ],
    primaryKey: ['company_id', 'id'],
    indexes: [
      { columns: ['company_id', 'subscription_id', 'due_on'], unique: true },
      { columns: ['company_id', 'next_at'], where: `state in ('waiting', 'sending')` },
    ],
  }),
]
