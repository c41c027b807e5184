import { boolean, ref } from '../../../kernel/definition/field.ts'
import { defineReport } from '../../../kernel/definition/report.ts'
import { item, itemCategory } from '../../../ledgers/dimensions/item.ts'
import { party } from '../../../ledgers/dimensions/party.ts'
import { reportDays } from '../../../ledgers/report-days.ts'

/** 采购价差表: what was paid against the price before, the standard and the agreed one, receipt by receipt. */
export const purchasePriceVariance = defineReport({
  name: 'purchasePriceVariance',
  label: '采购价差表',
  english: 'Purchase price variance',
  parameters: {
    ...reportDays,
    supplier: ref(party, { label: '供应商', facet: 'supplier' }),
    item: ref(item, { label: '商品' }),
    category: ref(itemCategory, { label: '商品分类' }),
    onlyDifferent: boolean({ label: '只看有差异', english: 'Only where different', initial: false }),
  },
  columns: [
    { name: 'date', label: '日期', english: 'Date', kind: 'date', width: 100 },
    {
      name: 'number',
      label: '入库单',
      english: 'Receipt',
      kind: 'text',
      width: 150,
      drill: { to: 'document', type: 'documentType', id: 'documentId' },
    },
    { name: 'supplierName', label: '供应商', english: 'Supplier', kind: 'text', width: 180 },
    { name: 'itemName', label: '商品', english: 'Item', kind: 'text', width: 220 },
    { name: 'quantity', label: '数量', english: 'Quantity', kind: 'quantity', total: true },
    { name: 'price', label: '含税单价', english: 'Price with tax', kind: 'price', sensitive: true },
    { name: 'last', label: '上次进价', english: 'Last price', kind: 'price', group: '比上次', sensitive: true },
    {
      name: 'lastVariance',
      label: '差额',
      english: 'Less last',
      kind: 'money',
      group: '比上次',
      total: true,
      sensitive: true,
    },
    { name: 'standard', label: '参考进价', english: 'Standard price', kind: 'price', group: '比标准', sensitive: true },
    {
      name: 'standardVariance',
      label: '差额',
      english: 'Less standard',
      kind: 'money',
      group: '比标准',
      total: true,
      sensitive: true,
    },
    { name: 'contract', label: '协议价', english: 'Agreed price', kind: 'price', group: '比协议', sensitive: true },
    {
      name: 'contractVariance',
      label: '差额',
      english: 'Less agreed',
      kind: 'money',
      group: '比协议',
      total: true,
      sensitive: true,
    },
  ],
  help: '差额 =（本次 − 对比价）× 数量，正数为多付；价格含税、按基本单位',
})
