import { zero } from '../../../base/decimal.ts'
import { defineDocument } from '../../../kernel/definition/define.ts'
import { money, ref, text } from '../../../kernel/definition/field.ts'
import { lineTable } from '../../../kernel/definition/record.ts'
import { cashAccount, warehouse } from '../../../ledgers/dimensions/place.ts'
import { totalOf } from '../../../ledgers/priced-lines.ts'

/** 交班单: what a cashier should have taken in a shift, by account, and what was counted. It posts nothing. */
export const shiftHandover = defineDocument({
  name: 'shiftHandover',
  label: '交班单',
  numbering: 'JBD-{yyyyMM}-{seq:4}',
  header: {
    warehouse: ref(warehouse, { label: '门店仓库', english: 'Shop', required: true }),
    cashierName: text({ label: '收银员', english: 'Cashier', required: true, maxLength: 60 }),
    shiftFrom: text({ label: '开始时间', english: 'From', maxLength: 20 }),
    shiftTo: text({ label: '结束时间', english: 'To', maxLength: 20 }),
    totalExpected: money({ label: '应收合计', computed: true }),
    totalCounted: money({ label: '实点合计', computed: true }),
    totalDifference: money({ label: '长短款', english: 'Over or short', computed: true }),
  },
  tables: {
    lines: lineTable({
      label: '收款明细',
      atLeast: 1,
      fields: {
        cashAccount: ref(cashAccount, { label: '收款账户', required: true }),
        expected: money({ label: '应收', required: true }),
        counted: money({ label: '实点', required: true }),
        difference: money({ label: '差额', computed: true }),
        remark: text({ label: '备注' }),
      },
      derive: (line) => ({ difference: (line.counted ?? zero).minus(line.expected ?? zero) }),
    }),
  },
  derive: (_header, { tables }) => ({
    totalExpected: totalOf(tables.lines, 'expected'),
    totalCounted: totalOf(tables.lines, 'counted'),
    totalDifference: totalOf(tables.lines, 'difference'),
  }),
  list: ['warehouse', 'cashierName', 'totalExpected', 'totalCounted', 'totalDifference'],
  totals: ['expected', 'counted', 'difference'],
})
