import { choice, ref } from '../../../kernel/definition/field.ts'
import { branch } from '../../../ledgers/dimensions/branch.ts'
import { defineReport } from '../../../kernel/definition/report.ts'
import { reportDays } from '../../../ledgers/report-days.ts'
import { saleFilters } from './sale-filters.ts'

export const analysisGroups = {
  item: '商品',
  category: '商品分类',
  customer: '客户',
  region: '地区',
  salesperson: '业务员',
  channel: '渠道',
  branch: '分支机构',
  day: '日',
  month: '月',
  document: '单据',
} as const

export const channels = { 批发: '批发', 零售: '零售', 代销: '代销', 直运: '直运' } as const

/** 销售分析: sales and gross profit by any view, beside the same days a year ago and the days just before. */
export const salesAnalysis = defineReport({
  name: 'salesAnalysis',
  label: '销售分析',
  english: 'Sales analysis',
  parameters: {
    by: choice({ label: '按', english: 'By', options: analysisGroups, initial: 'item' }),
    ...reportDays,
    channel: choice({ label: '渠道', options: channels }),
    branch: ref(branch, { label: '分支机构', help: '空为全公司合并' }),
    ...saleFilters,
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
        report: 'salesAnalysis',
        parameters: {
          by: 'drillBy',
          from: 'from',
          to: 'to',
          item: 'itemId',
          customer: 'customerId',
          category: 'categoryId',
          salesperson: 'salespersonId',
          channel: 'channelId',
          branch: 'branchId',
        },
      },
    },
    {
      name: 'documentNumber',
      label: '单据',
      english: 'Document',
      kind: 'text',
      seldom: true,
      drill: { to: 'document', type: 'documentType', id: 'documentId' },
    },
    { name: 'quantity', label: '数量', english: 'Quantity', kind: 'quantity', total: true },
    { name: 'net', label: '销售金额', english: 'Net sales', kind: 'money', total: true },
    { name: 'share', label: '占比%', english: 'Share %', kind: 'percent' },
    { name: 'cost', label: '销售成本', english: 'Cost', kind: 'money', total: true, sensitive: true },
    { name: 'profit', label: '毛利', english: 'Gross profit', kind: 'money', total: true, sensitive: 'margin' },
    { name: 'margin', label: '毛利率%', english: 'Margin %', kind: 'percent', sensitive: 'margin' },
    { name: 'lastYear', label: '去年同期', english: 'A year ago', kind: 'money', total: true, group: '同比' },
    { name: 'yearOnYear', label: '同比%', english: 'Year on year %', kind: 'percent', group: '同比' },
    { name: 'before', label: '上期', english: 'Days before', kind: 'money', total: true, group: '环比' },
    { name: 'periodOnPeriod', label: '环比%', english: 'On the days before %', kind: 'percent', group: '环比' },
  ],
  chart: { kind: 'bar', category: 'key', series: ['net', 'lastYear'] },
  help: '销售额为不含税金额，减退货、换货与折让；成本取自库存账，补录和到价后随之更新。地区取自客户资料。',
})
