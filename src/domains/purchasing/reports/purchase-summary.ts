import { choice } from '../../../kernel/definition/field.ts'
import { defineReport } from '../../../kernel/definition/report.ts'
import { reportDays } from '../../../ledgers/report-days.ts'
import { purchaseFilters } from './purchase-filters.ts'

/** By what purchases are looked at. */
export const purchaseGroups = {
  item: '商品',
  supplier: '供应商',
  buyer: '采购员',
  month: '月份',
  category: '商品分类',
  document: '单据',
} as const

/** 采购汇总表: what was received less what was returned. */
export const purchaseSummary = defineReport({
  name: 'purchaseSummary',
  label: '采购汇总表',
  english: 'Purchases',
  parameters: {
    by: choice({ label: '按', english: 'By', options: purchaseGroups, initial: 'item' }),
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
      drill: { to: 'document', type: 'documentType', id: 'documentId' },
    },
    { name: 'quantity', label: '数量', english: 'Quantity', kind: 'quantity', total: true },
    { name: 'net', label: '采购金额', english: 'Net', kind: 'money', total: true, sensitive: true },
    { name: 'tax', label: '税额', kind: 'money', total: true, sensitive: true },
    { name: 'gross', label: '价税合计', english: 'Gross', kind: 'money', total: true, sensitive: true },
    { name: 'price', label: '平均单价', english: 'Average price', kind: 'price', sensitive: true },
  ],
  chart: { kind: 'bar', category: 'key', series: ['net'] },
})
