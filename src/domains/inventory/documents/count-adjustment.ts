import { cents } from '../../../base/money.ts'
import { defineDocument } from '../../../kernel/definition/define.ts'
import { choice, money, price, quantity, ref, text } from '../../../kernel/definition/field.ts'
import { lineTable } from '../../../kernel/definition/record.ts'
import { item } from '../../../ledgers/dimensions/item.ts'
import { employee } from '../../../ledgers/dimensions/people.ts'
import { warehouse } from '../../../ledgers/dimensions/place.ts'
import { goodsLine } from '../../../ledgers/priced-lines.ts'
import { newLotLine } from '../../../ledgers/tracked-lines.ts'

/** 盘盈盘亏单: the books follow the count, in the base unit; what it comes to waits for a decision. */
export const countAdjustment = defineDocument({
  name: 'countAdjustment',
  label: '盘盈盘亏单',
  english: 'Count adjustment',
  numbering: 'PYK-{yyyyMM}-{seq:4}',
  header: {
    warehouse: ref(warehouse, { label: '仓库', required: true, indexed: true }),
    employee: ref(employee, { label: '经手人', english: 'Handled by' }),
  },
  tables: {
    lines: lineTable({
      label: '商品明细',
      atLeast: 1,
      fields: {
        item: goodsLine.item,
        spec: goodsLine.spec,
        direction: choice({ label: '盈亏', options: { gain: '盘盈', loss: '盘亏' }, required: true }),
        adjustedQuantity: quantity({ label: '数量', required: true }),
        ...newLotLine,
        unitCost: price({ label: '单位成本', sensitive: true, help: '盘盈填写；盘亏按成本计价方法计算' }),
        amount: money({ label: '盘盈金额', english: 'Gain', computed: true, sensitive: true }),
        remark: text({ label: '备注' }),
      },
      derive: (line, { lookup }) => {
        const record = lookup(item, line.item)
        if (line.direction !== 'gain') return { spec: record?.spec, amount: null }
        const unitCost = line.unitCost ?? record?.purchasePrice
        const known = line.adjustedQuantity && unitCost
        return { spec: record?.spec, unitCost, amount: known ? cents(line.adjustedQuantity.times(unitCost)) : null }
      },
    }),
  },
  list: ['warehouse', 'employee'],
  totals: ['adjustedQuantity', 'amount'],
})
