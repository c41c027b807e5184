import { ref } from '../../../kernel/definition/field.ts'
import { defineReport } from '../../../kernel/definition/report.ts'
import { item } from '../../../ledgers/dimensions/item.ts'

/** 商品档案: what an owner asks first of an item: how many, when bought, at what cost, sold at what price, with what margin. */
export const itemCard = defineReport({
  name: 'itemCard',
  label: '商品档案',
  english: 'Item card',
  parameters: { item: ref(item, { label: '商品', required: true }) },
  columns: [
    { name: 'itemName', label: '商品', english: 'Item', kind: 'text', width: 220 },
    { name: 'onHand', label: '现存', english: 'On hand', kind: 'quantity' },
    { name: 'mixed', label: '换算', english: 'In units', kind: 'text', width: 100, seldom: true },
    { name: 'boughtOn', label: '最近进货', english: 'Last bought on', kind: 'date' },
    { name: 'boughtAt', label: '最近进价', english: 'Last bought at', kind: 'price', sensitive: true },
    { name: 'unitCost', label: '成本价', english: 'Cost', kind: 'price', sensitive: true },
    { name: 'salePrice', label: '售价', english: 'Sale price', kind: 'price' },
    { name: 'stockValue', label: '库存金额', english: 'Stock value', kind: 'money', sensitive: true },
    { name: 'margin', label: '毛利', english: 'Margin', kind: 'price', sensitive: 'margin' },
    { name: 'marginPercent', label: '毛利率%', english: 'Margin %', kind: 'percent', sensitive: 'margin' },
  ],
  help: '毛利 = 不含税售价 − 成本价，按基本单位',
})
