import { ref } from '../../../kernel/definition/field.ts'
import { defineReport } from '../../../kernel/definition/report.ts'
import { item } from '../../../ledgers/dimensions/item.ts'
import { party } from '../../../ledgers/dimensions/party.ts'

/** 换货未补明细: what suppliers owe us for goods that went back in exchange. */
export const goodsOwedBySuppliers = defineReport({
  name: 'goodsOwedBySuppliers',
  label: '换货未补明细',
  english: 'Goods owed by suppliers',
  parameters: {
    supplier: ref(party, { label: '供应商', facet: 'supplier' }),
    item: ref(item, { label: '商品' }),
  },
  columns: [
    { name: 'supplier', label: '供应商', kind: 'text', width: 180 },
    {
      name: 'number',
      label: '换货单',
      english: 'Exchange',
      kind: 'text',
      width: 150,
      drill: { to: 'document', type: 'documentType', id: 'documentId' },
    },
    { name: 'date', label: '日期', english: 'Date', kind: 'date', width: 100 },
    { name: 'item', label: '商品', kind: 'text', width: 200 },
    { name: 'promisedOn', label: '承诺补货日', english: 'Promised on', kind: 'date', width: 100 },
    { name: 'overdueDays', label: '逾期天数', english: 'Days overdue', kind: 'integer', width: 80 },
    { name: 'quantity', label: '换出数量', english: 'Sent back', kind: 'quantity', total: true },
    { name: 'received', label: '已补数量', english: 'Received', kind: 'quantity', total: true },
    { name: 'open', label: '未补数量', english: 'Owed', kind: 'quantity', total: true },
    { name: 'cost', label: '未补金额', english: 'Cost owed', kind: 'money', total: true, sensitive: true },
  ],
})
