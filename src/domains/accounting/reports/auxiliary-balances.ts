import { choice, ref } from '../../../kernel/definition/field.ts'
import { defineReport } from '../../../kernel/definition/report.ts'
import type { ReportColumn } from '../../../kernel/definition/report.ts'
import { account } from '../../../ledgers/dimensions/account.ts'
import { rangeFields, viewFields } from './book-parameters.ts'
import { dimensionFields } from './detail-ledger.ts'
import { balanceColumns, closingColumns } from './trial-balance.ts'

const dimensionWords = {
  branch: '分支机构',
  party: '往来单位',
  department: '部门',
  employee: '职员',
  project: '项目',
  item: '商品',
  cashAccount: '资金账户',
  auxiliary1: '自定义核算一',
  auxiliary2: '自定义核算二',
} as const

const toLedger = {
  to: 'report',
  report: 'auxiliaryLedger',
  parameters: {
    account: 'account',
    from: 'from',
    to: 'to',
    ...Object.fromEntries(Object.keys(dimensionFields).map((name) => [name, name])),
  },
} as const

const named = (name: string, label: string, english: string, width: number): ReportColumn => ({
  name,
  label,
  english,
  kind: 'text',
  width,
  drill: toLedger,
})

/** 辅助余额表: balances by one dimension or by two at once, over all accounts or one. */
export const auxiliaryBalances = defineReport({
  name: 'auxiliaryBalances',
  label: '辅助余额表',
  english: 'Balances by dimension',
  parameters: {
    by: choice({ label: '辅助核算', english: 'By', options: dimensionWords, initial: 'party' }),
    thenBy: choice({ label: '再按', english: 'Then by', options: dimensionWords }),
    account: ref(account, { label: '科目', help: '空为全部' }),
    ...rangeFields,
    ...viewFields,
  },
  columns: [
    named('key', '辅助核算', 'Dimension', 180),
    { ...named('second', '再按', 'Then by', 160), seldom: true },
    named('code', '科目编码', 'Code', 100),
    named('name', '科目', 'Account', 200),
    ...balanceColumns,
    { name: 'yearDebit', label: '借方', group: '本年累计', kind: 'money', total: true },
    { name: 'yearCredit', label: '贷方', group: '本年累计', kind: 'money', total: true },
    ...closingColumns,
  ],
})
