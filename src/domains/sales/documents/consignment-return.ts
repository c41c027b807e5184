import { defineDocument } from '../../../kernel/definition/define.ts'
import { ref, text } from '../../../kernel/definition/field.ts'
import { lineTable } from '../../../kernel/definition/record.ts'
import { warehouse } from '../../../ledgers/dimensions/place.ts'
import { deriveGoods, goodsLine } from '../../../ledgers/priced-lines.ts'
import { trackedLine } from '../../../ledgers/tracked-lines.ts'
import { consignee } from './consignee.ts'

/** 委托代销退回单: unsold goods come back from the consignee, at cost. */
export const consignmentReturn = defineDocument({
  name: 'consignmentReturn',
  label: '委托代销退回单',
  numbering: 'DXTH-{yyyyMM}-{seq:4}',
  header: {
    ...consignee,
    warehouse: ref(warehouse, { label: '仓库', required: true, indexed: true }),
    reason: text({ label: '退回原因', english: 'Reason' }),
  },
  tables: {
    lines: lineTable({
      label: '商品明细',
      atLeast: 1,
      fields: { ...goodsLine, ...trackedLine, remark: text({ label: '备注' }) },
      derive: deriveGoods,
    }),
  },
  list: ['customer', 'warehouse', 'reason'],
  totals: ['quantity'],
})
