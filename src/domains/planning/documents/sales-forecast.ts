import { defineDocument } from '../../../kernel/definition/define.ts'
import { date, ref, text } from '../../../kernel/definition/field.ts'
import { lineTable } from '../../../kernel/definition/record.ts'
import { department, employee } from '../../../ledgers/dimensions/people.ts'
import { deriveGoods, goodsLine } from '../../../ledgers/priced-lines.ts'

/** 销售预测: what we expect to sell in a period; orders that come use it up, the rest is bought ahead. */
export const salesForecast = defineDocument({
  name: 'salesForecast',
  label: '销售预测',
  numbering: 'XSYC-{yyyyMM}-{seq:4}',
  header: {
    subject: text({ label: '主题', searched: true }),
    startsOn: date({ label: '开始日期', required: true }),
    endsOn: date({ label: '结束日期', required: true }),
    salesperson: ref(employee, { label: '业务员' }),
    department: ref(department, { label: '部门' }),
  },
  tables: {
    lines: lineTable({
      label: '预测明细',
      atLeast: 1,
      fields: { ...goodsLine, remark: text({ label: '备注' }) },
      derive: deriveGoods,
    }),
  },
  list: ['subject', 'startsOn', 'endsOn', 'salesperson', 'department'],
  totals: ['quantity'],
})
