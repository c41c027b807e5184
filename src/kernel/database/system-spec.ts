import type { ColumnSpec, TableSpec } from './table-spec.ts'

/** A column of the machine's own tables; not null unless told. */
export const column = (name: string, type: string, more: Partial<ColumnSpec> = {}): ColumnSpec => ({
  name,
  type,
  notNull: true,
  ...more,
})
export const optional = (name: string, type: string) => column(name, type, { notNull: false })
export const company = column('company_id', 'uuid')
export const id = column('id', 'uuid')

/** A table of a company's rows that may change, unless told. */
export const spec = (table: Pick<TableSpec, 'name' | 'columns' | 'primaryKey'> & Partial<TableSpec>): TableSpec => ({
  indexes: [],
  foreignKeys: [],
  access: 'change',
  byCompany: true,
  ...table,
})
