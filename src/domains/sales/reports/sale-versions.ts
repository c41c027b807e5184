import { choice, text } from '../../../kernel/definition/field.ts'
import { defineReport } from '../../../kernel/definition/report.ts'

/** 报价与合同版本: every version that was sent, and what each changed against the one before. */
export const saleVersions = defineReport({
  name: 'saleVersions',
  label: '报价合同版本',
  english: 'Versions of offers and contracts',
  parameters: {
    type: choice({
      label: '单据类型',
      english: 'Type',
      options: { quotation: '销售报价单', salesContract: '销售合同' },
      initial: 'quotation',
      required: true,
    }),
    number: text({ label: '单号', required: true, maxLength: 60 }),
  },
  columns: [
    { name: 'version', label: '版本', english: 'Version', kind: 'text', width: 70 },
    { name: 'at', label: '发出时间', english: 'Sent', kind: 'text', width: 140 },
    { name: 'by', label: '经手', english: 'By', kind: 'text', width: 90 },
    { name: 'item', label: '商品', english: 'Item', kind: 'text', width: 220 },
    { name: 'quantity', label: '数量', english: 'Quantity', kind: 'quantity' },
    { name: 'price', label: '单价', english: 'Price', kind: 'price' },
    { name: 'gross', label: '价税合计', english: 'Gross', kind: 'money' },
    { name: 'change', label: '与上一版相比', english: 'Against the version before', kind: 'text', width: 220 },
  ],
  help: '每次审核或变更为一版，保留当时的内容；金额行为该版合计。',
})
