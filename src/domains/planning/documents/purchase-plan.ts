import { zero } from '../../../base/decimal.ts'
import { cents } from '../../../base/money.ts'
import { defineDocument } from '../../../kernel/definition/define.ts'
import { date, money, price, ref, text } from '../../../kernel/definition/field.ts'
import { lineTable } from '../../../kernel/definition/record.ts'
import { item } from '../../../ledgers/dimensions/item.ts'
import { party } from '../../../ledgers/dimensions/party.ts'
import { department, employee } from '../../../ledgers/dimensions/people.ts'
import { deriveGoods, goodsLine, referencePrice, totalOf } from '../../../ledgers/priced-lines.ts'

/** 采购计划: what is to be bought of each item in a period; orders and receipts are held against it. */
export const purchasePlan = defineDocument({
  name: 'purchasePlan',
  label: '采购计划',
  numbering: 'CGJH-{yyyyMM}-{seq:4}',
  header: {
    subject: text({ label: '主题', searched: true }),
    startsOn: date({ label: '开始日期', required: true }),
    endsOn: date({ label: '结束日期', required: true }),
    buyer: ref(employee, { label: '采购员' }),
    department: ref(department, { label: '部门' }),
    totalAmount: money({ label: '计划金额', english: 'Planned amount', computed: true }),
  },
  tables: {
    lines: lineTable({
      label: '计划明细',
      atLeast: 1,
      fields: {
        ...goodsLine,
        supplier: ref(party, { label: '供应商', facet: 'supplier' }),
        price: price({ label: '计划单价', english: 'Planned price', help: '含税；空则取参考进价' }),
        amount: money({ label: '计划金额', english: 'Planned amount', computed: true }),
        neededOn: date({ label: '需求日期', english: 'Needed on' }),
        remark: text({ label: '备注' }),
      },
      derive: (line, context) => {
        const goods = deriveGoods(line, context)
        const record = context.lookup(item, line.item)
        const price = line.price ?? (record === undefined ? null : referencePrice(record, goods.unit, 'purchasePrice'))
        return { ...goods, price, amount: cents((line.quantity ?? zero).times(price ?? zero)) }
      },
    }),
  },
  derive: (_header, context) => ({ totalAmount: totalOf(context.tables.lines, 'amount') }),
  list: ['subject', 'startsOn', 'endsOn', 'buyer', 'totalAmount'],
  totals: ['quantity', 'amount'],
})
