import type { ColumnSpec, TableSpec } from '../../kernel/database/table-spec.ts'

const column = (name: string, type: string): ColumnSpec => ({ name, type, notNull: true })
const optional = (name: string, type: string): ColumnSpec => ({ name, type })

/** Every scan and typed figure of the counts under way, as it came in; the sheet gets what they come to when compared. */
const countEntries: TableSpec = {
  name: 'count_entry',
  access: 'change',
  byCompany: true,
  columns: [
    column('company_id', 'uuid'),
    column('id', 'uuid'),
    column('count_id', 'uuid'),
    column('round', 'integer'),
    column('item', 'uuid'),
    optional('lot', 'text'),
    optional('bin', 'uuid'),
    column('kind', 'text'),
    column('quantity', 'numeric(24,6)'),
    column('user_id', 'text'),
    column('user_name', 'text'),
    column('scanned_at', 'timestamptz'),
    column('recorded_at', 'timestamptz'),
    optional('undone_at', 'timestamptz'),
  ],
  primaryKey: ['company_id', 'id'],
  indexes: [{ columns: ['company_id', 'count_id'] }],
  foreignKeys: [{ columns: ['company_id', 'item'], table: 'item', references: ['company_id', 'id'] }],
}

/** What is wrong with the stock now: a cache that may be thrown away, but for since when it is and who set it aside. */
const stockAlerts: TableSpec = {
  name: 'stock_alert',
  access: 'change',
  byCompany: true,
  columns: [
    column('company_id', 'uuid'),
    column('key', 'text'),
    column('id', 'uuid'),
    column('kind', 'text'),
    column('item', 'uuid'),
    optional('warehouse', 'uuid'),
    optional('lot', 'text'),
    column('quantity', 'numeric(24,6)'),
    column('threshold', 'text'),
    column('since', 'timestamptz'),
    optional('aside_until', 'date'),
    optional('aside_note', 'text'),
    optional('aside_by', 'text'),
  ],
  primaryKey: ['company_id', 'key'],
  indexes: [{ columns: ['company_id', 'item'] }],
  foreignKeys: [{ columns: ['company_id', 'item'], table: 'item', references: ['company_id', 'id'] }],
}

/** Registers of the inventory that no definition derives. */
export const inventoryTables: readonly TableSpec[] = [countEntries, stockAlerts]
