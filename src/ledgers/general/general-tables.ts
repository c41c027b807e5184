import type { ColumnSpec, TableSpec } from '../../kernel/database/table-spec.ts'

const column = (name: string, type: string, notNull = true, fallback?: string): ColumnSpec => ({
  name,
  type,
  notNull,
  ...(fallback === undefined ? {} : { default: fallback }),
})
const company = column('company_id', 'uuid')

/** Totals of accounts by day or by month, the vouchers of closing apart. */
const totalsTable = (name: string, span: string): TableSpec => ({
  name,
  access: 'change',
  byCompany: true,
  columns: [
    company,
    column('account', 'uuid'),
    column(span, 'date'),
    column('closing', 'boolean'),
    column('debit', 'numeric(20,2)'),
    column('credit', 'numeric(20,2)'),
  ],
  primaryKey: ['company_id', 'account', span, 'closing'],
  indexes: [{ columns: ['company_id', span] }],
  foreignKeys: [],
})

/**
 * Vouchers as the books keep them, all append-only: reviewing and booking are inserted rows, and nothing changes or
 * deletes a booked voucher (财会〔2024〕12号). Draft numbers may move until booking fixes them; totals of days and months are a cache.
 */
export const generalTables: readonly TableSpec[] = [
  {
    name: 'general_voucher',
    access: 'append',
    byCompany: true,
    columns: [
      company,
      column('id', 'uuid'),
      column('posting_id', 'uuid'),
      column('document_type', 'text'),
      column('document_id', 'uuid'),
      column('document_number', 'text'),
      column('kind', 'text'),
      column('word', 'text', true, `'记'`),
      column('period', 'text'),
      column('date', 'date'),
      column('summary', 'text'),
      column('attachments', 'integer', true, '0'),
      column('total', 'numeric(20,2)'),
      column('recorded_at', 'timestamptz'),
      column('actor', 'text'),
      column('withdraws', 'uuid', false),
    ],
    primaryKey: ['company_id', 'id'],
    indexes: [
      { columns: ['company_id', 'posting_id'] },
      { columns: ['company_id', 'document_id'] },
      { columns: ['company_id', 'date', 'id'] },
      { columns: ['company_id', 'withdraws'], unique: true, where: 'withdraws is not null' },
    ],
    foreignKeys: [],
  },
  {
    name: 'voucher_number',
    access: 'change',
    byCompany: true,
    columns: [
      company,
      column('voucher', 'uuid'),
      column('word', 'text'),
      column('period', 'text'),
      column('number', 'integer'),
      // Vouchers that are merged (凭证合并) are parts of one sheet: they share its number.
      column('part', 'integer', true, '0'),
    ],
    primaryKey: ['company_id', 'voucher'],
    indexes: [{ columns: ['company_id', 'period', 'word', 'number', 'part'], unique: true }],
    foreignKeys: [{ columns: ['company_id', 'voucher'], table: 'general_voucher', references: ['company_id', 'id'] }],
  },
  {
    name: 'voucher_review',
    access: 'append',
    byCompany: true,
    columns: [
      company,
      column('id', 'uuid'),
      column('voucher', 'uuid'),
      column('reviewed', 'boolean'),
      // Why it was sent back (退回).
      column('note', 'text', false),
      column('actor', 'text'),
      column('at', 'timestamptz'),
    ],
    primaryKey: ['company_id', 'id'],
    indexes: [{ columns: ['company_id', 'voucher'] }],
    foreignKeys: [{ columns: ['company_id', 'voucher'], table: 'general_voucher', references: ['company_id', 'id'] }],
  },
  {
    // 出纳签字: that the money of a voucher is right, said and taken back by inserted rows.
    name: 'voucher_signature',
    access: 'append',
    byCompany: true,
    columns: [
      company,
      column('id', 'uuid'),
      column('voucher', 'uuid'),
      column('signed', 'boolean'),
      column('actor', 'text'),
      column('at', 'timestamptz'),
    ],
    primaryKey: ['company_id', 'id'],
    indexes: [{ columns: ['company_id', 'voucher'] }],
    foreignKeys: [{ columns: ['company_id', 'voucher'], table: 'general_voucher', references: ['company_id', 'id'] }],
  },
  {
    name: 'voucher_booking',
    access: 'append',
    byCompany: true,
    columns: [
      company,
      column('voucher', 'uuid'),
      column('word', 'text'),
      column('period', 'text'),
      column('number', 'integer'),
      column('part', 'integer', true, '0'),
      column('actor', 'text'),
      column('at', 'timestamptz'),
    ],
    primaryKey: ['company_id', 'voucher'],
    indexes: [{ columns: ['company_id', 'period', 'word', 'number', 'part'], unique: true }],
    foreignKeys: [{ columns: ['company_id', 'voucher'], table: 'general_voucher', references: ['company_id', 'id'] }],
  },
  {
    // What a posting put into the general ledger of its own, beside what sub-ledgers hold: what a reversal turns.
    name: 'general_part',
    access: 'append',
    byCompany: true,
    columns: [
      company,
      column('id', 'uuid'),
      column('posting_id', 'uuid'),
      column('line_id', 'uuid', false),
      column('date', 'date'),
      column('negates', 'uuid', false),
      column('account', 'uuid'),
      column('role', 'text'),
      column('amount', 'numeric(20,2)'),
      column('dimensions', 'jsonb'),
      column('against', 'jsonb'),
      column('within', 'boolean'),
      column('closing', 'boolean', true, 'false'),
      column('summary', 'text', false),
      column('quantity', 'numeric(20,6)', false),
      column('currency', 'text', false),
      column('currency_amount', 'numeric(20,2)', false),
    ],
    primaryKey: ['company_id', 'id'],
    indexes: [
      { columns: ['company_id', 'posting_id'] },
      { columns: ['company_id', 'negates'], where: 'negates is not null' },
    ],
    foreignKeys: [],
  },
  {
    // 重新打开期间: asked for by one person and agreed to by another, where the company wants two.
    name: 'period_reopening',
    access: 'append',
    byCompany: true,
    columns: [
      company,
      column('id', 'uuid'),
      column('period', 'text'),
      column('reason', 'text'),
      column('asked_by', 'text'),
      column('agreed_by', 'text', false),
      column('at', 'timestamptz'),
    ],
    primaryKey: ['company_id', 'id'],
    indexes: [{ columns: ['company_id', 'period'] }],
    foreignKeys: [],
  },
  {
    // 现金流量指定 by hand: what the money against an entry was for, in place of what its account says. No part of the voucher.
    name: 'cash_flow_tag',
    access: 'change',
    byCompany: true,
    columns: [
      company,
      column('entry', 'uuid'),
      column('line', 'text'),
      column('actor', 'text'),
      column('at', 'timestamptz'),
    ],
    primaryKey: ['company_id', 'entry'],
    indexes: [],
    foreignKeys: [{ columns: ['company_id', 'entry'], table: 'general_entry', references: ['company_id', 'id'] }],
  },
  totalsTable('general_day', 'date'),
  // What a whole month adds up to is read in place of its days.
  totalsTable('general_month', 'month'),
]
