import { text } from '../../../kernel/definition/field.ts'
import { defineReport } from '../../../kernel/definition/report.ts'

/** 勾选抵扣统计: what of the special invoices that came was ticked for a tax month, and what still waits. */
export const inputVatTicks = defineReport({
  name: 'inputVatTicks',
  label: '勾选抵扣统计',
  english: 'Input VAT ticked',
  parameters: {
    period: text({ label: '税款所属期', english: 'Tax month', maxLength: 7, help: '如 2026-01，空为本月' }),
  },
  columns: [
    { name: 'state', label: '勾选', english: 'State', kind: 'text', width: 90 },
    { name: 'taxMonth', label: '税款所属期', english: 'Tax month', kind: 'text', width: 100 },
    {
      name: 'number',
      label: '采购发票',
      english: 'Purchase invoice',
      kind: 'text',
      width: 140,
      drill: { to: 'document', type: 'documentType', id: 'documentId' },
    },
    { name: 'invoiceNumber', label: '发票号码', english: 'Invoice', kind: 'text', width: 180 },
    { name: 'invoicedOn', label: '开票日期', english: 'Issued on', kind: 'date' },
    { name: 'supplier', label: '销方', english: 'Seller', kind: 'text', width: 200 },
    { name: 'net', label: '金额', english: 'Net', kind: 'money', total: true },
    { name: 'tax', label: '税额', english: 'Tax', kind: 'money', total: true },
  ],
  help: '专用发票在采购发票上“下推勾选确认”；已勾选的税额合计应等于申报表附列资料（二）第 35 栏',
})
