import { choice, ref } from '../../../kernel/definition/field.ts'
import { defineReport } from '../../../kernel/definition/report.ts'
import { item, itemCategory } from '../../../ledgers/dimensions/item.ts'
import { warehouse } from '../../../ledgers/dimensions/place.ts'
import { reportDays } from '../../../ledgers/report-days.ts'
import { flowGroups } from './flow-groups.ts'

/** 库存周转分析: how often stock is sold and how many days it lasts, by item, category or warehouse, and month by month. */
export const stockTurnover = defineReport({
  name: 'stockTurnover',
  label: '库存周转分析',
  english: 'Stock turnover',
  parameters: {
    by: choice({ label: '按', english: 'By', options: { ...flowGroups, month: '月份趋势' }, initial: 'item' }),
    ...reportDays,
    item: ref(item, { label: '商品' }),
    category: ref(itemCategory, { label: '商品分类' }),
    warehouse: ref(warehouse, { label: '仓库' }),
  },
  columns: [
    {
      name: 'name',
      label: '项目',
      english: 'Group',
      kind: 'text',
      width: 220,
      drill: {
        to: 'report',
        report: 'stockTurnover',
        parameters: {
          by: 'drillBy',
          item: 'itemId',
          category: 'categoryId',
          warehouse: 'warehouseId',
          from: 'from',
          to: 'to',
        },
      },
    },
    { name: 'averageValue', label: '平均库存', english: 'Average stock', kind: 'money', total: true, sensitive: true },
    { name: 'closingValue', label: '期末库存', english: 'Closing stock', kind: 'money', sensitive: true },
    { name: 'soldCost', label: '销售成本', english: 'Cost of sales', kind: 'money', total: true, sensitive: true },
    { name: 'turns', label: '周转次数', english: 'Turns', kind: 'price' },
    { name: 'turnsAYear', label: '折年次数', english: 'Turns a year', kind: 'price' },
    { name: 'days', label: '周转天数', english: 'Days', kind: 'price' },
    { name: 'lastSold', label: '最近销售', english: 'Last sold', kind: 'date' },
  ],
  chart: { kind: 'bar', category: 'name', series: ['averageValue', 'soldCost'] },
  help: '平均库存 = 每天日终库存金额的平均；周转次数 = 销售成本 ÷ 平均库存；周转天数 = 期间天数 ÷ 周转次数',
})
