import { date, quantity, ref, text } from '../../../kernel/definition/field.ts'
import { defineReport } from '../../../kernel/definition/report.ts'
import { item } from '../../../ledgers/dimensions/item.ts'
import { party } from '../../../ledgers/dimensions/party.ts'

/** 供应商比价: who offers an item at what price, how soon, from what quantity; the best first. */
export const purchaseOffers = defineReport({
  name: 'purchaseOffers',
  label: '供应商比价',
  english: 'Offers of suppliers',
  parameters: {
    item: ref(item, { label: '商品' }),
    items: text({ label: '多个商品', english: 'Items', maxLength: 20_000, help: '商品 id，以逗号分隔', hidden: true }),
    supplier: ref(party, { label: '供应商', facet: 'supplier' }),
    quantity: quantity({ label: '采购数量', english: 'Quantity', help: '基本单位；决定适用的数量价' }),
    on: date({ label: '日期', english: 'On', initial: 'today' }),
  },
  columns: [
    { name: 'itemName', label: '商品', english: 'Item', kind: 'text', width: 220 },
    { name: 'supplierName', label: '供应商', english: 'Supplier', kind: 'text', width: 200 },
    { name: 'source', label: '价格来源', english: 'Source', kind: 'text', width: 90 },
    { name: 'number', label: '依据', english: 'According to', kind: 'text', width: 150 },
    { name: 'price', label: '含税单价', english: 'Price with tax', kind: 'price', sensitive: true },
    { name: 'from', label: '数量从', english: 'From quantity', kind: 'quantity' },
    { name: 'leadDays', label: '交货天数', english: 'Lead days', kind: 'integer' },
    { name: 'minimumOrder', label: '起订量', english: 'Minimum order', kind: 'quantity' },
    { name: 'orderMultiple', label: '订货倍数', english: 'Order multiple', kind: 'quantity' },
    { name: 'isPreferred', label: '首选', english: 'Preferred', kind: 'boolean' },
    { name: 'isBest', label: '最优', english: 'Best', kind: 'boolean' },
  ],
  help: '每个供应商取在此日期、此数量下的最优价；价格按基本单位、含税',
})
