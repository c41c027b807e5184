import { date, ref } from '../../../kernel/definition/field.ts'
import { defineReport } from '../../../kernel/definition/report.ts'
import { party } from '../../../ledgers/dimensions/party.ts'

/** 暂估清单: what had come and was not invoiced at the end of a day. */
export const purchaseEstimates = defineReport({
  name: 'purchaseEstimates',
  label: '暂估清单',
  english: 'Received, not invoiced',
  parameters: {
    asOf: date({ label: '截至日期', english: 'As of', help: '空为今天；月末即当月暂估' }),
    supplier: ref(party, { label: '供应商', facet: 'supplier' }),
  },
  columns: [
    { name: 'supplier', label: '供应商', kind: 'text', width: 200 },
    {
      name: 'number',
      label: '单据编号',
      english: 'Document',
      kind: 'text',
      width: 150,
      drill: { to: 'document', type: 'documentType', id: 'documentId' },
    },
    { name: 'date', label: '日期', english: 'Date', kind: 'date', width: 100 },
    { name: 'days', label: '天数', english: 'Days', kind: 'integer', width: 70 },
    { name: 'item', label: '商品', kind: 'text', width: 220 },
    { name: 'received', label: '入库数量', english: 'Received', kind: 'quantity', total: true },
    { name: 'invoiced', label: '已开票数量', english: 'Invoiced', kind: 'quantity', total: true },
    { name: 'amount', label: '暂估金额', english: 'Estimate', kind: 'money', total: true, sensitive: true },
  ],
  chart: { kind: 'bar', category: 'supplier', series: ['amount'] },
})
