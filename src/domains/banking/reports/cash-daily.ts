import { date } from '../../../kernel/definition/field.ts'
import { defineReport } from '../../../kernel/definition/report.ts'

/** 资金日报: what each account had, got, spent and has on a day, with what its bank says. */
export const cashDaily = defineReport({
  name: 'cashDaily',
  label: '资金日报',
  parameters: { date: date({ label: '日期', help: '空为今天' }) },
  columns: [
    {
      name: 'account',
      label: '资金账户',
      english: 'Account',
      kind: 'text',
      width: 160,
      drill: {
        to: 'report',
        report: 'cashJournal',
        parameters: { cashAccount: 'cashAccount', from: 'date', to: 'date' },
      },
    },
    { name: 'kind', label: '类型', english: 'Kind', kind: 'text', width: 100 },
    { name: 'currency', label: '币种', english: 'Currency', kind: 'text', width: 60 },
    { name: 'before', label: '昨日余额', english: 'The day before', kind: 'money' },
    { name: 'received', label: '今日收入', english: 'In', kind: 'money' },
    { name: 'paid', label: '今日支出', english: 'Out', kind: 'money' },
    { name: 'balance', label: '今日余额', english: 'Balance', kind: 'money' },
    { name: 'bookBalance', label: '折本位币', english: 'In book currency', kind: 'money', total: true },
    { name: 'bank', label: '银行余额', english: 'Bank', kind: 'money' },
    { name: 'bankOn', label: '流水截至', english: 'Statement to', kind: 'date', width: 100 },
    { name: 'open', label: '未对账笔数', english: 'Unreconciled', kind: 'integer' },
  ],
  chart: { kind: 'bar', category: 'account', series: ['bookBalance'] },
})
