import { text } from '../../../kernel/definition/field.ts'
import { defineReport } from '../../../kernel/definition/report.ts'

/** 税金计算底稿: every tax of a month with its base, rate, working and the place in the law. */
export const taxWorking = defineReport({
  name: 'taxWorking',
  label: '税金计算底稿',
  english: 'Tax working papers',
  parameters: { period: text({ label: '税款所属期', english: 'Tax period', help: '如 2026-01，空为本月' }) },
  columns: [
    { name: 'tax', label: '税种', english: 'Tax', kind: 'text', width: 140 },
    { name: 'base', label: '计税依据', english: 'Base', kind: 'money' },
    { name: 'rate', label: '税率', english: 'Rate', kind: 'text', width: 100 },
    { name: 'amount', label: '应计提', english: 'Amount', kind: 'money', total: true },
    { name: 'accrued', label: '已计提', english: 'Accrued', kind: 'money', total: true },
    { name: 'left', label: '未计提', english: 'Left', kind: 'money', total: true },
    { name: 'working', label: '计算过程', english: 'Working', kind: 'text', width: 420 },
    { name: 'source', label: '依据', english: 'Source', kind: 'text', width: 320 },
  ],
  help: '按账簿当前数计算；季末月份含印花税和企业所得税。计提用“计提税金”处理。',
})
