import { boolean, choice, integer, ref } from '../../../kernel/definition/field.ts'
import { defineReport } from '../../../kernel/definition/report.ts'
import { account } from '../../../ledgers/dimensions/account.ts'
import { rangeFields, viewFields } from './book-parameters.ts'
import { accountColumns, balanceColumns, closingColumns } from './trial-balance.ts'

/** 科目余额表: accounts of all levels, with what they are told apart by. */
export const accountBalances = defineReport({
  name: 'accountBalances',
  label: '科目余额表',
  parameters: {
    ...rangeFields,
    account: ref(account, { label: '科目', help: '空为全部' }),
    level: integer({ label: '显示到第几级', english: 'Levels', help: '空为全部' }),
    by: choice({
      label: '辅助核算',
      english: 'Told apart by',
      options: {
        branch: '分支机构',
        party: '往来单位',
        department: '部门',
        employee: '职员',
        project: '项目',
        item: '商品',
        cashAccount: '资金账户',
        auxiliary1: '自定义核算一',
        auxiliary2: '自定义核算二',
      },
    }),
    idle: boolean({ label: '显示无发生无余额科目', english: 'With idle accounts', initial: false }),
    ...viewFields,
  },
  columns: [
    ...accountColumns,
    ...balanceColumns,
    { name: 'yearDebit', label: '借方', group: '本年累计', kind: 'money', total: true },
    { name: 'yearCredit', label: '贷方', group: '本年累计', kind: 'money', total: true },
    ...closingColumns,
  ],
})
