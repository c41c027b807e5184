import { boolean, choice, integer, ref } from '../../../kernel/definition/field.ts'
import { defineReport } from '../../../kernel/definition/report.ts'
import { item } from '../../../ledgers/dimensions/item.ts'
import { lot } from '../../../ledgers/dimensions/lot.ts'
import { warehouse } from '../../../ledgers/dimensions/place.ts'

export const fitness = { expired: '已过期', soon: '临期', fit: '正常', frozen: '冻结' } as const

/** 批次库存表: what is there of every lot, the first to expire first, red, yellow and green. */
export const lotStock = defineReport({
  name: 'lotStock',
  label: '批次库存表',
  english: 'Stock by lot',
  parameters: {
    item: ref(item, { label: '商品' }),
    warehouse: ref(warehouse, { label: '仓库' }),
    lot: ref(lot, { label: '批次' }),
    fitness: choice({ label: '效期', english: 'Fitness', options: fitness }),
    withinDays: integer({
      label: '几天内到期',
      english: 'Expires within (days)',
      help: '空则按商品的效期预警天数；没有的按 30 天',
    }),
    withEmpty: boolean({ label: '含已出清', english: 'With empty lots' }),
  },
  columns: [
    { name: 'light', label: '效期', english: 'Fitness', kind: 'text', width: 76 },
    { name: 'itemName', label: '商品', english: 'Item', kind: 'text', width: 200 },
    {
      name: 'lot',
      label: '批号',
      english: 'Lot',
      kind: 'text',
      width: 130,
      drill: { to: 'document', type: 'lotType', id: 'lotId' },
    },
    { name: 'warehouse', label: '仓库', english: 'Warehouse', kind: 'text', width: 110 },
    { name: 'place', label: '状态', english: 'State', kind: 'text', width: 70 },
    { name: 'quantity', label: '数量', english: 'Quantity', kind: 'quantity', total: true },
    { name: 'unit', label: '单位', english: 'Unit', kind: 'text', width: 50 },
    { name: 'mixed', label: '换算', english: 'In units', kind: 'text', width: 100, seldom: true },
    { name: 'second', label: '辅数量', english: 'Second quantity', kind: 'quantity', seldom: true },
    { name: 'producedOn', label: '生产日期', english: 'Produced on', kind: 'date' },
    { name: 'expiresOn', label: '有效期至', english: 'Expires on', kind: 'date' },
    { name: 'daysLeft', label: '剩余天数', english: 'Days left', kind: 'integer' },
    { name: 'supplierLot', label: '供应商批号', english: 'Supplier lot', kind: 'text', width: 110, seldom: true },
    { name: 'supplier', label: '供应商', english: 'Supplier', kind: 'text', width: 150, seldom: true },
    { name: 'reason', label: '冻结原因', english: 'Reason', kind: 'text', width: 150, seldom: true },
  ],
})
