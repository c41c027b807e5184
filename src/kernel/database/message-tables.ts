import { column, company, id, optional, spec } from './system-spec.ts'
import type { TableSpec } from './table-spec.ts'

/** Channels, choices and deliveries of messages to people and of changes to other systems. */
export const messageTables: readonly TableSpec[] = [
  // How a company reaches people beside the product: the mail server, the gateway, the robot. Secrets never leave the server.
  spec({
    name: 'message_channel',
    columns: [
      company,
      column('name', 'text'),
      column('enabled', 'boolean'),
      column('settings', 'jsonb'),
      column('updated_at', 'timestamptz'),
      column('updated_by', 'text'),
    ],
    primaryKey: ['company_id', 'name'],
  }),
  // Which kinds of notices someone wants by which channel; `muted` is none in the product either.
  spec({
    name: 'notice_choice',
    columns: [company, column('user_id', 'text'), column('kind', 'text'), column('channel', 'text')],
    primaryKey: ['company_id', 'user_id', 'kind', 'channel'],
  }),
  spec({
    name: 'notice_address',
    columns: [company, column('user_id', 'text'), column('channel', 'text'), column('address', 'text')],
    primaryKey: ['company_id', 'user_id', 'channel'],
  }),
  // Every message that goes out, with what became of it.
  spec({
    name: 'notice_delivery',
    columns: [
      company,
      id,
      column('user_id', 'text'),
      column('kind', 'text'),
      column('channel', 'text'),
      optional('address', 'text'),
      column('text', 'text'),
      column('state', 'text'),
      column('attempts', 'integer', { default: '0' }),
      column('next_at', 'timestamptz'),
      optional('sent_at', 'timestamptz'),
      optional('answer', 'text'),
      optional('error', 'text'),
      column('at', 'timestamptz'),
    ],
    primaryKey: ['company_id', 'id'],
    indexes: [
      { columns: ['company_id', 'at'] },
      { columns: ['company_id', 'next_at'], where: `state in ('waiting', 'sending')` },
    ],
  }),
  // Addresses of other systems that are told of changes, with whose rights, and the secret that messages are signed by.
  spec({
    name: 'webhook',
    columns: [
      company,
      id,
      column('name', 'text'),
      column('url', 'text'),
      column('events', 'jsonb'),
      column('secret', 'text'),
      column('enabled', 'boolean'),
      column('user_id', 'text'),
      column('created_at', 'timestamptz'),
      optional('failing_since', 'timestamptz'),
      optional('stopped_because', 'text'),
    ],
    primaryKey: ['company_id', 'id'],
  }),
  // Each change that a webhook is to be told of; its body is written at the first try and stays the same for all of them.
  spec({
    name: 'webhook_delivery',
    columns: [
      company,
      id,
      column('webhook_id', 'uuid'),
      column('audit_id', 'uuid'),
      column('event', 'text'),
      column('label', 'text'),
      column('state', 'text'),
      column('attempts', 'integer', { default: '0' }),
      column('next_at', 'timestamptz'),
      column('at', 'timestamptz'),
      optional('body', 'text'),
      optional('sent_at', 'timestamptz'),
      optional('status', 'integer'),
      optional('answer', 'text'),
      optional('error', 'text'),
    ],
    primaryKey: ['company_id', 'id'],
    indexes: [
      { columns: ['company_id', 'webhook_id', 'at'] },
      { columns: ['company_id', 'next_at'], where: `state in ('waiting', 'sending')` },
    ],
  }),
]
