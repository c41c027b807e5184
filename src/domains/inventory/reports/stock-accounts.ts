import { date, moment } from '../../../kernel/definition/field.ts'
import { defineReport } from '../../../kernel/definition/report.ts'

/** 库存总值对账表: what the stock ledger is worth by account, and what the general ledger says, to the cent, on any day. */
export const stockAccounts = defineReport({
  name: 'stockAccounts',
  label: '库存总值对账表',
  english: 'Stock value against the books',
  parameters: {
    asOf: date({ label: '截止日期', english: 'As of', initial: 'today' }),
    knownAt: moment({ label: '当时所知', english: 'As known at', help: '只看此刻之前录入的单据' }),
  },
  columns: [
    {
      name: 'accountName',
      label: '科目',
      english: 'Account',
      kind: 'text',
      width: 200,
      drill: { to: 'report', report: 'detailLedger', parameters: { account: 'accountId', from: 'from', to: 'to' } },
    },
    { name: 'places', label: '位置', english: 'Places', kind: 'text', width: 160 },
    { name: 'items', label: '商品数', english: 'Items', kind: 'integer' },
    { name: 'cost', label: '实际成本', english: 'Cost', kind: 'money', total: true, sensitive: true },
    {
      name: 'beside',
      label: '进销差价、成本差异',
      english: 'Mark-up, variance',
      kind: 'money',
      total: true,
      sensitive: true,
      seldom: true,
    },
    {
      name: 'stockValue',
      label: '库存账金额',
      english: 'Stock ledger',
      kind: 'money',
      total: true,
      sensitive: true,
      drill: { to: 'report', report: 'stockOnHand', parameters: { asOf: 'to' } },
    },
    { name: 'bookValue', label: '总账余额', english: 'General ledger', kind: 'money', total: true, sensitive: true },
    { name: 'difference', label: '差额', english: 'Difference', kind: 'money', total: true, sensitive: true },
    { name: 'verdict', label: '结果', english: 'Result', kind: 'text', width: 80 },
  ],
  chart: { kind: 'bar', category: 'accountName', series: ['stockValue', 'bookValue'] },
  help: '库存账由单据逐笔记，总账由凭证汇总；两边逐科目相等才叫账实一致。差额不为零请做“账务体检”',
})
