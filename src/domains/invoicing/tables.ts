import type { ColumnSpec, TableSpec } from '../../kernel/database/table-spec.ts'

const column = (name: string, type: string): ColumnSpec => ({ name, type, notNull: true })

/**
 * 电子发票原件: every file that an invoice came in or went out as, by the hash of its content. Rows are only ever added; what lies
 * under a hash cannot change without the archive check finding it.
 */
const invoiceFiles: TableSpec = {
  name: 'invoice_file',
  access: 'append',
  byCompany: true,
  columns: [
    column('company_id', 'uuid'),
    column('id', 'uuid'),
    column('invoice_key', 'text'),
    column('invoice_number', 'text'),
    /** `received` or `issued`. */
    column('direction', 'text'),
    column('type', 'text'),
    column('record_id', 'uuid'),
    column('name', 'text'),
    column('content_type', 'text'),
    column('size', 'bigint'),
    column('sha256', 'text'),
    column('at', 'timestamptz'),
    column('by', 'text'),
  ],
  primaryKey: ['company_id', 'id'],
  indexes: [
    { columns: ['company_id', 'invoice_key', 'sha256'], unique: true },
    { columns: ['company_id', 'record_id'] },
  ],
  foreignKeys: [],
}

export const invoicingTables: readonly TableSpec[] = [invoiceFiles]
