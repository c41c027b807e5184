import { messageTables } from './message-tables.ts'
import { sharedTables } from './shared-tables.ts'
import { signInTables } from './sign-in-tables.ts'
import { column, company, id, optional, spec } from './system-spec.ts'
import { talkTables } from './talk-tables.ts'
import type { TableSpec } from './table-spec.ts'
import { trustTables } from './trust-tables.ts'
import { watchTables } from './watch-tables.ts'

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
    // By the line first: lines are looked for in all pools, and new ones go in beside each other.
    primaryKey: ['company_id', 'source_line', 'pool'],
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
      // Of a drawn flow: its version, the group of which one approval is enough, the time there is and who is asked after it.
      optional('flow_id', 'uuid'),
      optional('any_of', 'uuid'),
      optional('hours', 'integer'),
      optional('due_at', 'timestamptz'),
      optional('escalate_role', 'text'),
      optional('escalate_user', 'text'),
      optional('escalated_at', 'timestamptz'),
      // Who asked for this approval besides, or handed it on.
      optional('added_by', 'text'),
    ],
    primaryKey: ['company_id', 'id'],
    indexes: [
      { columns: ['company_id', 'document_id'] },
      { columns: ['company_id', 'state'], where: 'is_current' },
      { columns: ['company_id', 'due_at'], where: `is_current and state = 'waiting' and due_at is not null` },
    ],
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

/** The tables that are the machine's own and follow from no definition. */
export const systemTables: readonly TableSpec[] = [
  ...documentTables,
  ...trustTables,
  ...messageTables,
  ...talkTables,
  ...watchTables,
  ...sharedTables,
  ...signInTables,
]
