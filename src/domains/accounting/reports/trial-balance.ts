import { integer } from '../../../kernel/definition/field.ts'
import { defineReport } from '../../../kernel/definition/report.ts'
import type { ReportColumn } from '../../../kernel/definition/report.ts'
import { rangeFields, viewFields } from './book-parameters.ts'

const amount = (name: string, label: string, group: string): ReportColumn => ({
  name,
  label,
  group,
  kind: 'money',
  total: true,
})

const toDetail = {
  to: 'report',
  report: 'detailLedger',
  parameters: { account: 'account', from: 'from', to: 'to', branch: 'branch' },
} as const

/** The columns of accounts that all balances begin with; a click opens the account's detail ledger. */
export const accountColumns: readonly ReportColumn[] = [
  { name: 'code', label: '科目编码', english: 'Code', kind: 'text', width: 100, drill: toDetail },
  { name: 'name', label: '科目名称', english: 'Account', kind: 'text', width: 220, drill: toDetail },
]

/** Opening, movement and closing, each on two sides. */
export const balanceColumns: readonly ReportColumn[] = [
  amount('openingDebit', '借方', '期初余额'),
  amount('openingCredit', '贷方', '期初余额'),
  amount('debit', '借方', '本期发生额'),
  amount('credit', '贷方', '本期发生额'),
]

export const closingColumns: readonly ReportColumn[] = [
  amount('closingDebit', '借方', '期末余额'),
  amount('closingCredit', '贷方', '期末余额'),
]

/** 试算平衡表: every account of one level, and whether the two sides meet. */
export const trialBalance = defineReport({
  name: 'trialBalance',
  label: '试算平衡表',
  parameters: {
    ...rangeFields,
    level: integer({ label: '科目级次', english: 'Level', help: '空为一级科目' }),
    ...viewFields,
  },
  columns: [...accountColumns, ...balanceColumns, ...closingColumns],
})
