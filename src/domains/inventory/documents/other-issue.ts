import { defineDocument } from '../../../kernel/definition/define.ts'
import { ref, text } from '../../../kernel/definition/field.ts'
import { lineTable } from '../../../kernel/definition/record.ts'
import { department, employee } from '../../../ledgers/dimensions/people.ts'
import { warehouse } from '../../../ledgers/dimensions/place.ts'
import { deriveGoods, goodsLine } from '../../../ledgers/priced-lines.ts'
import { trackedLine } from '../../../ledgers/tracked-lines.ts'
import { stockReason } from '../entities/stock-reason.ts'

/** 其他出库单: goods that go without being sold, for a reason. */
export const otherIssue = defineDocument({
  name: 'otherIssue',
  label: '其他出库单',
  numbering: 'QTCK-{yyyyMM}-{seq:4}',
  header: {
    warehouse: ref(warehouse, { label: '仓库', required: true, indexed: true }),
    reason: ref(stockReason, { label: '出库原因', required: true }),
    department: ref(department, { label: '部门' }),
    employee: ref(employee, { label: '经手人', english: 'Handled by' }),
  },
  tables: {
    lines: lineTable({
      label: '商品明细',
      atLeast: 1,
      fields: { ...goodsLine, ...trackedLine, remark: text({ label: '备注' }) },
      derive: deriveGoods,
    }),
  },
  list: ['warehouse', 'reason', 'department'],
  totals: ['quantity'],
})
