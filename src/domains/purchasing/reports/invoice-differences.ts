import { choice, ref } from '../../../kernel/definition/field.ts'
import { defineReport } from '../../../kernel/definition/report.ts'
import { party } from '../../../ledgers/dimensions/party.ts'

/** 发票差异: suppliers' invoices that do not fit what was ordered and received, line by line with what comes nearest. */
export const invoiceDifferences = defineReport({
  name: 'invoiceDifferences',
  label: '发票差异',
  english: 'Invoice differences',
  parameters: {
    supplier: ref(party, { label: '供应商', facet: 'supplier' }),
    state: choice({
      label: '匹配状态',
      english: 'Match',
      options: { difference: '有差异', disputed: '争议中' },
      help: '空为全部',
    }),
  },
  columns: [
    { name: 'seller', label: '销方', english: 'Seller', kind: 'text', width: 180 },
    {
      name: 'invoiceNumber',
      label: '发票号码',
      english: 'Invoice',
      kind: 'text',
      width: 150,
      drill: { to: 'document', type: 'documentType', id: 'documentId' },
    },
    { name: 'invoicedOn', label: '开票日期', english: 'Invoiced on', kind: 'date', width: 100 },
    { name: 'reason', label: '差异原因', english: 'Difference', kind: 'text', width: 120 },
    { name: 'goods', label: '发票货物', english: 'Goods invoiced', kind: 'text', width: 200, group: '发票' },
    { name: 'quantity', label: '数量', english: 'Quantity', kind: 'quantity', group: '发票' },
    { name: 'price', label: '单价', english: 'Price', kind: 'price', group: '发票', sensitive: true },
    { name: 'net', label: '金额', english: 'Net', kind: 'money', group: '发票', sensitive: true, total: true },
    { name: 'item', label: '商品', english: 'Item', kind: 'text', width: 180, group: '订单和入库' },
    { name: 'receipts', label: '入库单', english: 'Receipts', kind: 'text', width: 160, group: '订单和入库' },
    { name: 'expectedQuantity', label: '数量', english: 'Received', kind: 'quantity', group: '订单和入库' },
    {
      name: 'expectedPrice',
      label: '单价',
      english: 'Price ordered',
      kind: 'price',
      group: '订单和入库',
      sensitive: true,
    },
    { name: 'expectedNet', label: '金额', english: 'Net ordered', kind: 'money', group: '订单和入库', sensitive: true },
    { name: 'difference', label: '金额差', english: 'Difference in net', kind: 'money', sensitive: true, total: true },
    { name: 'note', label: '说明', english: 'Note', kind: 'text', width: 160 },
  ],
})
