import { boolean, integer } from '../../../kernel/definition/field.ts'
import { defineReport } from '../../../kernel/definition/report.ts'

/** 资金预测: what there will be in 30, 60 and 90 days, from what is there, what is due, what comes again, and what is only supposed. */
export const cashForecast = defineReport({
  name: 'cashForecast',
  label: '资金预测',
  parameters: {
    days: integer({ label: '天数', help: '空为 90 天' }),
    step: integer({ label: '每段天数', english: 'Days a row', help: '空为 10 天' }),
    supposed: boolean({ label: '含假设', english: 'With what-if lines' }),
  },
  columns: [
    { name: 'span', label: '期间', english: 'Days', kind: 'text', width: 170 },
    { name: 'milestone', label: '距今', english: 'From now', kind: 'text', width: 80 },
    {
      name: 'receivable',
      label: '应收流入',
      english: 'Receivables',
      kind: 'money',
      total: true,
      drill: { to: 'report', report: 'paymentPlan', parameters: { side: 'inSide', from: 'from', to: 'to' } },
    },
    {
      name: 'payable',
      label: '应付流出',
      english: 'Payables',
      kind: 'money',
      total: true,
      drill: { to: 'report', report: 'paymentPlan', parameters: { side: 'outSide', from: 'from', to: 'to' } },
    },
    { name: 'duty', label: '税费工资', english: 'Taxes and wages', kind: 'money', total: true },
    { name: 'regular', label: '周期收支', english: 'Regular', kind: 'money', total: true },
    { name: 'supposed', label: '假设', english: 'What if', kind: 'money', total: true, seldom: true },
    { name: 'net', label: '净流量', english: 'Net', kind: 'money', total: true },
    { name: 'balance', label: '期末资金', english: 'Cash at the end', kind: 'money' },
    { name: 'lowest', label: '期间最低', english: 'Lowest', kind: 'money' },
    { name: 'lowestOn', label: '最低日', english: 'Lowest on', kind: 'date', width: 100 },
  ],
  chart: { kind: 'line', category: 'span', series: ['balance', 'lowest'], dashed: ['lowest'] },
  help: '应收应付按到期日（含订单收付款计划），逾期的按今天；税费按账上应交数于次月 15 日，工资按应付数于次月 10 日；“资金预计”中的周期收支和假设另计',
})
