import { date, ref } from '../../../kernel/definition/field.ts'
import { defineReport } from '../../../kernel/definition/report.ts'
import { warehouse } from '../../../ledgers/dimensions/place.ts'
import { fiveColumns } from './five-columns.ts'

/** 门店看板: what each store or warehouse holds now, what it sold today and this month, and what sells best there. */
export const storeBoard = defineReport({
  name: 'storeBoard',
  label: '门店看板',
  english: 'Store board',
  parameters: {
    warehouse: ref(warehouse, { label: '门店' }),
    day: date({ label: '日期', english: 'Day', initial: 'today' }),
  },
  columns: [
    {
      name: 'name',
      label: '门店',
      english: 'Store',
      kind: 'text',
      width: 140,
      drill: { to: 'report', report: 'storeSellers', parameters: { warehouse: 'warehouseId', from: 'from', to: 'to' } },
    },
    { name: 'todayNet', label: '今日销售', english: 'Sold today', kind: 'money', total: true },
    { name: 'monthNet', label: '本月销售', english: 'Sold this month', kind: 'money', total: true },
    { name: 'monthQuantity', label: '本月销量', english: 'Units this month', kind: 'quantity', total: true },
    {
      name: 'items',
      label: '有货商品',
      english: 'Items in stock',
      kind: 'integer',
      drill: { to: 'report', report: 'stockOnHand', parameters: { warehouse: 'warehouseId' } },
    },
    { name: 'out', label: '在售缺货', english: 'Sold out', kind: 'integer', total: true },
    ...fiveColumns(),
    { name: 'value', label: '库存金额', english: 'Stock value', kind: 'money', total: true, sensitive: true },
    { name: 'best1', label: '热销一', english: 'Best seller', kind: 'text', width: 170 },
    { name: 'best2', label: '热销二', english: 'Second', kind: 'text', width: 170 },
    { name: 'best3', label: '热销三', english: 'Third', kind: 'text', width: 170 },
  ],
  chart: { kind: 'bar', category: 'name', series: ['monthNet', 'value'] },
  help: '在售缺货：近 30 天在该店卖过、现在可用为零的商品。热销按近 30 天销量',
})
