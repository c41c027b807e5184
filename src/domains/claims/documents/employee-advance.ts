import { defineDocument } from '../../../kernel/definition/define.ts'
import { choice, date, money, ref, text } from '../../../kernel/definition/field.ts'
import { FieldRefusal } from '../../../kernel/definition/problem.ts'
import { lineTable } from '../../../kernel/definition/record.ts'
import { project } from '../../../ledgers/dimensions/people.ts'
import { totalOf } from '../../../ledgers/priced-lines.ts'
import { claimantHead, departmentOf } from './claimant.ts'

/** 借款单: money that an employee asks for before it is spent; owed to us from the day the cashier pays it. */
export const employeeAdvance = defineDocument({
  name: 'employeeAdvance',
  label: '借款单',
  english: 'Employee advance',
  numbering: 'JKD-{yyyyMM}-{seq:4}',
  header: {
    ...claimantHead,
    purposeKind: choice({
      label: '借款类型',
      english: 'Kind',
      options: { travel: '差旅', purchase: '采购', pettyCash: '备用金', other: '其他' },
      initial: 'travel',
    }),
    purpose: text({ label: '借款事由', english: 'Purpose', required: true }),
    returnOn: date({ label: '预计还款日', english: 'To be settled by', help: '到此日仍未报销或归还的列为逾期' }),
    totalAmount: money({ label: '借款合计', english: 'Total', computed: true }),
  },
  tables: {
    lines: lineTable({
      label: '借款明细',
      atLeast: 1,
      fields: {
        summary: text({ label: '用途', english: 'Used for' }),
        amount: money({ label: '借款金额', english: 'Amount', required: true }),
        project: ref(project, { label: '项目' }),
      },
      derive: (line) => {
        if (line.amount && line.amount.lte(0)) {
          throw new FieldRefusal('amount', '借款金额应大于零', 'must be more than nothing')
        }
        return {}
      },
    }),
  },
  derive: (header, context) => ({
    department: departmentOf(header, context),
    totalAmount: totalOf(context.tables.lines, 'amount'),
  }),
  list: ['employee', 'department', 'purposeKind', 'purpose', 'returnOn', 'totalAmount'],
  totals: ['amount'],
})
