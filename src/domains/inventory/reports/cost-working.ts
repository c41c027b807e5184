import { text } from '../../../kernel/definition/field.ts'
import { defineReport } from '../../../kernel/definition/report.ts'

/** 为什么是这个成本: how the cost of a document's lines, or of one entry, came about, step by step. */
export const costWorking = defineReport({
  name: 'costWorking',
  label: '为什么是这个成本',
  english: 'Why this cost',
  help: '金额、单价按计价方法从结存一步步算出；以后的更正写明由哪张单据引起',
  parameters: {
    document: text({ label: '单据编号', english: 'Document number', help: '一张单据的各行' }),
    entry: text({ label: '分录', english: 'Entry', help: '库存账中的一笔' }),
  },
  columns: [
    { name: 'date', label: '日期', kind: 'date', width: 100 },
    { name: 'what', label: '步骤', english: 'Step', kind: 'text', width: 210 },
    {
      name: 'number',
      label: '单据编号',
      english: 'Document',
      kind: 'text',
      drill: { to: 'document', type: 'documentType', id: 'documentId' },
      width: 160,
    },
    { name: 'quantity', label: '数量', english: 'Quantity', kind: 'quantity' },
    { name: 'unit', label: '单价', english: 'Unit cost', kind: 'price', sensitive: true },
    { name: 'amount', label: '金额', english: 'Amount', kind: 'money', sensitive: true },
    { name: 'formula', label: '怎么算的', english: 'How', kind: 'text', sensitive: true, width: 320 },
    { name: 'leftQuantity', label: '数量', english: 'Quantity', kind: 'quantity', group: '结存' },
    { name: 'leftAmount', label: '金额', english: 'Amount', kind: 'money', group: '结存', sensitive: true },
  ],
})
