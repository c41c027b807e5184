import { ref, text } from '../../../kernel/definition/field.ts'
import { defineReport } from '../../../kernel/definition/report.ts'
import { item } from '../../../ledgers/dimensions/item.ts'

/** 序列号履历: one unit, one history: every document that moved it, from whom, to whom, and where it is. */
export const serialHistory = defineReport({
  name: 'serialHistory',
  label: '序列号履历',
  english: 'Serial number history',
  parameters: {
    serialNumber: text({ label: '序列号', required: true, maxLength: 100 }),
    item: ref(item, { label: '商品' }),
  },
  columns: [
    { name: 'date', label: '日期', english: 'Date', kind: 'date' },
    { name: 'itemName', label: '商品', english: 'Item', kind: 'text', width: 200 },
    { name: 'serialNumber', label: '序列号', english: 'Serial number', kind: 'text', width: 140 },
    { name: 'what', label: '业务', english: 'What happened', kind: 'text', width: 130 },
    {
      name: 'documentNumber',
      label: '单据',
      english: 'Document',
      kind: 'text',
      width: 160,
      drill: { to: 'document', type: 'documentType', id: 'documentId' },
    },
    { name: 'way', label: '方向', english: 'In or out', kind: 'text', width: 60 },
    { name: 'warehouse', label: '仓库', english: 'Warehouse', kind: 'text', width: 120 },
    { name: 'partyName', label: '往来单位', english: 'Party', kind: 'text', width: 180 },
    { name: 'lot', label: '批号', english: 'Lot', kind: 'text', width: 120, seldom: true },
    { name: 'cost', label: '成本', english: 'Cost', kind: 'money', sensitive: true },
  ],
})
