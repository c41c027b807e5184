import { choice, date, moment, ref, text } from '../../../kernel/definition/field.ts'
import { defineReport } from '../../../kernel/definition/report.ts'
import { item } from '../../../ledgers/dimensions/item.ts'
import { warehouse } from '../../../ledgers/dimensions/place.ts'
import { markupColumn } from './markup-column.ts'

/** Whether every movement has a line, or days or months have one. */
export const ledgerSteps = { entry: '逐笔', day: '按日', month: '按月' } as const

/** Leads from an amount to its working. */
const whyThisCost = { to: 'report', report: 'costWorking', parameters: { entry: 'entry' } } as const

/** 库存明细账: every movement of an item, what it cost, and what was left. */
export const stockLedgerReport = defineReport({
  name: 'stockLedger',
  label: '库存明细账',
  english: 'Stock ledger',
  parameters: {
    item: ref(item, { label: '商品', required: true }),
    warehouse: ref(warehouse, { label: '仓库' }),
    from: date({ label: '开始日期', english: 'From' }),
    to: date({ label: '结束日期', english: 'To' }),
    lot: text({ label: '批号', english: 'Lot', maxLength: 60 }),
    by: choice({ label: '按', english: 'By', options: ledgerSteps, initial: 'entry' }),
    knownAt: moment({ label: '当时所知', english: 'As known at' }),
  },
  layout: 'ledgerBook',
  columns: [
    { name: 'date', label: '日期', kind: 'date', width: 100 },
    {
      name: 'number',
      label: '单据编号',
      english: 'Document',
      kind: 'text',
      drill: { to: 'document', type: 'documentType', id: 'documentId' },
      width: 160,
    },
    { name: 'kind', label: '业务类型', english: 'Kind', kind: 'text', width: 120 },
    { name: 'warehouse', label: '仓库', kind: 'text', width: 100 },
    { name: 'lot', label: '批号', english: 'Lot', kind: 'text', width: 110 },
    { name: 'inQuantity', label: '数量', english: 'Quantity', kind: 'quantity', group: '收入', total: true },
    {
      name: 'inAmount',
      label: '金额',
      english: 'Amount',
      kind: 'money',
      group: '收入',
      total: true,
      sensitive: true,
      drill: whyThisCost,
    },
    { name: 'outQuantity', label: '数量', english: 'Quantity', kind: 'quantity', group: '发出', total: true },
    {
      name: 'outAmount',
      label: '金额',
      english: 'Amount',
      kind: 'money',
      group: '发出',
      total: true,
      sensitive: true,
      drill: whyThisCost,
    },
    { name: 'leftQuantity', label: '数量', english: 'Quantity', kind: 'quantity', group: '结存' },
    { name: 'leftUnit', label: '单价', english: 'Unit cost', kind: 'price', group: '结存', sensitive: true },
    { name: 'leftAmount', label: '金额', english: 'Amount', kind: 'money', group: '结存', sensitive: true },
    { ...markupColumn('leftMarkup', '结存'), total: false },
  ],
})
