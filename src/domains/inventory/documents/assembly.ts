import { defineDocument } from '../../../kernel/definition/define.ts'
import { ref, text } from '../../../kernel/definition/field.ts'
import { lineTable } from '../../../kernel/definition/record.ts'
import { warehouse } from '../../../ledgers/dimensions/place.ts'
import { deriveGoods, goodsLine } from '../../../ledgers/priced-lines.ts'
import { trackedLine } from '../../../ledgers/tracked-lines.ts'
import { assembledHead, deriveAssembled } from './assembled-goods.ts'

/** 组装单: components become a product, at their cost and what the work costs. */
export const assembly = defineDocument({
  name: 'assembly',
  label: '组装单',
  numbering: 'ZZD-{yyyyMM}-{seq:4}',
  header: {
    ...assembledHead,
    item: { ...assembledHead.item, label: '组装成品', english: 'Product' },
    warehouse: ref(warehouse, { label: '入库仓库', english: 'Into', required: true, indexed: true }),
    fromWarehouse: ref(warehouse, { label: '组件仓库', english: 'Components from', help: '空则同入库仓库' }),
  },
  tables: {
    lines: lineTable({
      label: '组件明细',
      atLeast: 1,
      fields: {
        ...goodsLine,
        substituteFor: ref({ name: 'item', label: '商品' }, { label: '替代', english: 'Instead of', unchecked: true }),
        warehouse: ref(warehouse, { label: '仓库', help: '空则随单头' }),
        ...trackedLine,
        remark: text({ label: '备注' }),
      },
      derive: deriveGoods,
    }),
  },
  derive: deriveAssembled,
  list: ['item', 'quantity', 'warehouse', 'fee'],
  totals: ['quantity'],
})
