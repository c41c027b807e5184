import { defineDocument } from '../../../kernel/definition/define.ts'
import { ref, text } from '../../../kernel/definition/field.ts'
import { FieldRefusal } from '../../../kernel/definition/problem.ts'
import { lineTable } from '../../../kernel/definition/record.ts'
import { employee } from '../../../ledgers/dimensions/people.ts'
import { warehouse } from '../../../ledgers/dimensions/place.ts'
import { deriveGoods, goodsLine } from '../../../ledgers/priced-lines.ts'
import { trackedLine } from '../../../ledgers/tracked-lines.ts'

/** 调拨单: goods go from one warehouse to another at cost, in one step. */
export const stockTransfer = defineDocument({
  name: 'stockTransfer',
  label: '调拨单',
  numbering: 'DBD-{yyyyMM}-{seq:4}',
  header: {
    fromWarehouse: ref(warehouse, { label: '调出仓库', required: true, indexed: true }),
    toWarehouse: ref(warehouse, { label: '调入仓库', required: true, indexed: true }),
    employee: ref(employee, { label: '经手人', english: 'Handled by' }),
  },
  tables: {
    lines: lineTable({
      label: '商品明细',
      atLeast: 1,
      fields: { ...goodsLine, ...trackedLine, remark: text({ label: '备注' }) },
      derive: deriveGoods,
    }),
  },
  derive: (header) => {
    if (header.fromWarehouse && header.fromWarehouse === header.toWarehouse) {
      throw new FieldRefusal('toWarehouse', '调入仓库不能与调出仓库相同', 'must be another warehouse')
    }
    return {}
  },
  list: ['fromWarehouse', 'toWarehouse', 'employee'],
  totals: ['quantity'],
})
