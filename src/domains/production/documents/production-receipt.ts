import { zero } from '../../../base/decimal.ts'
import { cents } from '../../../base/money.ts'
import { defineDocument } from '../../../kernel/definition/define.ts'
import { choice, decimal, money, price, quantity, ref, text } from '../../../kernel/definition/field.ts'
import { FieldRefusal } from '../../../kernel/definition/problem.ts'
import { lineTable } from '../../../kernel/definition/record.ts'
import { employee } from '../../../ledgers/dimensions/people.ts'
import { warehouse } from '../../../ledgers/dimensions/place.ts'
import { deriveGoods, goodsLine, totalOf } from '../../../ledgers/priced-lines.ts'
import { newLotLine } from '../../../ledgers/tracked-lines.ts'
import { outputKinds } from '../entities/bom.ts'
import { orderHead } from './order-head.ts'

/** 完工入库单: what a work order finished goes into stock at its planned cost, until the month's costing says what it cost. */
export const productionReceipt = defineDocument({
  name: 'productionReceipt',
  label: '完工入库单',
  numbering: 'WGRK-{yyyyMM}-{seq:4}',
  header: {
    ...orderHead,
    warehouse: ref(warehouse, { label: '入库仓库', english: 'Into', required: true, indexed: true }),
    employee: ref(employee, { label: '交库人', english: 'Handed in by' }),
    totalAmount: money({ label: '暂估成本', english: 'At planned cost', computed: true, sensitive: true }),
  },
  tables: {
    lines: lineTable({
      label: '完工明细',
      atLeast: 1,
      fields: {
        ...goodsLine,
        quantity: quantity({ label: '合格数量', english: 'Good', required: true }),
        scrapped: quantity({ label: '报废数量', english: 'Scrapped', help: '按单位计；正常损失由合格品承担' }),
        kind: choice({ label: '种类', options: { product: '主产品', ...outputKinds }, required: true }),
        costShare: decimal({ label: '成本系数', english: 'Cost weight', scale: 6 }),
        unitCost: price({ label: '计划单位成本', english: 'Planned unit cost', sensitive: true }),
        amount: money({ label: '暂估金额', english: 'At planned cost', computed: true, sensitive: true }),
        ...newLotLine,
        remark: text({ label: '备注' }),
      },
      derive: (line, context) => {
        const goods = deriveGoods(line, context)
        if (line.scrapped?.isNegative() === true) {
          throw new FieldRefusal('scrapped', '报废数量不能为负', 'must not be negative')
        }
        return {
          ...goods,
          kind: line.kind ?? 'product',
          amount: cents((line.unitCost ?? zero).times(goods.baseQuantity ?? zero)),
        }
      },
    }),
  },
  derive: (_header, { tables }) => ({ totalAmount: totalOf(tables.lines, 'amount') }),
  list: ['workOrder', 'warehouse', 'employee', 'totalAmount'],
  totals: ['quantity', 'scrapped', 'amount'],
})
