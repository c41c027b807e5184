import type { ColumnSpec, TableSpec } from '../../kernel/database/table-spec.ts'

const column = (name: string, type: string): ColumnSpec => ({ name, type, notNull: true })
const optional = (name: string, type: string): ColumnSpec => ({ name, type })

/** Lines of the bank and movements in the books that are the same money (勾对), with how that was found. */
const matches: TableSpec = {
  name: 'bank_match',
  access: 'change',
  byCompany: true,
  columns: [
    column('company_id', 'uuid'),
    column('id', 'uuid'),
    column('cash_account', 'uuid'),
    column('way', 'text'),
    optional('reason', 'text'),
    column('created_at', 'timestamptz'),
    column('created_by', 'text'),
  ],
  primaryKey: ['company_id', 'id'],
  indexes: [{ columns: ['company_id', 'cash_account'] }],
  foreignKeys: [{ columns: ['company_id', 'cash_account'], table: 'cash_account', references: ['company_id', 'id'] }],
}

/**
 * What a match holds, with the amount and day it had: a match in which something was changed or taken back since no longer
 * stands. A movement in the books is a document's line, or the document itself, in one account.
 */
const members: TableSpec = {
  name: 'bank_match_member',
  access: 'change',
  byCompany: true,
  columns: [
    column('company_id', 'uuid'),
    column('match', 'uuid'),
    column('cash_account', 'uuid'),
    column('side', 'text'),
    column('document', 'uuid'),
    column('line', 'uuid'),
    column('date', 'date'),
    column('amount', 'numeric(20,2)'),
  ],
  primaryKey: ['company_id', 'cash_account', 'side', 'document', 'line'],
  indexes: [{ columns: ['company_id', 'match'] }],
  foreignKeys: [{ columns: ['company_id', 'match'], table: 'bank_match', references: ['company_id', 'id'] }],
}

export const bankingTables: readonly TableSpec[] = [matches, members]
