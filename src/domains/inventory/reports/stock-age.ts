import { boolean, choice, date, ref, text } from '../../../kernel/definition/field.ts'
import { defineReport } from '../../../kernel/definition/report.ts'
import { item, itemCategory } from '../../../ledgers/dimensions/item.ts'
import { warehouse } from '../../../ledgers/dimensions/place.ts'
import { markupColumn } from './markup-column.ts'
import { worthParameter } from './stock-worth.ts'

export const ageGroups = { item: '商品', warehouse: '商品和仓库', category: '商品分类', layer: '每批入库' } as const

/** 库龄分析: how long goods have been here, by the layers in which they came or by lot, in buckets with their value. */
export const stockAge = defineReport({
  name: 'stockAge',
  label: '库龄分析表',
  english: 'Age of stock',
  parameters: {
    by: choice({ label: '按', english: 'By', options: ageGroups, initial: 'item' }),
    item: ref(item, { label: '商品' }),
    category: ref(itemCategory, { label: '商品分类' }),
    warehouse: ref(warehouse, { label: '仓库' }),
    asOf: date({ label: '截止日期', english: 'As of', initial: 'today' }),
    buckets: text({ label: '分段（天）', english: 'Buckets (days)', initial: '30,60,90,180,365', maxLength: 60 }),
    worth: worthParameter,
    slow: boolean({ label: '只看最老一段', english: 'Oldest only' }),
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
        report: 'stockAge',
        parameters: {
          by: 'drillBy',
          item: 'itemId',
          category: 'categoryId',
          warehouse: 'warehouseId',
          asOf: 'asOf',
          buckets: 'buckets',
          worth: 'worth',
        },
      },
    },
    { name: 'warehouse', label: '仓库', english: 'Warehouse', kind: 'text', width: 90 },
    { name: 'quantity', label: '现存', english: 'On hand', kind: 'quantity', total: true },
    { name: 'amount', label: '库存金额', english: 'Value', kind: 'money', total: true, sensitive: true },
    markupColumn('markup'),
    { name: 'averageAge', label: '平均库龄（天）', english: 'Average age', kind: 'integer' },
    { name: 'oldest', label: '最早入库', english: 'Oldest', kind: 'date' },
  ],
  chart: { kind: 'bar', category: 'name', series: ['amount'] },
  help: '批次管理的按批次首次入库日；先进先出的按成本层；其余按后进的还在推算：现存由最近的入库往前数。退回和调拨带原来的日期',
})
