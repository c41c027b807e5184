import { integer } from '../../../kernel/definition/field.ts'
import { defineReport } from '../../../kernel/definition/report.ts'
import { rangeFields, viewFields } from './book-parameters.ts'
import { accountColumns } from './trial-balance.ts'

/** 凭证汇总表 (科目汇总表): what the vouchers of a range put on each account. */
export const voucherSummary = defineReport({
  name: 'voucherSummary',
  label: '凭证汇总表',
  english: 'Voucher summary',
  parameters: {
    ...rangeFields,
    level: integer({ label: '科目级次', english: 'Level', help: '空为一级科目' }),
    ...viewFields,
  },
  columns: [
    ...accountColumns,
    { name: 'debit', label: '借方发生额', english: 'Debit', kind: 'money', total: true },
    { name: 'credit', label: '贷方发生额', english: 'Credit', kind: 'money', total: true },
  ],
})

/** 凭证断号检查: gaps, doubles and numbers against the order of dates (断号, 重号, 日期逆序). */
export const voucherNumberCheck = defineReport({
  name: 'voucherNumberCheck',
  label: '凭证断号检查',
  english: 'Voucher number check',
  parameters: rangeFields,
  columns: [
    { name: 'period', label: '期间', english: 'Period', kind: 'month', width: 90 },
    { name: 'problem', label: '问题', english: 'Problem', kind: 'text', width: 100 },
    {
      name: 'number',
      label: '凭证号',
      english: 'Voucher',
      kind: 'text',
      width: 100,
      drill: { to: 'report', report: 'voucherLines', parameters: { voucher: 'voucher' } },
    },
    { name: 'detail', label: '说明', english: 'What', kind: 'text', width: 360 },
  ],
})
