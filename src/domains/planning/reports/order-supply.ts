import { text } from '../../../kernel/definition/field.ts'
import { defineReport } from '../../../kernel/definition/report.ts'

/** 订单备货: how each line of a sales order will be met: from stock, from what is on the way, from what is asked for. */
export const orderSupply = defineReport({
  name: 'orderSupply',
  label: '订单备货',
  english: 'Supply of an order',
  parameters: { order: text({ label: '销售订单', help: '单号', required: true }) },
  columns: [
    { name: 'itemName', label: '商品', english: 'Item', kind: 'text', width: 220 },
    { name: 'unit', label: '单位', kind: 'text', width: 60 },
    { name: 'neededOn', label: '承诺日期', english: 'Promised on', kind: 'date', width: 100 },
    { name: 'ordered', label: '订货', english: 'Ordered', kind: 'quantity', total: true },
    { name: 'delivered', label: '已发', english: 'Delivered', kind: 'quantity', total: true },
    { name: 'open', label: '待发', english: 'To deliver', kind: 'quantity', total: true },
    { name: 'onHand', label: '现存', english: 'On hand', kind: 'quantity' },
    { name: 'fromStock', label: '现存可配', english: 'From stock', kind: 'quantity', total: true },
    { name: 'fromTransit', label: '在途可配', english: 'From orders', kind: 'quantity', total: true },
    { name: 'fromRequests', label: '已申请', english: 'From requests', kind: 'quantity', total: true },
    { name: 'short', label: '缺料', english: 'Short', kind: 'quantity', total: true },
  ],
})
