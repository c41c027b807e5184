import { choice, ref } from '../../../kernel/definition/field.ts'
import { defineReport } from '../../../kernel/definition/report.ts'
import { item } from '../../../ledgers/dimensions/item.ts'
import { party } from '../../../ledgers/dimensions/party.ts'
import { reportDays } from '../../../ledgers/report-days.ts'

/** 采购价格趋势: what an item cost month by month, of all suppliers or of each. */
export const purchasePriceTrend = defineReport({
  name: 'purchasePriceTrend',
  label: '采购价格趋势',
  english: 'Purchase price trend',
  parameters: {
    item: ref(item, { label: '商品', required: true }),
    supplier: ref(party, { label: '供应商', facet: 'supplier' }),
    by: choice({
      label: '按',
      english: 'By',
      options: { month: '月份', supplier: '供应商与月份', deal: '每次入库' },
      initial: 'month',
    }),
    ...reportDays,
  },
  columns: [
    {
      name: 'key',
      label: '期间',
      english: 'When',
      kind: 'text',
      width: 200,
      drill: { to: 'document', type: 'documentType', id: 'documentId' },
    },
    { name: 'supplierName', label: '供应商', english: 'Supplier', kind: 'text', width: 180 },
    { name: 'quantity', label: '数量', english: 'Quantity', kind: 'quantity', total: true },
    { name: 'gross', label: '价税合计', english: 'Gross', kind: 'money', total: true, sensitive: true },
    { name: 'price', label: '平均含税价', english: 'Average price with tax', kind: 'price', sensitive: true },
    { name: 'lowest', label: '最低', english: 'Lowest', kind: 'price', sensitive: true },
    { name: 'highest', label: '最高', english: 'Highest', kind: 'price', sensitive: true },
    { name: 'change', label: '比上期%', english: 'Change %', kind: 'percent' },
  ],
  chart: { kind: 'line', category: 'key', series: ['price'] },
  help: '按入库单的含税价、基本单位；不含赠品与退货',
})
