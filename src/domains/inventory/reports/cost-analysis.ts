import { choice, ref, text } from '../../../kernel/definition/field.ts'
import { defineReport } from '../../../kernel/definition/report.ts'
import { item, itemCategory } from '../../../ledgers/dimensions/item.ts'
import { warehouse } from '../../../ledgers/dimensions/place.ts'
import { reportDays } from '../../../ledgers/report-days.ts'

export const costGroups = {
  element: '成本要素',
  category: '商品分类',
  item: '商品',
  order: '订单',
  document: '单据',
} as const
export const costSides = { incoming: '入库成本', sold: '销售成本', used: '其他领用' } as const

/** 成本分析表: of what the cost of goods that came, were sold or were used is made, by element, category and item, to the document. */
export const costAnalysis = defineReport({
  name: 'costAnalysis',
  label: '成本构成分析',
  english: 'Cost analysis',
  parameters: {
    side: choice({ label: '看', english: 'Look at', options: costSides, initial: 'incoming' }),
    by: choice({ label: '按', english: 'By', options: costGroups, initial: 'element' }),
    ...reportDays,
    element: choice({
      label: '要素',
      english: 'Element',
      options: {
        goods: '采购价款',
        charges: '采购费用',
        priceDifference: '到票差价',
        allowance: '采购折让',
        conversion: '组装加工',
        countGain: '盘盈',
        adjustment: '成本调整',
        opening: '期初',
        other: '其他',
      },
    }),
    category: ref(itemCategory, { label: '商品分类' }),
    item: ref(item, { label: '商品' }),
    warehouse: ref(warehouse, { label: '仓库' }),
    order: text({ label: '订单', english: 'Order', hidden: true, maxLength: 36, help: '订单标识' }),
  },
  columns: [
    {
      name: 'name',
      label: '项目',
      english: 'Group',
      kind: 'text',
      width: 240,
      drill: {
        to: 'report',
        report: 'costAnalysis',
        parameters: {
          side: 'side',
          by: 'drillBy',
          element: 'element',
          category: 'categoryId',
          item: 'itemId',
          warehouse: 'warehouseId',
          order: 'orderId',
          from: 'from',
          to: 'to',
        },
      },
    },
    { name: 'quantity', label: '数量', english: 'Quantity', kind: 'quantity', total: true },
    { name: 'amount', label: '金额', english: 'Amount', kind: 'money', total: true, sensitive: true },
    { name: 'share', label: '占比%', english: 'Share %', kind: 'percent', sensitive: true },
    { name: 'unitCost', label: '单位成本', english: 'Unit cost', kind: 'price', sensitive: true },
  ],
  chart: { kind: 'pie', category: 'name', series: ['amount'] },
  help: '金额取自库存账，到票差价、运费、补录的更正都算在内；点项目逐层看到商品和单据',
})
