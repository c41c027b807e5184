import { defineDocument } from '../../../kernel/definition/define.ts'
import { integer, money, ref, text } from '../../../kernel/definition/field.ts'
import { lineTable } from '../../../kernel/definition/record.ts'
import { itemCategory } from '../../../ledgers/dimensions/item.ts'
import { department } from '../../../ledgers/dimensions/people.ts'
import { totalOf } from '../../../ledgers/priced-lines.ts'

/** 采购预算: what a department may spend on purchases, month by month; a further one for the same month adds to it. */
export const purchaseBudget = defineDocument({
  name: 'purchaseBudget',
  label: '采购预算',
  numbering: 'CGYS-{yyyyMM}-{seq:4}',
  header: {
    department: ref(department, { label: '部门', required: true, indexed: true }),
    year: integer({ label: '年度', required: true, indexed: true }),
    reason: text({ label: '说明', english: 'Reason' }),
    totalAmount: money({ label: '预算合计', english: 'Total', computed: true }),
  },
  tables: {
    lines: lineTable({
      label: '预算明细',
      atLeast: 1,
      fields: {
        month: integer({ label: '月份', required: true, help: '1 到 12' }),
        category: ref(itemCategory, { label: '商品分类', help: '空为全部；下级分类归最近的上级' }),
        amount: money({ label: '预算金额', english: 'Amount', required: true, help: '含税；负数为调减' }),
        remark: text({ label: '备注' }),
      },
    }),
  },
  derive: (_header, context) => ({ totalAmount: totalOf(context.tables.lines, 'amount') }),
  list: ['department', 'year', 'totalAmount', 'reason'],
  totals: ['amount'],
})
