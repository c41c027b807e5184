import { defineEntity } from '../../../kernel/definition/define.ts'
import { quantity, ref } from '../../../kernel/definition/field.ts'
import { lineTable } from '../../../kernel/definition/record.ts'
import { item } from '../../../ledgers/dimensions/item.ts'
import { warehouse } from '../../../ledgers/dimensions/place.ts'

/** 库存上下限: how few and how many of each item a warehouse should hold; beyond them there is an alert. */
export const stockLimit = defineEntity({
  name: 'stockLimit',
  label: '库存上下限',
  english: 'Stock limits',
  fields: { warehouse: ref(warehouse, { label: '仓库', required: true, indexed: true }) },
  tables: {
    limits: lineTable({
      label: '上下限明细',
      atLeast: 1,
      fields: {
        item: ref(item, { label: '商品', required: true, indexed: true }),
        minimum: quantity({ label: '下限', help: '现存量低于此数即预警' }),
        maximum: quantity({ label: '上限', help: '现存量高于此数即预警' }),
      },
    }),
  },
  list: ['warehouse'],
})
