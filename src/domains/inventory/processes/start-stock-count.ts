import { boolean, ref } from '../../../kernel/definition/field.ts'
import { defineProcess } from '../../../kernel/definition/report.ts'
import { itemCategory } from '../../../ledgers/dimensions/item.ts'
import { warehouse } from '../../../ledgers/dimensions/place.ts'

/** 生成盘点单: a draft of a count with what the books say is in a warehouse, to be counted. */
export const startStockCount = defineProcess({
  name: 'startStockCount',
  label: '生成盘点单',
  english: 'Start a stock count',
  parameters: {
    warehouse: ref(warehouse, { label: '仓库', required: true }),
    category: ref(itemCategory, { label: '商品分类', help: '空为全部' }),
    withEmpty: boolean({ label: '含零库存', initial: false }),
  },
  help: '按账面数量生成盘点单草稿，填写实盘数量后审核，再下推盘盈盘亏单',
})
