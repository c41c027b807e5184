import { date, text } from '../definition/field.ts'
import { defineReport } from '../definition/report.ts'

/** 字段统计表: how many records of any type there are, and what their figures come to, by any field: the product's or the company's own. */
export const recordSummary = defineReport({
  name: 'recordSummary',
  label: '字段统计表',
  english: 'Records by field',
  parameters: {
    type: text({ label: '单据或资料', english: 'Type', required: true, help: '如 salesOrder、customer、xVisit' }),
    groupBy: text({ label: '分组字段', english: 'Group by', required: true, help: '字段名或标题' }),
    from: date({ label: '起始日期', english: 'From' }),
    to: date({ label: '截止日期', english: 'To' }),
  },
  columns: [
    { name: 'group', label: '分组', kind: 'text' },
    { name: 'count', label: '张数', english: 'Records', kind: 'integer', total: true },
  ],
  chart: { kind: 'bar', category: 'group', series: ['count'] },
  help: '按任意字段（包括自定义字段）统计单据或资料的张数和金额、数量合计；作废的不计',
})
