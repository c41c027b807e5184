import { defineDocument } from '../../../kernel/definition/define.ts'
import { money, ref } from '../../../kernel/definition/field.ts'
import { lineTable } from '../../../kernel/definition/record.ts'
import { department, employee } from '../../../ledgers/dimensions/people.ts'
import { warehouse } from '../../../ledgers/dimensions/place.ts'
import { totalOf } from '../../../ledgers/priced-lines.ts'
import { stockReason } from '../entities/stock-reason.ts'
import { costLine, deriveCost } from './cost-line.ts'

/** 其他入库单: goods that come without being bought, for a reason. */
export const otherReceipt = defineDocument({
  name: 'otherReceipt',
  label: '其他入库单',
  numbering: 'QTRK-{yyyyMM}-{seq:4}',
  header: {
    warehouse: ref(warehouse, { label: '仓库', required: true, indexed: true }),
    reason: ref(stockReason, { label: '入库原因', required: true }),
    department: ref(department, { label: '部门' }),
    employee: ref(employee, { label: '经手人', english: 'Handled by' }),
    totalAmount: money({ label: '成本合计', computed: true, sensitive: true }),
  },
  tables: { lines: lineTable({ label: '商品明细', atLeast: 1, fields: costLine, derive: deriveCost }) },
  derive: (_header, { tables }) => ({ totalAmount: totalOf(tables.lines, 'amount') }),
  list: ['warehouse', 'reason', 'department', 'totalAmount'],
  totals: ['quantity', 'amount'],
})
