import { defineDocument } from '../../../kernel/definition/define.ts'
import { money, ref, text } from '../../../kernel/definition/field.ts'
import { lineTable } from '../../../kernel/definition/record.ts'
import { item } from '../../../ledgers/dimensions/item.ts'
import { warehouse } from '../../../ledgers/dimensions/place.ts'
import { goodsLine, totalOf } from '../../../ledgers/priced-lines.ts'
import { stockReason } from '../entities/stock-reason.ts'

/** 成本调整单: the value of goods changes, their quantity does not. */
export const costAdjustment = defineDocument({
  name: 'costAdjustment',
  label: '成本调整单',
  numbering: 'CBTZ-{yyyyMM}-{seq:4}',
  header: {
    warehouse: ref(warehouse, { label: '仓库', required: true, indexed: true }),
    reason: ref(stockReason, { label: '调整原因', required: true }),
    totalAmount: money({ label: '调整合计', computed: true, sensitive: true }),
  },
  tables: {
    lines: lineTable({
      label: '商品明细',
      atLeast: 1,
      fields: {
        item: goodsLine.item,
        spec: goodsLine.spec,
        amount: money({ label: '调整金额', required: true, sensitive: true, help: '调增为正，调减为负' }),
        remark: text({ label: '备注' }),
      },
      derive: (line, { lookup }) => ({ spec: lookup(item, line.item)?.spec }),
    }),
  },
  derive: (_header, { tables }) => ({ totalAmount: totalOf(tables.lines, 'amount') }),
  list: ['warehouse', 'reason', 'totalAmount'],
  totals: ['amount'],
})
