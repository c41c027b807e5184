import { boolean, date, moment, ref, text } from '../../../kernel/definition/field.ts'
import { defineReport } from '../../../kernel/definition/report.ts'
import { branch } from '../../../ledgers/dimensions/branch.ts'
import { item, itemCategory } from '../../../ledgers/dimensions/item.ts'
import { warehouse } from '../../../ledgers/dimensions/place.ts'
import { markupColumn } from './markup-column.ts'
import { fiveColumns } from './five-columns.ts'

/** 库存余额: what is where and what it is worth, now, on any day, and as it was known at any moment. */
export const stockOnHand = defineReport({
  name: 'stockOnHand',
  label: '库存余额表',
  english: 'Stock on hand',
  parameters: {
    item: ref(item, { label: '商品' }),
    items: text({ label: '多个商品', english: 'Items', hidden: true, maxLength: 20_000, help: '商品标识，逗号分隔' }),
    category: ref(itemCategory, { label: '商品分类' }),
    warehouse: ref(warehouse, { label: '仓库' }),
    branch: ref(branch, { label: '分支机构', help: '空为全公司合并' }),
    asOf: date({ label: '截止日期', english: 'As of' }),
    knownAt: moment({ label: '当时所知', english: 'As known at', help: '只看此刻之前录入的单据' }),
    byWarehouse: boolean({ label: '分仓库', english: 'By warehouse' }),
    withZero: boolean({ label: '含零库存', english: 'With zero stock' }),
    short: boolean({ label: '低于安全库存', english: 'Below safety stock' }),
  },
  columns: [
    {
      name: 'code',
      label: '商品编码',
      english: 'Item',
      kind: 'text',
      drill: { to: 'report', report: 'stockLedger', parameters: { item: 'itemId', warehouse: 'warehouseId' } },
      width: 110,
    },
    { name: 'name', label: '商品名称', english: 'Name', kind: 'text', width: 180 },
    { name: 'spec', label: '规格型号', english: 'Specification', kind: 'text', width: 120 },
    { name: 'warehouse', label: '仓库', kind: 'text', width: 100 },
    { name: 'unit', label: '单位', english: 'Unit', kind: 'text', width: 60 },
    ...fiveColumns(),
    { name: 'mixed', label: '换算', english: 'In units', kind: 'text', width: 100, seldom: true },
    { name: 'unitCost', label: '单位成本', english: 'Unit cost', kind: 'price', sensitive: true },
    { name: 'amount', label: '库存金额', english: 'Value', kind: 'money', total: true, sensitive: true },
    markupColumn('markup'),
  ],
  help: '可用 = 现存 − 冻结 − 待发。在途：已订未到与调拨途中；待发：已审核订单未发；冻结：待检、不良、批次冻结或召回。库存金额为成本；内部加价、材料成本差异另列“加价和差异”，两者之和为存货科目余额',
})
