import { integer, ref } from '../../../kernel/definition/field.ts'
import { defineReport } from '../../../kernel/definition/report.ts'
import { item } from '../../../ledgers/dimensions/item.ts'
import { forecastSpan } from './demand-forecast.ts'

/** 单品销量预测: an item's history month by month and what is expected, with the interval in which eight of ten months fall. */
export const itemForecast = defineReport({
  name: 'itemForecast',
  label: '单品销量预测',
  english: 'Forecast of an item',
  parameters: {
    item: ref(item, { label: '商品', required: true }),
    ...forecastSpan,
    horizon: integer({ label: '预测月数', english: 'Months ahead', initial: '6', help: '本月起，1 到 12' }),
  },
  columns: [
    { name: 'month', label: '月份', english: 'Month', kind: 'month', width: 90 },
    {
      name: 'sold',
      label: '销量',
      english: 'Sold',
      kind: 'quantity',
      total: true,
      drill: { to: 'report', report: 'stockLedger', parameters: { item: 'itemId', from: 'from', to: 'to' } },
    },
    { name: 'promoted', label: '其中促销', english: 'On promotion', kind: 'quantity', total: true },
    { name: 'outDays', label: '缺货天数', english: 'Days out of stock', kind: 'integer', total: true },
    { name: 'demand', label: '还原需求', english: 'Demand', kind: 'quantity' },
    { name: 'forecast', label: '预测', english: 'Forecast', kind: 'quantity', total: true },
    { name: 'low', label: '下限（80%）', english: 'Low (80 %)', kind: 'quantity' },
    { name: 'high', label: '上限（80%）', english: 'High (80 %)', kind: 'quantity' },
  ],
  chart: {
    kind: 'line',
    category: 'month',
    series: ['sold', 'forecast', 'low', 'high'],
    dashed: ['forecast', 'low', 'high'],
  },
  help: '还原需求：当月部分时间缺货的，按有货日的速度补足整月；多半缺货的不算。80% 区间：十个月里约八个月落在其中',
})
