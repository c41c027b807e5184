import type { ColumnSpec, TableSpec } from '../../kernel/database/table-spec.ts'

const column = (name: string, type: string): ColumnSpec => ({ name, type, notNull: true })

/** What someone has seen or finished, of a kind: the tour of a page. */
const marks: TableSpec = {
  name: 'help_mark',
  access: 'change',
  byCompany: true,
  columns: [
    column('company_id', 'uuid'),
    column('user_id', 'text'),
    column('kind', 'text'),
    column('name', 'text'),
    column('at', 'timestamptz'),
  ],
  primaryKey: ['company_id', 'user_id', 'kind', 'name'],
  indexes: [],
  foreignKeys: [],
}

const optional = (name: string, type: string): ColumnSpec => ({ name, type })

/** 服务工单: what someone asked or told from a page, with what was known of it there, and the service's clock. */
const tickets: TableSpec = {
  name: 'help_ticket',
  access: 'change',
  byCompany: true,
  columns: [
    column('company_id', 'uuid'),
    column('id', 'uuid'),
    column('number', 'integer'),
    column('kind', 'text'),
    column('urgency', 'text'),
    column('title', 'text'),
    column('text', 'text'),
    column('context', 'jsonb'),
    optional('screenshot', 'text'),
    column('user_id', 'text'),
    column('user_name', 'text'),
    column('state', 'text'),
    column('opened_at', 'timestamptz'),
    column('answer_by', 'timestamptz'),
    column('solve_by', 'timestamptz'),
    optional('answered_at', 'timestamptz'),
    optional('solved_at', 'timestamptz'),
    optional('mailed_to', 'text'),
    optional('mail_error', 'text'),
  ],
  primaryKey: ['company_id', 'id'],
  indexes: [{ columns: ['company_id', 'number'], unique: true }],
  foreignKeys: [],
}

/** What was said on a ticket after it was opened, by its author or by who helps. */
const replies: TableSpec = {
  name: 'help_reply',
  access: 'change',
  byCompany: true,
  columns: [
    column('company_id', 'uuid'),
    column('id', 'uuid'),
    column('ticket', 'uuid'),
    column('user_name', 'text'),
    column('from_desk', 'boolean'),
    column('text', 'text'),
    column('at', 'timestamptz'),
  ],
  primaryKey: ['company_id', 'id'],
  indexes: [{ columns: ['company_id', 'ticket'] }],
  foreignKeys: [{ columns: ['company_id', 'ticket'], table: 'help_ticket', references: ['company_id', 'id'] }],
}

/** Who helps the company: where tickets are mailed, and the adviser whose name and number people see. */
const desks: TableSpec = {
  name: 'help_desk',
  access: 'change',
  byCompany: true,
  columns: [
    column('company_id', 'uuid'),
    column('mail', 'text'),
    column('adviser', 'text'),
    column('phone', 'text'),
    column('bundle', 'boolean'),
  ],
  primaryKey: ['company_id'],
  indexes: [],
  foreignKeys: [],
}

/** What a company is for: practice, a trial with its last day, or work in earnest. */
const uses: TableSpec = {
  name: 'company_use',
  access: 'change',
  byCompany: true,
  columns: [
    column('company_id', 'uuid'),
    column('use', 'text'),
    column('industry', 'text'),
    column('opened_at', 'timestamptz'),
    optional('ends_on', 'date'),
  ],
  primaryKey: ['company_id'],
  indexes: [],
  foreignKeys: [],
}

export const helpTables: readonly TableSpec[] = [marks, tickets, replies, desks, uses]
