import type { TableSpec } from '../../../kernel/database/table-spec.ts'

const column = (name: string, type: string) => ({ name, type, notNull: true })

/** 交付记录: every sending of an invoice to an address, with what the other side's server said. */
export const sendingTable: TableSpec = {
  name: 'invoice_sending',
  access: 'change',
  byCompany: true,
  columns: [
    column('company_id', 'uuid'),
    column('id', 'uuid'),
    column('invoice', 'uuid'),
    column('address', 'text'),
    column('state', 'text'),
    column('attempts', 'integer'),
    { name: 'answer', type: 'text' },
    { name: 'error', type: 'text' },
    column('at', 'timestamptz'),
    column('by', 'text'),
    { name: 'sent_at', type: 'timestamptz' },
  ],
  primaryKey: ['company_id', 'id'],
  indexes: [{ columns: ['company_id', 'invoice'] }, { columns: ['company_id', 'state'] }],
  foreignKeys: [],
}
