import { text } from '../../../kernel/definition/field.ts'
import { defineReport } from '../../../kernel/definition/report.ts'

/** 询价比价表: what each supplier quoted for each line of an inquiry, side by side, the best marked. */
export const quotationComparison = defineReport({
  name: 'quotationComparison',
  label: '询价比价表',
  english: 'Quotations compared',
  parameters: { inquiry: text({ label: '询价单', help: '单号', required: true }) },
  columns: [
    { name: 'lineNo', label: '行号', english: 'Line', kind: 'integer', width: 60 },
    { name: 'itemName', label: '商品', english: 'Item', kind: 'text', width: 220 },
    { name: 'quantity', label: '数量', kind: 'quantity' },
    { name: 'unit', label: '单位', kind: 'text', width: 60 },
    { name: 'supplierName', label: '供应商', english: 'Supplier', kind: 'text', width: 180 },
    {
      name: 'number',
      label: '报价单号',
      english: 'Quotation',
      kind: 'text',
      width: 150,
      drill: { to: 'document', type: 'documentType', id: 'documentId' },
    },
    { name: 'price', label: '含税单价', english: 'Price with tax', kind: 'price', sensitive: true },
    { name: 'total', label: '含税金额', english: 'Total with tax', kind: 'money', sensitive: true },
    { name: 'leadDays', label: '交货天数', english: 'Lead days', kind: 'integer' },
    { name: 'minimumOrder', label: '起订量', english: 'Minimum order', kind: 'quantity' },
    { name: 'validTo', label: '失效日期', english: 'Valid to', kind: 'date', width: 100 },
    { name: 'isCheapest', label: '最低价', english: 'Cheapest', kind: 'boolean' },
    { name: 'isSoonest', label: '最快', english: 'Soonest', kind: 'boolean' },
    { name: 'awarded', label: '已定标', english: 'Awarded', kind: 'text', width: 150 },
  ],
})
