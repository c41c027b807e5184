import { choice } from '../../../kernel/definition/field.ts'
import { defineReport } from '../../../kernel/definition/report.ts'
import { reportDays } from '../../../ledgers/report-days.ts'
import { purchaseFilters } from './purchase-filters.ts'

const groups = { item: '商品', supplier: '供应商', buyer: '采购员', month: '月份', category: '商品分类' } as const

/** 采购同比分析: purchases of a period against the same days a year before, by item, supplier, buyer, month or category. */
export const purchaseAnalysis = defineReport({
  name: 'purchaseAnalysis',
  label: '采购同比分析',
  english: 'Purchases, year on year',
  parameters: {
    by: choice({ label: '按', english: 'By', options: groups, initial: 'supplier' }),
    ...reportDays,
    ...purchaseFilters,
  },
  columns: [
    {
      name: 'key',
      label: '项目',
      english: 'Group',
      kind: 'text',
      width: 220,
      drill: {
        to: 'report',
        report: 'purchaseSummary',
        parameters: {
          by: 'drillBy',
          from: 'from',
          to: 'to',
          supplier: 'supplierId',
          item: 'itemId',
          category: 'categoryId',
        },
      },
    },
    { name: 'quantity', label: '数量', english: 'Quantity', kind: 'quantity', group: '本期', total: true },
    { name: 'net', label: '采购金额', english: 'Net', kind: 'money', group: '本期', total: true, sensitive: true },
    { name: 'share', label: '占比%', english: 'Share %', kind: 'percent', group: '本期' },
    { name: 'price', label: '均价', english: 'Average price', kind: 'price', group: '本期', sensitive: true },
    {
      name: 'beforeQuantity',
      label: '上年数量',
      english: 'Quantity a year before',
      kind: 'quantity',
      group: '上年同期',
      total: true,
    },
    {
      name: 'beforeNet',
      label: '上年金额',
      english: 'Net a year before',
      kind: 'money',
      group: '上年同期',
      total: true,
      sensitive: true,
    },
    {
      name: 'beforePrice',
      label: '上年均价',
      english: 'Average price a year before',
      kind: 'price',
      group: '上年同期',
      sensitive: true,
    },
    { name: 'netChange', label: '金额同比%', english: 'Net, change %', kind: 'percent', group: '同比' },
    { name: 'priceChange', label: '均价同比%', english: 'Price, change %', kind: 'percent', group: '同比' },
  ],
  chart: { kind: 'bar', category: 'key', series: ['net', 'beforeNet'] },
})
