import { text } from '../../../kernel/definition/field.ts'
import { defineReport } from '../../../kernel/definition/report.ts'

/** 销售计划完成情况: what was planned to be sold in some months, and what was. */
export const targetProgress = defineReport({
  name: 'targetProgress',
  label: '销售计划完成表',
  english: 'Sales against target',
  parameters: {
    from: text({ label: '开始月份', english: 'From month', maxLength: 7, help: '如 2026-01，空为本月' }),
    to: text({ label: '结束月份', english: 'To month', maxLength: 7 }),
  },
  columns: [
    { name: 'month', label: '月份', english: 'Month', kind: 'month', width: 90 },
    { name: 'of', label: '对象', english: 'Of', kind: 'text', width: 240 },
    { name: 'planQuantity', label: '目标数量', english: 'Target quantity', kind: 'quantity' },
    { name: 'quantity', label: '实际数量', english: 'Quantity', kind: 'quantity' },
    { name: 'planAmount', label: '目标金额', english: 'Target', kind: 'money', total: true },
    { name: 'amount', label: '实际金额', english: 'Actual', kind: 'money', total: true },
    { name: 'difference', label: '差额', english: 'Difference', kind: 'money', total: true },
    { name: 'reached', label: '完成率%', english: 'Reached %', kind: 'percent' },
  ],
  chart: { kind: 'bar', category: 'of', series: ['planAmount', 'amount'] },
  help: '实际为出库减退货的不含税金额，按出库单上的业务员、部门。',
})
