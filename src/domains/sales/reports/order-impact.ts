import { text } from '../../../kernel/definition/field.ts'
import { defineReport } from '../../../kernel/definition/report.ts'

/** 一单到底: everything that one order asks for and caused, from the stock check to the money. */
export const orderImpact = defineReport({
  name: 'orderImpact',
  label: '一单到底',
  english: 'One order, all through',
  parameters: { order: text({ label: '销售订单号', english: 'Order', required: true, maxLength: 60 }) },
  columns: [
    { name: 'section', label: '环节', english: 'Stage', kind: 'text', width: 120 },
    {
      name: 'document',
      label: '单据',
      english: 'Document',
      kind: 'text',
      width: 200,
      drill: { to: 'document', type: 'documentType', id: 'documentId' },
    },
    { name: 'date', label: '日期', english: 'Date', kind: 'date', width: 100 },
    { name: 'item', label: '商品 / 说明', english: 'Item', kind: 'text', width: 230 },
    { name: 'quantity', label: '数量', english: 'Quantity', kind: 'quantity' },
    { name: 'available', label: '现存可用', english: 'Available', kind: 'quantity' },
    { name: 'shortage', label: '缺口', english: 'Short', kind: 'quantity' },
    { name: 'amount', label: '金额', english: 'Amount', kind: 'money' },
    { name: 'state', label: '状态', english: 'State', kind: 'text', width: 150 },
  ],
  help: '库存检查、缺货、由本订单引出的采购与生产、出库、开票、应收与收款。',
})
