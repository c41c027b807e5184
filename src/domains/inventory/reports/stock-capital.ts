import { choice, decimal, integer, ref } from '../../../kernel/definition/field.ts'
import { defineReport } from '../../../kernel/definition/report.ts'
import { itemCategory } from '../../../ledgers/dimensions/item.ts'
import { warehouse } from '../../../ledgers/dimensions/place.ts'
import { reportDays } from '../../../ledgers/report-days.ts'
import { flowGroups } from './flow-groups.ts'
import { markupColumn } from './markup-column.ts'
import { worthParameter } from './stock-worth.ts'

/** 库存资金占用: how much money stock held over a time, what that cost, and how much of it lies in what does not sell. */
export const stockCapital = defineReport({
  name: 'stockCapital',
  label: '库存资金占用表',
  english: 'Capital tied up in stock',
  parameters: {
    by: choice({ label: '按', english: 'By', options: flowGroups, initial: 'category' }),
    ...reportDays,
    category: ref(itemCategory, { label: '商品分类' }),
    warehouse: ref(warehouse, { label: '仓库' }),
    worth: worthParameter,
    slowDays: integer({ label: '呆滞天数', english: 'Slow after (days)', initial: '90', help: '多少天没有销售算呆滞' }),
    rate: decimal({
      label: '年资金成本%',
      english: 'Cost of money % a year',
      initial: '6',
      help: '占用资金按此年率计成本',
    }),
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
        report: 'stockCapital',
        parameters: {
          by: 'drillBy',
          category: 'categoryId',
          warehouse: 'warehouseId',
          from: 'from',
          to: 'to',
          worth: 'worth',
        },
      },
    },
    { name: 'averageValue', label: '平均占用', english: 'Average', kind: 'money', total: true, sensitive: true },
    { name: 'share', label: '占比%', english: 'Share %', kind: 'percent', sensitive: true },
    { name: 'closingValue', label: '期末金额', english: 'Closing', kind: 'money', total: true, sensitive: true },
    markupColumn('closingMarkup'),
    { name: 'slowValue', label: '其中呆滞', english: 'Of it slow', kind: 'money', total: true, sensitive: true },
    { name: 'slowShare', label: '呆滞率%', english: 'Slow %', kind: 'percent', sensitive: true },
    { name: 'cost', label: '资金成本', english: 'Cost of money', kind: 'money', total: true, sensitive: true },
    { name: 'coverDays', label: '可销天数', english: 'Days of cover', kind: 'integer' },
  ],
  chart: { kind: 'pie', category: 'name', series: ['averageValue'] },
  help: '平均占用 = 每天日终库存金额的平均；资金成本 = 平均占用 × 年率 × 天数 ÷ 365；可销天数 = 期末金额 ÷ 日均销售成本',
})
