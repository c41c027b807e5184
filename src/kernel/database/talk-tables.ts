import { column, company, id, optional, spec } from './system-spec.ts'
import type { TableSpec } from './table-spec.ts'

/** What people say to each other about records, and what they ask each other to do. */
export const talkTables: readonly TableSpec[] = [
  // 评论. One that is taken back keeps its place without its words.
  spec({
    name: 'remark',
    columns: [
      company,
      id,
      column('type', 'text'),
      column('record_id', 'uuid'),
      column('text', 'text'),
      column('user_id', 'text'),
      column('author', 'text'),
      column('at', 'timestamptz'),
      optional('withdrawn_at', 'timestamptz'),
    ],
    primaryKey: ['company_id', 'id'],
    indexes: [{ columns: ['company_id', 'record_id'] }],
  }),
  // 待办, asked of one person, by a day, about a record where it is about one.
  spec({
    name: 'task',
    columns: [
      company,
      id,
      column('title', 'text'),
      optional('due_on', 'date'),
      column('assignee_id', 'text'),
      column('assignee', 'text'),
      column('asked_by_id', 'text'),
      column('asked_by', 'text'),
      optional('subject_type', 'text'),
      optional('subject_id', 'uuid'),
      optional('subject_label', 'text'),
      column('at', 'timestamptz'),
      optional('done_at', 'timestamptz'),
      optional('done_by', 'text'),
      optional('reminded_at', 'timestamptz'),
    ],
    primaryKey: ['company_id', 'id'],
    indexes: [
      { columns: ['company_id', 'assignee_id'], where: 'done_at is null' },
      { columns: ['company_id', 'asked_by_id'] },
      { columns: ['company_id', 'due_on'], where: 'done_at is null and reminded_at is null' },
    ],
  }),
]
