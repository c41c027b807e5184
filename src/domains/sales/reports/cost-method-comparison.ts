import { date, ref } from '../../../kernel/definition/field.ts'
import { defineReport } from '../../../kernel/definition/report.ts'
import { item, itemCategory } from '../../../ledgers/dimensions/item.ts'

/** 计价方法对比: the same movements by every costing method, without touching the books: stock, cost of sales and profit. */
export const costMethodComparison = defineReport({
  name: 'costMethodComparison',
  label: '计价方法对比',
  english: 'Costing methods compared',
  help: '按账上的出入库重算，不改账；每个商品从第一笔算起',
  parameters: {
    item: ref(item, { label: '商品' }),
    category: ref(itemCategory, { label: '商品分类', help: '含下级' }),
    from: date({ label: '开始日期', english: 'From', required: true }),
    to: date({ label: '结束日期', english: 'To', required: true }),
  },
  columns: [
    { name: 'item', label: '商品', kind: 'text', width: 200 },
    { name: 'method', label: '计价方法', english: 'Method', kind: 'text', width: 110 },
    { name: 'used', label: '现用', english: 'In use', kind: 'boolean', width: 60 },
    { name: 'quantity', label: '结存数量', english: 'Closing quantity', kind: 'quantity' },
    { name: 'amount', label: '结存金额', english: 'Closing value', kind: 'money', sensitive: true },
    { name: 'revenue', label: '销售收入', english: 'Revenue', kind: 'money' },
    { name: 'costOfSales', label: '销售成本', english: 'Cost of sales', kind: 'money', sensitive: true },
    { name: 'profit', label: '毛利', english: 'Gross profit', kind: 'money', sensitive: 'margin' },
    { name: 'margin', label: '毛利率', english: 'Margin', kind: 'percent', sensitive: 'margin' },
  ],
  chart: { kind: 'bar', category: 'method', series: ['amount', 'profit'], of: 'subtotals' },
})
