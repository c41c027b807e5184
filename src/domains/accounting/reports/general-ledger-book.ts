import { integer, ref } from '../../../kernel/definition/field.ts'
import { defineReport } from '../../../kernel/definition/report.ts'
import { account } from '../../../ledgers/dimensions/account.ts'
import { rangeFields, viewFields } from './book-parameters.ts'
import { accountColumns } from './trial-balance.ts'

/** 总账: account by account, month by month. */
export const generalLedgerBook = defineReport({
  name: 'generalLedgerBook',
  label: '总账',
  english: 'General ledger',
  layout: 'ledgerBook',
  parameters: {
    account: ref(account, { label: '科目', help: '空为全部' }),
    level: integer({ label: '科目级次', english: 'Level', help: '空为一级科目' }),
    ...rangeFields,
    ...viewFields,
  },
  columns: [
    ...accountColumns,
    { name: 'month', label: '期间', english: 'Month', kind: 'month', width: 90 },
    { name: 'summary', label: '摘要', english: 'Summary', kind: 'text', width: 120 },
    { name: 'debit', label: '借方', english: 'Debit', kind: 'money' },
    { name: 'credit', label: '贷方', english: 'Credit', kind: 'money' },
    { name: 'side', label: '方向', english: 'Side', kind: 'text', width: 50 },
    { name: 'balance', label: '余额', english: 'Balance', kind: 'money' },
  ],
})
