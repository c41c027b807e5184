import { integer, ref } from '../../../kernel/definition/field.ts'
import { defineProcess } from '../../../kernel/definition/report.ts'
import { item, itemCategory } from '../../../ledgers/dimensions/item.ts'
import { warehouse } from '../../../ledgers/dimensions/place.ts'

/** 生成销售预测单: what is expected of each item becomes a draft of a forecast a month, to be changed before it is approved. */
export const forecastSales = defineProcess({
  name: 'forecastSales',
  label: '生成销售预测单',
  english: 'Write sales forecasts',
  parameters: {
    category: ref(itemCategory, { label: '商品分类', help: '空为全部' }),
    item: ref(item, { label: '商品', help: '空为全部' }),
    warehouse: ref(warehouse, { label: '仓库', help: '空为全公司' }),
    months: integer({ label: '历史月数', english: 'Months of history', initial: '36' }),
    horizon: integer({ label: '预测月数', english: 'Months ahead', initial: '3', help: '下月起，1 到 12' }),
  },
  help: '每月一张销售预测草稿，逐行写明方法和误差；审核后缺料申请按它备货',
})
