import { defineDocument } from '../../../kernel/definition/define.ts'
import { integer, money, ref, text } from '../../../kernel/definition/field.ts'
import { lineTable } from '../../../kernel/definition/record.ts'
import { account } from '../../../ledgers/dimensions/account.ts'
import { department, project } from '../../../ledgers/dimensions/people.ts'
import { totalOf } from '../../../ledgers/priced-lines.ts'

/** 费用预算: what a department or a project may spend on accounts, month by month; a further one adds to it. */
export const moneyBudget = defineDocument({
  name: 'moneyBudget',
  label: '费用预算',
  numbering: 'FYYS-{yyyyMM}-{seq:4}',
  header: {
    year: integer({ label: '年度', required: true, indexed: true }),
    department: ref(department, { label: '部门', help: '空为全公司' }),
    project: ref(project, { label: '项目' }),
    reason: text({ label: '说明', english: 'Reason' }),
    totalAmount: money({ label: '预算合计', english: 'Total', computed: true }),
  },
  tables: {
    lines: lineTable({
      label: '预算明细',
      atLeast: 1,
      fields: {
        account: ref(account, { label: '会计科目', required: true, help: '上级科目管全部下级' }),
        month: integer({ label: '月份', required: true, help: '1 到 12' }),
        amount: money({ label: '预算金额', english: 'Amount', required: true, help: '负数为调减' }),
        remark: text({ label: '备注' }),
      },
    }),
  },
  derive: (_header, context) => ({ totalAmount: totalOf(context.tables.lines, 'amount') }),
  list: ['year', 'department', 'project', 'totalAmount', 'reason'],
  totals: ['amount'],
})
