import { defineDocument } from '../../../kernel/definition/define.ts'
import { money, ref } from '../../../kernel/definition/field.ts'
import { lineTable } from '../../../kernel/definition/record.ts'
import { warehouse } from '../../../ledgers/dimensions/place.ts'
import { totalOf } from '../../../ledgers/priced-lines.ts'
import { costLine, deriveCost } from './cost-line.ts'

const openingLine = {
  ...costLine,
  markup: money({
    label: '内部加价',
    english: 'Internal mark-up',
    sensitive: true,
    help: '异价调拨进来、还在商品进销差价里的部分；成本金额不含它',
  }),
} as const

/** 期初库存: what was there, and what it had cost, on the day before the first month. */
export const openingStock = defineDocument({
  name: 'openingStock',
  label: '期初库存',
  numbering: 'QCKC-{yyyyMM}-{seq:4}',
  header: {
    warehouse: ref(warehouse, { label: '仓库', required: true, indexed: true }),
    totalAmount: money({ label: '成本合计', computed: true, sensitive: true }),
  },
  tables: { lines: lineTable({ label: '商品明细', atLeast: 1, fields: openingLine, derive: deriveCost }) },
  derive: (_header, { tables }) => ({ totalAmount: totalOf(tables.lines, 'amount') }),
  list: ['warehouse', 'totalAmount'],
  totals: ['quantity', 'amount'],
})
