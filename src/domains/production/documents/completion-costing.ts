import { defineDocument } from '../../../kernel/definition/define.ts'
import { integer, money, price, quantity, ref, text } from '../../../kernel/definition/field.ts'
import { lineTable } from '../../../kernel/definition/record.ts'
import { item } from '../../../ledgers/dimensions/item.ts'
import { warehouse } from '../../../ledgers/dimensions/place.ts'
import { totalOf } from '../../../ledgers/priced-lines.ts'
import { orderHead } from './order-head.ts'

const amount = (label: string, english: string) => money({ label, english, sensitive: true })

/**
 * 完工成本结转单: what was finished in a month costs what it did cost: the difference to what it came in at goes on to where
 * the goods went. 成本结转 writes one for each step of making.
 */
export const completionCosting = defineDocument({
  name: 'completionCosting',
  label: '完工成本结转单',
  numbering: 'WGCB-{yyyyMM}-{seq:3}',
  header: {
    period: text({
      label: '所属月份',
      english: 'Month',
      required: true,
      indexed: true,
      maxLength: 7,
      help: '如 2026-01',
    }),
    step: integer({ label: '步骤', english: 'Step', help: '半成品先于用它的产品结转' }),
    totalFinished: money({ label: '完工成本', english: 'Finished', computed: true, sensitive: true }),
    totalTrueUp: money({ label: '调整合计', english: 'Trued up', computed: true, sensitive: true }),
  },
  tables: {
    lines: lineTable({
      label: '成本计算',
      atLeast: 1,
      fields: {
        ...orderHead,
        item: ref(item, { label: '产品', english: 'Product' }),
        finishedQuantity: quantity({ label: '完工数量', english: 'Finished' }),
        inProgressQuantity: quantity({ label: '在产品数量', english: 'In progress' }),
        finishedMaterial: amount('完工材料', 'Finished, material'),
        finishedLabour: amount('完工人工', 'Finished, labour'),
        finishedOverhead: amount('完工费用', 'Finished, overhead'),
        finishedTotal: amount('完工成本', 'Finished, total'),
        unitCost: price({ label: '单位成本', english: 'Unit cost', sensitive: true }),
        inProgressTotal: amount('在产品成本', 'In progress, total'),
        loss: amount('报废损失', 'Loss'),
      },
    }),
    trueUps: lineTable({
      label: '入库调整',
      fields: {
        ...orderHead,
        receipt: text({ label: '完工入库单', english: 'Completion', maxLength: 60 }),
        receiptLine: ref(
          { name: 'line', label: '单据行' },
          { label: '入库行', unchecked: true, hidden: true, indexed: true, required: true },
        ),
        item: ref(item, { label: '商品', required: true }),
        warehouse: ref(warehouse, { label: '仓库', required: true }),
        quantity: quantity({ label: '数量' }),
        amount: money({ label: '调整金额', english: 'Trued up', required: true, sensitive: true }),
      },
    }),
  },
  derive: (_header, { tables }) => ({
    totalFinished: totalOf(tables.lines, 'finishedTotal'),
    totalTrueUp: totalOf(tables.trueUps, 'amount'),
  }),
  list: ['period', 'step', 'totalFinished', 'totalTrueUp'],
  totals: ['finishedTotal'],
})
