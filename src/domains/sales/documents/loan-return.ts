import { defineDocument } from '../../../kernel/definition/define.ts'
import { ref, text } from '../../../kernel/definition/field.ts'
import { lineTable } from '../../../kernel/definition/record.ts'
import { warehouse } from '../../../ledgers/dimensions/place.ts'
import { deriveGoods, goodsLine } from '../../../ledgers/priced-lines.ts'
import { trackedLine } from '../../../ledgers/tracked-lines.ts'
import { customerHead } from './sales-head.ts'

/** 借出归还单: what was lent is back. */
export const loanReturn = defineDocument({
  name: 'loanReturn',
  label: '借出归还单',
  numbering: 'JCGH-{yyyyMM}-{seq:4}',
  header: {
    ...customerHead,
    warehouse: ref(warehouse, { label: '仓库', required: true, indexed: true }),
  },
  tables: {
    lines: lineTable({
      label: '商品明细',
      atLeast: 1,
      fields: { ...goodsLine, ...trackedLine, remark: text({ label: '备注' }) },
      derive: deriveGoods,
    }),
  },
  list: ['customer', 'warehouse', 'salesperson'],
  totals: ['quantity'],
})
