import { choice, integer, ref } from '../../../kernel/definition/field.ts'
import { defineReport } from '../../../kernel/definition/report.ts'
import { item, itemCategory } from '../../../ledgers/dimensions/item.ts'
import { warehouse } from '../../../ledgers/dimensions/place.ts'

export const forecastOrders = { code: '商品编码', quantity: '预测销量', growth: '增长最快', error: '误差最大' } as const

/** How far back and ahead forecasts look. */
export const forecastSpan = {
  warehouse: ref(warehouse, { label: '仓库', help: '空为全公司' }),
  months: integer({ label: '历史月数', english: 'Months of history', initial: '36', help: '6 到 120' }),
  horizon: integer({ label: '预测月数', english: 'Months ahead', initial: '3', help: '本月起，1 到 12' }),
} as const

/** 销量预测: what every item is expected to sell in the months to come, by which method, how far that was off, and why. */
export const demandForecast = defineReport({
  name: 'demandForecast',
  label: '销量预测表',
  english: 'Demand forecast',
  parameters: {
    category: ref(itemCategory, { label: '商品分类' }),
    item: ref(item, { label: '商品' }),
    ...forecastSpan,
    order: choice({ label: '排序', english: 'Order', options: forecastOrders, initial: 'code' }),
  },
  columns: [
    {
      name: 'itemName',
      label: '商品',
      english: 'Item',
      kind: 'text',
      width: 200,
      drill: { to: 'report', report: 'itemForecast', parameters: { item: 'itemId', warehouse: 'warehouseId' } },
    },
    { name: 'unit', label: '单位', english: 'Unit', kind: 'text', width: 50 },
    { name: 'lastYear', label: '去年同期', english: 'Year before', kind: 'quantity', total: true },
    { name: 'expected', label: '预测合计', english: 'Expected', kind: 'quantity', total: true },
    { name: 'growth', label: '增长%', english: 'Growth %', kind: 'percent' },
    { name: 'wape', label: 'WAPE%', english: 'WAPE %', kind: 'percent' },
    { name: 'mase', label: 'MASE', english: 'MASE', kind: 'price' },
    { name: 'method', label: '方法', english: 'Method', kind: 'text', width: 150 },
    { name: 'notes', label: '提示', english: 'Notes', kind: 'text', width: 160 },
    { name: 'reason', label: '依据', english: 'Why', kind: 'text', width: 420 },
  ],
  chart: { kind: 'bar', category: 'itemName', series: ['lastYear', 'expected'] },
  help: '逐商品用自己的历史滚动回测，取误差最小的方法；WAPE = 误差绝对值合计 ÷ 销量合计；MASE 小于 1 即好过照搬去年或上月',
})
