import { defineDocument } from '../../../kernel/definition/define.ts'
import { decimal, quantity, ref, text } from '../../../kernel/definition/field.ts'
import { FieldRefusal } from '../../../kernel/definition/problem.ts'
import { lineTable } from '../../../kernel/definition/record.ts'
import { employee } from '../../../ledgers/dimensions/people.ts'
import { totalOf } from '../../../ledgers/priced-lines.ts'
import { workshop } from '../entities/workshop.ts'
import { orderHead } from './order-head.ts'

/** 工时汇报: who worked how long on which order; labour and overhead of the month are shared out by it. */
export const operationReport = defineDocument({
  name: 'operationReport',
  label: '工时汇报',
  numbering: 'BGD-{yyyyMM}-{seq:4}',
  header: {
    workshop: ref(workshop, { label: '生产车间' }),
    totalHours: decimal({ label: '工时合计', english: 'Hours', scale: 6, computed: true }),
  },
  tables: {
    lines: lineTable({
      label: '工时明细',
      atLeast: 1,
      fields: {
        ...orderHead,
        employee: ref(employee, { label: '职员' }),
        operation: text({ label: '工序', english: 'Operation', maxLength: 60 }),
        hours: decimal({ label: '工时', english: 'Hours', scale: 6 }),
        machineHours: decimal({ label: '机器工时', english: 'Machine hours', scale: 6 }),
        good: quantity({ label: '合格数量', english: 'Good' }),
        scrapped: quantity({ label: '报废数量', english: 'Scrapped' }),
        remark: text({ label: '备注' }),
      },
      derive: (line) => {
        for (const name of ['hours', 'machineHours', 'good', 'scrapped'] as const) {
          if (line[name]?.isNegative() === true) throw new FieldRefusal(name, '不能为负', 'must not be negative')
        }
        return {}
      },
    }),
  },
  derive: (_header, { tables }) => ({ totalHours: totalOf(tables.lines, 'hours') }),
  list: ['workshop', 'totalHours'],
  totals: ['hours', 'machineHours', 'good', 'scrapped'],
})
