import { choice, ref } from '../../../kernel/definition/field.ts'
import { defineReport } from '../../../kernel/definition/report.ts'
import { item, itemCategory } from '../../../ledgers/dimensions/item.ts'
import { warehouse } from '../../../ledgers/dimensions/place.ts'
import { alertKinds } from '../alerts/alert-kinds.ts'

/** 预警中心: everything that is wrong with the stock now, why, since when, and what it is worth. */
export const stockAlerts = defineReport({
  name: 'stockAlerts',
  label: '预警中心',
  english: 'Alert centre',
  parameters: {
    kind: choice({ label: '预警', options: alertKinds }),
    warehouse: ref(warehouse, { label: '仓库' }),
    category: ref(itemCategory, { label: '商品分类' }),
    item: ref(item, { label: '商品' }),
    state: choice({
      label: '状态',
      english: 'State',
      options: { open: '待处理', aside: '已搁置', all: '全部' },
      initial: 'open',
    }),
  },
  columns: [
    { name: 'kindLabel', label: '预警', kind: 'text', english: 'Alert' },
    {
      name: 'code',
      label: '商品编码',
      kind: 'text',
      english: 'Code',
      drill: { to: 'document', type: 'itemType', id: 'itemId' },
    },
    { name: 'name', label: '商品名称', kind: 'text', english: 'Name' },
    { name: 'place', label: '仓库', kind: 'text', english: 'Warehouse' },
    { name: 'lot', label: '批号', kind: 'text', english: 'Lot' },
    { name: 'quantity', label: '数量', kind: 'quantity', english: 'Quantity' },
    { name: 'reason', label: '原因', kind: 'text', english: 'Reason', width: 220 },
    { name: 'asideNote', label: '搁置原因', kind: 'text', english: 'Set aside because', seldom: true },
    { name: 'asideBy', label: '搁置人', kind: 'text', english: 'Set aside by', seldom: true },
    { name: 'asideUntil', label: '搁置到', kind: 'date', english: 'Aside until', seldom: true },
    { name: 'since', label: '开始日期', kind: 'date', english: 'Since' },
    { name: 'value', label: '金额', kind: 'money', english: 'Value', sensitive: true, total: true },
    { name: 'share', label: '占库存总值%', kind: 'percent', english: 'Share of stock %', sensitive: true },
  ],
  help: '上下限、安全库存在出入库后几秒内更新；效期、呆滞每天早上检查',
})
