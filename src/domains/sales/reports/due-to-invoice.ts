import { choice, date, ref } from '../../../kernel/definition/field.ts'
import { defineReport } from '../../../kernel/definition/report.ts'
import { party } from '../../../ledgers/dimensions/party.ts'
import { employee } from '../../../ledgers/dimensions/people.ts'

/** 已发货未开票: what left and is not invoiced, by document, with how long and whose business it is. */
export const dueToInvoice = defineReport({
  name: 'dueToInvoice',
  label: '已发货未开票明细',
  english: 'Shipped, not invoiced',
  parameters: {
    customer: ref(party, { label: '客户', facet: 'customer' }),
    salesperson: ref(employee, { label: '业务员' }),
    asOf: date({ label: '截至', english: 'As of', initial: 'today' }),
    show: choice({
      label: '显示',
      options: { all: '全部未开票', due: '应开票（已到开票日）' },
      initial: 'all',
    }),
  },
  columns: [
    { name: 'customerName', label: '客户', english: 'Customer', kind: 'text', width: 190 },
    {
      name: 'documentNumber',
      label: '单据',
      english: 'Document',
      kind: 'text',
      width: 160,
      drill: { to: 'document', type: 'documentType', id: 'documentId' },
    },
    { name: 'date', label: '发货日期', english: 'Shipped on', kind: 'date' },
    { name: 'invoiceKind', label: '发票类型', english: 'Kind of invoice', kind: 'text' },
    { name: 'gross', label: '价税合计', english: 'Gross', kind: 'money', total: true },
    { name: 'invoiced', label: '已开票', english: 'Invoiced', kind: 'money', total: true },
    { name: 'open', label: '未开票', english: 'Not invoiced', kind: 'money', total: true },
    { name: 'invoiceOn', label: '应开票日', english: 'Invoice by', kind: 'date' },
    { name: 'days', label: '已过天数', english: 'Days late', kind: 'integer' },
    { name: 'salespersonName', label: '业务员', english: 'Salesperson', kind: 'text' },
  ],
  help: '应开票日：有签收的为签收日，否则为发货日；有合同付款日的为合同付款日。客户“不开票”的不列入应开票。',
})
