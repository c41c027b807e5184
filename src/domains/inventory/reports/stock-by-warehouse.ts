import { choice, date, moment, ref } from '../../../kernel/definition/field.ts'
import { defineReport } from '../../../kernel/definition/report.ts'
import { item, itemCategory } from '../../../ledgers/dimensions/item.ts'
import { fiveColumns } from './five-columns.ts'

/** Which quantities stand under each warehouse. */
export const matrixFigures = {
  promise: '现存与可用',
  onHand: '现存',
  five: '五个数量',
} as const

/** 多仓库存表: every item in one line, each warehouse beside the others, with what may still be promised from it. */
export const stockByWarehouse = defineReport({
  name: 'stockByWarehouse',
  label: '多仓库存表',
  english: 'Stock by warehouse',
  parameters: {
    item: ref(item, { label: '商品' }),
    category: ref(itemCategory, { label: '商品分类' }),
    show: choice({ label: '显示', english: 'Show', options: matrixFigures, initial: 'promise' }),
    asOf: date({ label: '截止日期', english: 'As of' }),
    knownAt: moment({ label: '当时所知', english: 'As known at', help: '只看此刻之前录入的单据' }),
  },
  columns: [
    {
      name: 'code',
      label: '商品编码',
      english: 'Item',
      kind: 'text',
      drill: { to: 'report', report: 'stockLedger', parameters: { item: 'itemId' } },
      width: 110,
    },
    { name: 'name', label: '商品名称', english: 'Name', kind: 'text', width: 180 },
    { name: 'unit', label: '单位', english: 'Unit', kind: 'text', width: 60 },
    ...fiveColumns('合计'),
  ],
  help: '可用 = 现存 − 冻结 − 待发；未定仓库的订单只占公司合计',
})
