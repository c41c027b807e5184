import { defineDocument } from '../../../kernel/definition/define.ts'
import { price, quantity, ref, text } from '../../../kernel/definition/field.ts'
import { lineTable } from '../../../kernel/definition/record.ts'
import { employee } from '../../../ledgers/dimensions/people.ts'
import { warehouse } from '../../../ledgers/dimensions/place.ts'
import { goodsLine } from '../../../ledgers/priced-lines.ts'

/** 盘点单: what the books say is there and what was counted, in the base unit. It posts nothing. */
export const stockCount = defineDocument({
  name: 'stockCount',
  label: '盘点单',
  numbering: 'PDD-{yyyyMM}-{seq:4}',
  header: {
    warehouse: ref(warehouse, { label: '仓库', required: true, indexed: true }),
    employee: ref(employee, { label: '盘点人', english: 'Counted by' }),
  },
  tables: {
    lines: lineTable({
      label: '商品明细',
      atLeast: 1,
      fields: {
        item: goodsLine.item,
        spec: goodsLine.spec,
        bookQuantity: quantity({ label: '账面数量', required: true }),
        countedQuantity: quantity({ label: '实盘数量', required: true }),
        difference: quantity({ label: '盈亏数量', computed: true }),
        adjustedQuantity: quantity({ label: '调整数量', computed: true, hidden: true }),
        unitCost: price({ label: '单位成本', sensitive: true, help: '盘盈入库的成本，默认为当前平均成本' }),
        remark: text({ label: '备注' }),
      },
      derive: (line) => {
        if (!line.bookQuantity || !line.countedQuantity) return { difference: null, adjustedQuantity: null }
        const difference = line.countedQuantity.minus(line.bookQuantity)
        return { difference, adjustedQuantity: difference.abs() }
      },
    }),
  },
  list: ['warehouse', 'employee'],
  totals: ['bookQuantity', 'countedQuantity', 'difference'],
})
