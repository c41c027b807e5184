import { ref } from '../../../kernel/definition/field.ts'
import { defineReport } from '../../../kernel/definition/report.ts'
import { warehouse } from '../../../ledgers/dimensions/place.ts'
import { reportDays } from '../../../ledgers/report-days.ts'

/** 门店热销排行: what sells best in a store, and what is left of it there and elsewhere. */
export const storeSellers = defineReport({
  name: 'storeSellers',
  label: '门店热销排行',
  english: 'Best sellers of a store',
  parameters: { warehouse: ref(warehouse, { label: '门店', required: true }), ...reportDays },
  columns: [
    { name: 'rank', label: '名次', english: 'Rank', kind: 'integer', width: 50 },
    {
      name: 'itemName',
      label: '商品',
      english: 'Item',
      kind: 'text',
      width: 220,
      drill: { to: 'report', report: 'stockLedger', parameters: { item: 'itemId', warehouse: 'warehouseId' } },
    },
    { name: 'sold', label: '销量', english: 'Sold', kind: 'quantity', total: true },
    { name: 'net', label: '销售金额', english: 'Net sales', kind: 'money', total: true },
    { name: 'quantity', label: '本店现存', english: 'On hand here', kind: 'quantity' },
    { name: 'available', label: '本店可用', english: 'Available here', kind: 'quantity' },
    { name: 'elsewhere', label: '他店可用', english: 'Available elsewhere', kind: 'quantity' },
    { name: 'days', label: '可销天数', english: 'Days of cover', kind: 'integer' },
  ],
  chart: { kind: 'bar', category: 'itemName', series: ['sold'] },
})
