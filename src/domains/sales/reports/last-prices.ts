import { choice, integer, ref } from '../../../kernel/definition/field.ts'
import { defineReport } from '../../../kernel/definition/report.ts'
import { item } from '../../../ledgers/dimensions/item.ts'
import { party } from '../../../ledgers/dimensions/party.ts'

/** 最近成交: what an item last went for, to whom; without an item, the last price of every item of one party. */
export const lastPrices = defineReport({
  name: 'lastPrices',
  label: '最近成交价',
  english: 'Last prices',
  parameters: {
    side: choice({
      label: '方向',
      english: 'Side',
      options: { sale: '销售', purchase: '采购' },
      initial: 'sale',
      required: true,
    }),
    item: ref(item, { label: '商品', help: '空则每种商品只取最近一次' }),
    party: ref(party, { label: '往来单位' }),
    limit: integer({ label: '行数', help: '最多 500 行，默认 5 行；不选商品时 500 行' }),
  },
  columns: [
    { name: 'date', label: '日期', english: 'Date', kind: 'date', width: 100 },
    {
      name: 'number',
      label: '单据编号',
      english: 'Document',
      kind: 'text',
      width: 160,
      drill: { to: 'document', type: 'documentType', id: 'documentId' },
    },
    { name: 'partyName', label: '往来单位', english: 'Party', kind: 'text', width: 200 },
    { name: 'itemName', label: '商品', english: 'Item', kind: 'text', width: 200 },
    { name: 'quantity', label: '数量', english: 'Quantity', kind: 'quantity' },
    { name: 'unit', label: '单位', english: 'Unit', kind: 'text', width: 60 },
    { name: 'price', label: '单价', english: 'Price', kind: 'price' },
    { name: 'taxed', label: '单价含税', english: 'With tax', kind: 'boolean' },
  ],
})
