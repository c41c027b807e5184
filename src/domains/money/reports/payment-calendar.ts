import { date, ref } from '../../../kernel/definition/field.ts'
import { defineReport } from '../../../kernel/definition/report.ts'
import { party } from '../../../ledgers/dimensions/party.ts'

/** 收付款日历: what is due in and out, day by day, with what is overdue before it. */
export const paymentCalendar = defineReport({
  name: 'paymentCalendar',
  label: '收付款日历',
  parameters: {
    from: date({ label: '从', english: 'From', help: '空为本月' }),
    to: date({ label: '到', english: 'To' }),
    party: ref(party, { label: '往来单位' }),
  },
  columns: [
    { name: 'date', label: '日期', english: 'Date', kind: 'text', width: 110 },
    {
      name: 'receivable',
      label: '应收款',
      english: 'To come in',
      kind: 'money',
      total: true,
      drill: { to: 'report', report: 'paymentPlan', parameters: { side: 'receivableSide', from: 'from', to: 'to' } },
    },
    { name: 'receivableCount', label: '收款笔数', english: 'Number in', kind: 'integer' },
    {
      name: 'payable',
      label: '应付款',
      english: 'To go out',
      kind: 'money',
      total: true,
      drill: { to: 'report', report: 'paymentPlan', parameters: { side: 'payableSide', from: 'from', to: 'to' } },
    },
    { name: 'payableCount', label: '付款笔数', english: 'Number out', kind: 'integer' },
    { name: 'net', label: '净额', english: 'Net', kind: 'money', total: true },
    { name: 'running', label: '累计净额', english: 'Running net', kind: 'money' },
  ],
  chart: { kind: 'bar', category: 'date', series: ['receivable', 'payable'] },
})
