import { boolean, choice, date, moment, ref } from '../../../kernel/definition/field.ts'
import { defineReport } from '../../../kernel/definition/report.ts'
import { item, itemCategory } from '../../../ledgers/dimensions/item.ts'
import { warehouse } from '../../../ledgers/dimensions/place.ts'
import { markupColumn } from './markup-column.ts'

export const summaryGroups = { item: '商品', category: '商品分类', warehouse: '仓库' } as const

/** 收发存汇总表: opening, in, out and closing of every item between two days. */
export const stockSummary = defineReport({
  name: 'stockSummary',
  label: '收发存汇总表',
  english: 'Stock summary',
  parameters: {
    by: choice({ label: '按', english: 'By', options: summaryGroups, initial: 'item' }),
    from: date({ label: '开始日期', english: 'From' }),
    to: date({ label: '结束日期', english: 'To' }),
    item: ref(item, { label: '商品' }),
    category: ref(itemCategory, { label: '商品分类' }),
    warehouse: ref(warehouse, { label: '仓库' }),
    kinds: boolean({ label: '按业务展开', english: 'By kind of document', help: '收入、发出按单据类型分列' }),
    knownAt: moment({ label: '当时所知', english: 'As known at', help: '只看此刻之前录入的单据' }),
  },
  columns: [
    {
      name: 'code',
      label: '编码',
      english: 'Code',
      kind: 'text',
      drill: { to: 'report', report: 'stockLedger', parameters: { item: 'itemId', from: 'from', to: 'to' } },
      width: 110,
    },
    {
      name: 'name',
      label: '名称',
      english: 'Name',
      kind: 'text',
      width: 180,
      drill: {
        to: 'report',
        report: 'stockSummary',
        parameters: { by: 'drillBy', category: 'categoryId', warehouse: 'warehouseId', from: 'from', to: 'to' },
      },
    },
    { name: 'unit', label: '单位', english: 'Unit', kind: 'text', width: 60 },
    { name: 'openQuantity', label: '数量', english: 'Quantity', kind: 'quantity', group: '期初', total: true },
    {
      name: 'openAmount',
      label: '金额',
      english: 'Amount',
      kind: 'money',
      group: '期初',
      total: true,
      sensitive: true,
    },
    { name: 'inQuantity', label: '数量', english: 'Quantity', kind: 'quantity', group: '收入', total: true },
    { name: 'inAmount', label: '金额', english: 'Amount', kind: 'money', group: '收入', total: true, sensitive: true },
    { name: 'outQuantity', label: '数量', english: 'Quantity', kind: 'quantity', group: '发出', total: true },
    { name: 'outAmount', label: '金额', english: 'Amount', kind: 'money', group: '发出', total: true, sensitive: true },
    { name: 'closeQuantity', label: '数量', english: 'Quantity', kind: 'quantity', group: '结存', total: true },
    {
      name: 'closeAmount',
      label: '金额',
      english: 'Amount',
      kind: 'money',
      group: '结存',
      total: true,
      sensitive: true,
    },
    markupColumn('closeMarkup', '结存'),
  ],
  chart: { kind: 'bar', category: 'name', series: ['inAmount', 'outAmount'] },
  help: '在库、待检、不良合在一起；期末金额合计等于总账库存商品科目（见库存总值对账表）',
})
