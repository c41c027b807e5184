import { choice } from '../../../kernel/definition/field.ts'
import { defineReport } from '../../../kernel/definition/report.ts'
import { reportDays } from '../../../ledgers/report-days.ts'
import { saleFilters } from './sale-filters.ts'

/** By what sales are looked at. */
export const salesGroups = {
  item: '商品',
  customer: '客户',
  salesperson: '业务员',
  day: '日期',
  month: '月份',
  category: '商品分类',
  document: '单据',
} as const

/** 销售汇总与毛利: everything that was sold less what came back or was allowed, at its real cost, as that is known now. */
export const salesSummary = defineReport({
  name: 'salesSummary',
  label: '销售毛利汇总表',
  english: 'Sales and gross profit',
  parameters: {
    by: choice({ label: '按', english: 'By', options: salesGroups, initial: 'item' }),
    ...reportDays,
    ...saleFilters,
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
    { name: 'net', label: '销售金额', english: 'Net sales', kind: 'money', total: true },
    { name: 'gross', label: '价税合计', english: 'Gross', kind: 'money', total: true },
    { name: 'cost', label: '销售成本', english: 'Cost', kind: 'money', total: true, sensitive: true },
    { name: 'profit', label: '毛利', english: 'Gross profit', kind: 'money', total: true, sensitive: 'margin' },
    { name: 'margin', label: '毛利率%', english: 'Margin %', kind: 'percent', sensitive: 'margin' },
  ],
  chart: { kind: 'bar', category: 'key', series: ['net', 'profit'] },
  help: '销售金额不含税，含零售、代销和直运，减退货、换货与折让；成本取自库存账，补录和到价后随之更新。',
})
