import type { TableSpec } from '../../kernel/database/table-spec.ts'

const column = (name: string, type: string, notNull = true, fallback?: string) => ({
  name,
  type,
  notNull,
  ...(fallback === undefined ? {} : { default: fallback }),
})

/** What is left of each open item: a cache of the party ledger, locked when an item is settled, rebuildable. */
export const partyTables: readonly TableSpec[] = [
  {
    name: 'party_item',
    access: 'change',
    byCompany: true,
    columns: [
      column('company_id', 'uuid'),
      column('id', 'uuid'),
      column('party', 'uuid'),
      column('branch', 'uuid', false),
      column('kind', 'text'),
      column('document_type', 'text'),
      column('document_id', 'uuid'),
      column('document_number', 'text'),
      column('line_id', 'uuid', false),
      column('date', 'date'),
      // The day of its last entry, or a later one: on that day and after it stands as it is.
      column('moved_on', 'date'),
      column('due_on', 'date', false),
      column('currency', 'text'),
      column('amount', 'numeric(20,2)'),
      column('open', 'numeric(20,2)'),
      column('open_book', 'numeric(20,2)'),
    ],
    primaryKey: ['company_id', 'id'],
    indexes: [
      { columns: ['company_id', 'party', 'kind'], where: 'open <> 0' },
      { columns: ['company_id', 'document_id'] },
      { columns: ['company_id', 'line_id'], where: 'line_id is not null' },
    ],
    foreignKeys: [{ columns: ['company_id', 'party'], table: 'party', references: ['company_id', 'id'] }],
  },
]
