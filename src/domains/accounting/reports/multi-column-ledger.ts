import { ref } from '../../../kernel/definition/field.ts'
import { defineReport } from '../../../kernel/definition/report.ts'
import type { ReportColumn } from '../../../kernel/definition/report.ts'
import { account } from '../../../ledgers/dimensions/account.ts'
import { rangeFields, viewFields } from './book-parameters.ts'
import { documentColumn, voucherColumn } from './detail-ledger.ts'

/** The columns before those of the details, which depend on the account. */
export const multiColumnHead: readonly ReportColumn[] = [
  { name: 'date', label: '日期', english: 'Date', kind: 'date', width: 100 },
  voucherColumn,
  { name: 'summary', label: '摘要', english: 'Summary', kind: 'text', width: 220 },
  { ...documentColumn, seldom: true },
  { name: 'debit', label: '借方', english: 'Debit', kind: 'money', turned: 'sum' },
  { name: 'credit', label: '贷方', english: 'Credit', kind: 'money', turned: 'sum' },
  { name: 'side', label: '方向', english: 'Side', kind: 'text', width: 50, turned: 'last' },
  { name: 'balance', label: '余额', english: 'Balance', kind: 'money', turned: 'last' },
]

/** 多栏账: an account line by line, with a column for each of the accounts below it, as 管理费用 or 应交增值税 are kept. */
export const multiColumnLedger = defineReport({
  name: 'multiColumnLedger',
  label: '多栏账',
  english: 'Multi-column ledger',
  layout: 'ledgerBook',
  parameters: {
    account: ref(account, { label: '科目', required: true, help: '选有下级的科目' }),
    ...rangeFields,
    ...viewFields,
  },
  columns: multiColumnHead,
})
