import { ref, text } from '../../../kernel/definition/field.ts'
import { defineReport } from '../../../kernel/definition/report.ts'
import type { ColumnKind, ReportColumn } from '../../../kernel/definition/report.ts'
import { account } from '../../../ledgers/dimensions/account.ts'
import { rangeFields, viewFields } from './book-parameters.ts'
import { dimensionFields, documentColumn, voucherColumn } from './detail-ledger.ts'

const head: readonly ReportColumn[] = [
  { name: 'date', label: '日期', english: 'Date', kind: 'date', width: 100 },
  voucherColumn,
  { name: 'summary', label: '摘要', english: 'Summary', kind: 'text', width: 220 },
  { ...documentColumn, seldom: true },
]

const group = (
  prefix: string,
  label: string,
  columns: readonly (readonly [name: string, label: string, english: string, kind: ColumnKind])[],
): ReportColumn[] =>
  columns.map(([name, own, english, kind]) => ({
    name: `${prefix}${name}`,
    label: own,
    english,
    group: label,
    kind,
    turned: prefix === 'left' ? 'last' : 'sum',
  }))

const counted = [
  ['Quantity', '数量', 'Quantity', 'quantity'],
  ['Price', '单价', 'Price', 'price'],
  ['Amount', '金额', 'Amount', 'money'],
] as const

/** 数量金额账: an account that counts quantities, with quantity, price and amount in, out and left. */
export const quantityLedger = defineReport({
  name: 'quantityLedger',
  label: '数量金额账',
  english: 'Quantity ledger',
  layout: 'ledgerBook',
  parameters: {
    account: ref(account, { label: '科目', required: true, help: '数量核算的科目' }),
    ...dimensionFields,
    ...rangeFields,
    ...viewFields,
  },
  columns: [
    ...head,
    ...group('in', '借方', counted),
    ...group('out', '贷方', counted),
    { name: 'side', label: '方向', english: 'Side', kind: 'text', width: 50, turned: 'last' },
    ...group('left', '余额', counted),
  ],
})

const exchanged = [
  ['Currency', '原币', 'Currency', 'money'],
  ['Amount', '本位币', 'Book amount', 'money'],
] as const

/** 外币账: an account in a foreign currency, with the amounts in it beside those of the books. */
export const currencyLedger = defineReport({
  name: 'currencyLedger',
  label: '外币账',
  english: 'Foreign currency ledger',
  layout: 'ledgerBook',
  parameters: {
    account: ref(account, { label: '科目', required: true }),
    currency: text({ label: '币种', maxLength: 3, required: true, help: '如 USD' }),
    ...dimensionFields,
    ...rangeFields,
    ...viewFields,
  },
  columns: [
    ...head,
    ...group('in', '借方', exchanged),
    ...group('out', '贷方', exchanged),
    { name: 'side', label: '方向', english: 'Side', kind: 'text', width: 50, turned: 'last' },
    ...group('left', '余额', exchanged),
  ],
})
