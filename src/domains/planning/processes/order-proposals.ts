import { choice, integer, json, ref } from '../../../kernel/definition/field.ts'
import { defineProcess } from '../../../kernel/definition/report.ts'
import { itemCategory } from '../../../ledgers/dimensions/item.ts'
import { party } from '../../../ledgers/dimensions/party.ts'
import { warehouse } from '../../../ledgers/dimensions/place.ts'
import { demandBases } from '../rules/replenish.ts'

/** 补货下单: replenishment proposals become draft orders, one a supplier, or a request; changed before as the buyer sees fit. */
export const orderProposals = defineProcess({
  name: 'orderProposals',
  label: '补货下单',
  english: 'Order replenishment',
  parameters: {
    as: choice({
      label: '生成',
      english: 'Make',
      options: { order: '采购订单', request: '采购申请' },
      initial: 'order',
      required: true,
    }),
    days: integer({ label: '销量天数', english: 'Days of sales', initial: '90' }),
    basis: choice({ label: '日均按', english: 'By', options: demandBases, initial: 'average' }),
    coverDays: integer({ label: '备货天数', english: 'Days to cover', initial: '30' }),
    category: ref(itemCategory, { label: '商品分类', help: '空为全部' }),
    supplier: ref(party, { label: '供应商', facet: 'supplier', help: '空则逐行选最优' }),
    warehouse: ref(warehouse, { label: '收货仓库' }),
    lines: json({
      label: '指定明细',
      help: '[{item, supplier, quantity, price}]：只下这些商品，可改供应商、数量、单价',
      hidden: true,
    }),
  },
  help: '按智能补货建议生成采购订单草稿（每个供应商一张，最优价、起订量、提前期）或采购申请草稿；可重复执行，不会重复下单',
})
