import { defineDocument } from '../../../kernel/definition/define.ts'
import { date, ref, text } from '../../../kernel/definition/field.ts'
import { lineTable } from '../../../kernel/definition/record.ts'
import { warehouse } from '../../../ledgers/dimensions/place.ts'
import { deriveGoods, goodsLine } from '../../../ledgers/priced-lines.ts'
import { trackedLine } from '../../../ledgers/tracked-lines.ts'
import { customerHead } from './sales-head.ts'

/** 借出单: goods are lent, stay ours at cost, and come back or are bought. */
export const loanOut = defineDocument({
  name: 'loanOut',
  label: '借出单',
  numbering: 'JCD-{yyyyMM}-{seq:4}',
  header: {
    ...customerHead,
    warehouse: ref(warehouse, { label: '仓库', required: true, indexed: true }),
    backOn: date({ label: '应还日期', english: 'Due back' }),
    purpose: text({ label: '用途', help: '如展会、试用、周转' }),
  },
  tables: {
    lines: lineTable({
      label: '商品明细',
      atLeast: 1,
      fields: { ...goodsLine, ...trackedLine, remark: text({ label: '备注' }) },
      derive: deriveGoods,
    }),
  },
  list: ['customer', 'warehouse', 'backOn', 'purpose', 'salesperson'],
  totals: ['quantity'],
})
