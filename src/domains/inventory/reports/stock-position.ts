import { ref } from '../../../kernel/definition/field.ts'
import { defineReport } from '../../../kernel/definition/report.ts'
import type { ReportColumn } from '../../../kernel/definition/report.ts'
import { bin } from '../../../ledgers/dimensions/bin.ts'
import { item } from '../../../ledgers/dimensions/item.ts'
import { warehouse } from '../../../ledgers/dimensions/place.ts'

const measured = (name: string, label: string, english: string): ReportColumn => ({
  name,
  label,
  english,
  kind: 'quantity',
  total: true,
})

/** 库存位置表: where goods lie, warehouse by warehouse and bin by bin, and in which state. */
export const stockPosition = defineReport({
  name: 'stockPosition',
  label: '库存位置表',
  english: 'Stock by bin and state',
  parameters: {
    item: ref(item, { label: '商品' }),
    warehouse: ref(warehouse, { label: '仓库' }),
    bin: ref(bin, { label: '货位' }),
  },
  columns: [
    {
      name: 'code',
      label: '商品编码',
      english: 'Item',
      kind: 'text',
      width: 110,
      drill: { to: 'report', report: 'stockLedger', parameters: { item: 'itemId', warehouse: 'warehouseId' } },
    },
    { name: 'name', label: '商品名称', english: 'Name', kind: 'text', width: 170 },
    { name: 'warehouse', label: '仓库', english: 'Warehouse', kind: 'text', width: 100 },
    { name: 'zone', label: '库区', english: 'Zone', kind: 'text', width: 80, seldom: true },
    { name: 'bin', label: '货位', english: 'Bin', kind: 'text', width: 100 },
    { name: 'unit', label: '单位', english: 'Unit', kind: 'text', width: 50 },
    measured('quantity', '现存', 'On hand'),
    measured('available', '可用', 'Available'),
    measured('demand', '占用', 'Promised'),
    measured('supply', '在途', 'On the way'),
    measured('inspection', '待检', 'To inspect'),
    measured('held', '冻结', 'Frozen'),
    measured('rejected', '不良', 'Rejected'),
  ],
  help: '可用 = 现存 − 占用 − 待检 − 冻结 − 不良。占用（已审核订单未发）先占未上架的，再按拣货顺序占各货位；在途写在“未上架”一行。没有启用货位的仓库只有一行',
})
