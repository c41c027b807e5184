import { boolean, choice, integer, ref } from '../../../kernel/definition/field.ts'
import { defineReport } from '../../../kernel/definition/report.ts'
import { item, itemCategory } from '../../../ledgers/dimensions/item.ts'
import { party } from '../../../ledgers/dimensions/party.ts'
import { demandBases } from '../rules/replenish.ts'

/** 智能补货建议: how much of each item to buy, of whom and at what price, with the figures that say why. */
export const replenishmentProposals = defineReport({
  name: 'replenishmentProposals',
  label: '智能补货建议',
  english: 'Replenishment',
  parameters: {
    days: integer({ label: '销量天数', english: 'Days of sales', initial: '90', help: '按近多少天的销量算日均' }),
    basis: choice({ label: '日均按', english: 'By', options: demandBases, initial: 'average' }),
    coverDays: integer({ label: '备货天数', english: 'Days to cover', initial: '30', help: '到货后够卖多少天' }),
    category: ref(itemCategory, { label: '商品分类' }),
    item: ref(item, { label: '商品' }),
    supplier: ref(party, { label: '供应商', facet: 'supplier' }),
    withEnough: boolean({ label: '含无需补货', english: 'With what is enough', initial: false }),
  },
  columns: [
    { name: 'itemName', label: '商品', english: 'Item', kind: 'text', width: 220 },
    { name: 'unit', label: '单位', kind: 'text', width: 60 },
    { name: 'sold', label: '期间销量', english: 'Sold', kind: 'quantity' },
    { name: 'expected', label: '预测销量', english: 'Expected', kind: 'quantity' },
    { name: 'daily', label: '日均', english: 'A day', kind: 'quantity' },
    { name: 'leadDays', label: '提前期', english: 'Lead days', kind: 'integer' },
    { name: 'safetyStock', label: '安全库存', kind: 'quantity' },
    { name: 'reorderPoint', label: '补货点', kind: 'quantity' },
    { name: 'target', label: '目标库存', kind: 'quantity' },
    { name: 'onHand', label: '现存', english: 'On hand', kind: 'quantity' },
    { name: 'inTransit', label: '在途', english: 'On order', kind: 'quantity' },
    { name: 'requested', label: '已申请', kind: 'quantity' },
    { name: 'demand', label: '待发', english: 'To deliver', kind: 'quantity' },
    { name: 'frozen', label: '冻结', english: 'Frozen', kind: 'quantity' },
    { name: 'available', label: '可用', kind: 'quantity' },
    { name: 'quantity', label: '建议数量', english: 'Proposed', kind: 'quantity', total: true },
    { name: 'supplierName', label: '供应商', english: 'Supplier', kind: 'text', width: 160 },
    { name: 'price', label: '含税单价', english: 'Price with tax', kind: 'price', sensitive: true },
    { name: 'priceSource', label: '价格来源', kind: 'text', width: 90 },
    { name: 'amount', label: '建议金额', english: 'Amount', kind: 'money', total: true, sensitive: true },
    { name: 'neededOn', label: '预计到货', english: 'Arrives about', kind: 'date', width: 100 },
    { name: 'reason', label: '依据', english: 'Why', kind: 'text', width: 420 },
  ],
  help: '补货点 = 日均 × 提前期 + 安全库存（不低于最低库存）；目标 = 日均 ×（提前期 + 备货天数）+ 安全库存（不高于最高库存）',
})
