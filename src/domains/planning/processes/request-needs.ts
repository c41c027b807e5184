import { choice, ref, text } from '../../../kernel/definition/field.ts'
import { defineProcess } from '../../../kernel/definition/report.ts'
import { itemCategory } from '../../../ledgers/dimensions/item.ts'
import { warehouse } from '../../../ledgers/dimensions/place.ts'

/** 自动生成采购申请: drafts of requests for what orders lack, stock below its minimum, and forecasts. */
export const requestNeeds = defineProcess({
  name: 'requestNeeds',
  label: '自动生成采购申请',
  english: 'Request what is needed',
  parameters: {
    origin: choice({
      label: '来源',
      options: { all: '全部', shortage: '订单缺料', stockAlert: '库存预警', forecast: '销售预测' },
      initial: 'all',
    }),
    salesOrder: text({ label: '销售订单', help: '单号；填写后只为这张订单的缺料申请' }),
    category: ref(itemCategory, { label: '商品分类', help: '空为全部' }),
    warehouse: ref(warehouse, { label: '收货仓库' }),
  },
  help: '每个来源一张申请草稿，逐行注明来源和原因；在途和已申请的不再申请，可重复执行',
})
