import type { TableSpec } from '../../kernel/database/table-spec.ts'

const column = (name: string, type: string, notNull = true, fallback?: string) => ({
  name,
  type,
  notNull,
  ...(fallback === undefined ? {} : { default: fallback }),
})

/** The caches of the stock ledger: the end of each pool's chain, its state at the ends of months, what is there of each lot. All rebuildable. */
export const stockTables: readonly TableSpec[] = [
  {
    name: 'cost_pool',
    access: 'change',
    byCompany: true,
    columns: [
      column('company_id', 'uuid'),
      column('pool', 'text collate "C"'),
      column('item', 'uuid'),
      column('method', 'text'),
      column('scope_from', 'date', false),
      column('scope_to', 'date', false),
      column('next_sequence', 'integer', true, '1'),
      column('last_date', 'date', false),
      column('quantity', 'numeric(24,6)', true, '0'),
      column('amount', 'numeric(20,2)', true, '0'),
      column('markup', 'numeric(20,2)', true, '0'),
      column('state', 'jsonb', false),
    ],
    primaryKey: ['company_id', 'pool'],
    indexes: [{ columns: ['company_id', 'item'] }],
    foreignKeys: [{ columns: ['company_id', 'item'], table: 'item', references: ['company_id', 'id'] }],
  },
  {
    // The standards of items, by the day from which they hold, as documents set them.
    name: 'standard_price',
    access: 'change',
    byCompany: true,
    columns: [
      column('company_id', 'uuid'),
      column('item', 'uuid'),
      column('date', 'date'),
      column('price', 'numeric(24,6)'),
      column('posting', 'uuid'),
    ],
    primaryKey: ['company_id', 'item', 'date'],
    indexes: [{ columns: ['company_id', 'posting'] }],
    foreignKeys: [{ columns: ['company_id', 'item'], table: 'item', references: ['company_id', 'id'] }],
  },
  {
    // What lists of lots and the choice of the next one to leave ask: never the entries.
    name: 'stock_lot_balance',
    access: 'change',
    byCompany: true,
    columns: [
      column('company_id', 'uuid'),
      column('item', 'uuid'),
      column('warehouse', 'uuid'),
      column('place', 'text'),
      column('lot', 'text'),
      column('quantity', 'numeric(24,6)', true, '0'),
      column('second_quantity', 'numeric(24,6)', true, '0'),
    ],
    primaryKey: ['company_id', 'item', 'warehouse', 'place', 'lot'],
    indexes: [],
    foreignKeys: [{ columns: ['company_id', 'item'], table: 'item', references: ['company_id', 'id'] }],
  },
  {
    // What lies in each bin, by lot where goods have one; of warehouses that keep bins alone.
    name: 'stock_bin_balance',
    access: 'change',
    byCompany: true,
    columns: [
      column('company_id', 'uuid'),
      column('item', 'uuid'),
      column('warehouse', 'uuid'),
      column('place', 'text'),
      column('bin', 'uuid'),
      column('lot', 'text', true, "''"),
      column('quantity', 'numeric(24,6)', true, '0'),
    ],
    primaryKey: ['company_id', 'item', 'warehouse', 'place', 'bin', 'lot'],
    indexes: [{ columns: ['company_id', 'bin'], where: 'quantity <> 0' }],
    foreignKeys: [
      { columns: ['company_id', 'item'], table: 'item', references: ['company_id', 'id'] },
      { columns: ['company_id', 'bin'], table: 'bin', references: ['company_id', 'id'] },
    ],
  },
  {
    // Where every unit with a serial number is, and what moved it last: one row a unit, found by item and number or by number alone.
    name: 'stock_serial',
    access: 'change',
    byCompany: true,
    columns: [
      column('company_id', 'uuid'),
      column('item', 'uuid'),
      column('number', 'text collate "C"'),
      column('warehouse', 'uuid', false),
      column('place', 'text', false),
      column('lot', 'text', false),
      column('entry', 'uuid'),
      column('date', 'date'),
    ],
    primaryKey: ['company_id', 'item', 'number'],
    indexes: [
      { columns: ['company_id', 'number'] },
      { columns: ['company_id', 'warehouse', 'item'], where: 'place is not null' },
    ],
    foreignKeys: [{ columns: ['company_id', 'item'], table: 'item', references: ['company_id', 'id'] }],
  },
  {
    // Which units an entry moved.
    name: 'stock_entry_serial',
    access: 'append',
    byCompany: true,
    columns: [
      column('company_id', 'uuid'),
      column('entry', 'uuid'),
      column('item', 'uuid'),
      column('number', 'text collate "C"'),
    ],
    primaryKey: ['company_id', 'entry', 'number'],
    indexes: [{ columns: ['company_id', 'number'] }],
    foreignKeys: [],
  },
  {
    name: 'cost_snapshot',
    access: 'change',
    byCompany: true,
    columns: [
      column('company_id', 'uuid'),
      column('pool', 'text collate "C"'),
      column('through', 'date'),
      column('method', 'text'),
      column('quantity', 'numeric(24,6)'),
      column('amount', 'numeric(20,2)'),
      column('state', 'jsonb'),
      column('carried', 'boolean', true, 'false'),
    ],
    primaryKey: ['company_id', 'pool', 'through'],
    indexes: [],
    foreignKeys: [],
  },
]
