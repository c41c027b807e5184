import { date, ref } from '../../../kernel/definition/field.ts'
import { defineReport } from '../../../kernel/definition/report.ts'
import type { ReportColumn } from '../../../kernel/definition/report.ts'
import { itemCategory } from '../../../ledgers/dimensions/item.ts'

const parameters = {
  from: date({ label: '开始日期', english: 'From', required: true }),
  to: date({ label: '结束日期', english: 'To', required: true }),
  category: ref(itemCategory, { label: '商品分类', help: '含下级；只看一类时不与总账核对' }),
}

const money = (name: string, label: string, english: string, group?: string): ReportColumn => ({
  name,
  label,
  english,
  kind: 'money',
  total: true,
  sensitive: true,
  ...(group === undefined ? {} : { group }),
})

const quantity = (name: string, label: string, english: string, group?: string): ReportColumn => ({
  name,
  label,
  english,
  kind: 'quantity',
  ...(group === undefined ? {} : { group }),
})

const goods: ReportColumn = { name: 'item', label: '商品', kind: 'text', width: 220 }

/** 采购成本表: what bought goods cost, as they came and after all that was found out later; ties to stock on the books. */
export const purchaseCost = defineReport({
  name: 'purchaseCost',
  label: '采购成本表',
  english: 'Cost of purchases',
  parameters,
  columns: [
    goods,
    quantity('quantity', '净入库数量', 'Net quantity'),
    money('received', '入库成本', 'At receipt'),
    money('returned', '退货', 'Returned'),
    money('later', '差价、费用', 'Prices and charges later'),
    money('amount', '采购成本', 'Cost of purchases'),
    { name: 'unit', label: '单位成本', english: 'Unit cost', kind: 'price', sensitive: true },
  ],
  chart: { kind: 'bar', category: 'item', series: ['amount'] },
})

/** 销售成本表: what sold goods cost, as they left and after all that was found out later; ties to cost of sales. */
export const salesCost = defineReport({
  name: 'salesCost',
  label: '销售成本表',
  english: 'Cost of sales',
  parameters,
  columns: [
    goods,
    quantity('quantity', '净出库数量', 'Net quantity'),
    money('issued', '出库成本', 'At delivery'),
    money('returned', '退货', 'Returned'),
    money('later', '以后的更正', 'Corrected later'),
    money('amount', '销售成本', 'Cost of sales'),
    { name: 'unit', label: '单位成本', english: 'Unit cost', kind: 'price', sensitive: true },
  ],
  chart: { kind: 'bar', category: 'item', series: ['amount'] },
})

/** 存货成本表: from the opening value over purchases, making and sales to the closing value, item by item; ties to stock on the books. */
export const stockCost = defineReport({
  name: 'stockCost',
  label: '存货与生产成本表',
  english: 'Cost of stock and production',
  parameters,
  columns: [
    goods,
    quantity('openingQuantity', '数量', 'Quantity', '期初'),
    money('opening', '金额', 'Amount', '期初'),
    money('purchase', '采购', 'Purchases', '本期'),
    money('made', '生产、组装', 'Made', '本期'),
    money('other', '其他', 'Other', '本期'),
    money('sale', '销售', 'Sold', '本期'),
    quantity('closingQuantity', '数量', 'Quantity', '期末'),
    money('closing', '金额', 'Amount', '期末'),
  ],
  chart: { kind: 'bar', category: 'item', series: ['closing', 'sale'] },
})
