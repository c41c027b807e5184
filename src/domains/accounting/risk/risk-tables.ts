import type { TableSpec } from '../../../kernel/database/table-spec.ts'

const column = (name: string, type: string) => ({ name, type, notNull: true })
const optional = (name: string, type: string) => ({ name, type })

/** 风控发现: what the rules found and is not mended, and what someone looked at and let be, with their note. */
export const riskTables: readonly TableSpec[] = [
  {
    name: 'risk_finding',
    access: 'change',
    byCompany: true,
    columns: [
      column('company_id', 'uuid'),
      column('key', 'text'),
      column('kind', 'text'),
      column('found_at', 'timestamptz'),
      optional('date', 'date'),
      optional('document_type', 'text'),
      optional('document_id', 'uuid'),
      optional('number', 'text'),
      optional('amount', 'numeric(20,2)'),
      column('reason', 'text'),
      optional('dismissed_at', 'timestamptz'),
      optional('dismissed_by', 'text'),
      optional('note', 'text'),
    ],
    primaryKey: ['company_id', 'key'],
    indexes: [{ columns: ['company_id', 'kind'] }],
    foreignKeys: [],
  },
]
