import { date, ref } from '../../../kernel/definition/field.ts'
import { defineReport } from '../../../kernel/definition/report.ts'
import { item, itemCategory } from '../../../ledgers/dimensions/item.ts'
import { warehouse } from '../../../ledgers/dimensions/place.ts'

/** 收发存汇总表: opening, in, out and closing of every item between two days. */
export const stockSummary = defineReport({
  name: 'stockSummary',
  label: '收发存汇总表',
  english: 'Stock summary',
  parameters: {
    from: date({ label: '开始日期', english: 'From' }),
    to: date({ label: '结束日期', english: 'To' }),
    item: ref(item, { label: '商品' }),
    category: ref(itemCategory, { label: '商品分类' }),
    warehouse: ref(warehouse, { label: '仓库' }),
  },
  columns: [
    {
      name: 'code',
      label: '商品编码',
      english: 'Item',
      kind: 'text',
      drill: { to: 'report', report: 'stockLedger', parameters: { item: 'itemId', from: 'from', to: 'to' } },
      width: 110,
    },
    { name: 'name', label: '商品名称', english: 'Name', kind: 'text', width: 180 },
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
  ],
  chart: { kind: 'bar', category: 'name', series: ['inAmount', 'outAmount'] },
})
