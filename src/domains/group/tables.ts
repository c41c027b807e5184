import type { ColumnSpec, TableSpec } from '../../kernel/database/table-spec.ts'

const column = (name: string, type: string): ColumnSpec => ({ name, type, notNull: true })

/** Which document here goes with which of a sister's: each side keeps its own half, so that no row is of two companies. */
const intercompanyLinks: TableSpec = {
  name: 'intercompany_link',
  access: 'change',
  byCompany: true,
  columns: [
    column('company_id', 'uuid'),
    column('type', 'text'),
    column('document', 'uuid'),
    column('number', 'text'),
    column('other', 'uuid'),
    column('their_type', 'text'),
    column('their_document', 'uuid'),
    column('their_number', 'text'),
    column('made_here', 'boolean'),
    column('at', 'timestamptz'),
  ],
  primaryKey: ['company_id', 'document', 'their_document'],
  indexes: [{ columns: ['company_id', 'their_document'] }],
  foreignKeys: [],
}

/** Lines that go with each other: what the mirrored document grows from follows what the first one grew from. */
const intercompanyLines: TableSpec = {
  name: 'intercompany_line',
  access: 'change',
  byCompany: true,
  columns: [
    column('company_id', 'uuid'),
    column('line', 'uuid'),
    column('document', 'uuid'),
    column('their_line', 'uuid'),
    column('their_document', 'uuid'),
  ],
  primaryKey: ['company_id', 'line', 'their_line'],
  indexes: [{ columns: ['company_id', 'their_line'] }],
  foreignKeys: [],
}

/** Registers of the group that no definition derives. */
export const groupTables: readonly TableSpec[] = [intercompanyLinks, intercompanyLines]
