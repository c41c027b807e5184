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

export const helpTables: readonly TableSpec[] = [marks]
