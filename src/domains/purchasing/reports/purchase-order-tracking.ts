import { choice, date, ref, text } from '../../../kernel/definition/field.ts'
import { defineReport } from '../../../kernel/definition/report.ts'
import { item } from '../../../ledgers/dimensions/item.ts'
import { party } from '../../../ledgers/dimensions/party.ts'
import { employee } from '../../../ledgers/dimensions/people.ts'

/** Which lines of orders are looked at. */
export const trackedLines = { all: '全部', open: '未到齐', late: '逾期' } as const

/** 采购订单跟踪表: of every line ordered, what came, went back, was invoiced and paid, and whether it came in time. */
export const purchaseOrderTracking = defineReport({
  name: 'purchaseOrderTracking',
  label: '采购订单跟踪表',
  english: 'Purchase orders tracked',
  parameters: {
    show: choice({ label: '显示', options: trackedLines, initial: 'open' }),
    orderedFrom: date({ label: '订单日期从' }),
    orderedTo: date({ label: '订单日期到' }),
    supplier: ref(party, { label: '供应商', facet: 'supplier' }),
    item: ref(item, { label: '商品' }),
    buyer: ref(employee, { label: '采购员' }),
    order: text({ label: '采购订单', help: '单号' }),
  },
  columns: [
    {
      name: 'number',
      label: '订单号',
      english: 'Order',
      kind: 'text',
      width: 150,
      drill: { to: 'document', type: 'documentType', id: 'documentId' },
    },
    { name: 'date', label: '订单日期', english: 'Ordered on', kind: 'date', width: 100 },
    { name: 'supplierName', label: '供应商', english: 'Supplier', kind: 'text', width: 180 },
    { name: 'buyer', label: '采购员', kind: 'text', width: 80 },
    { name: 'itemName', label: '商品', english: 'Item', kind: 'text', width: 220 },
    { name: 'unit', label: '单位', kind: 'text', width: 60 },
    { name: 'ordered', label: '订货', english: 'Ordered', kind: 'quantity', group: '数量', total: true },
    { name: 'received', label: '已收', english: 'Received', kind: 'quantity', group: '数量', total: true },
    { name: 'accepted', label: '合格', english: 'Accepted', kind: 'quantity', group: '数量', total: true },
    { name: 'returned', label: '已退', english: 'Returned', kind: 'quantity', group: '数量', total: true },
    { name: 'open', label: '未到', english: 'To come', kind: 'quantity', group: '数量', total: true },
    { name: 'invoiced', label: '已开票', english: 'Invoiced', kind: 'quantity', group: '数量', total: true },
    { name: 'promisedOn', label: '承诺到货', english: 'Promised', kind: 'date', group: '到货', width: 100 },
    { name: 'receivedOn', label: '实际到货', english: 'Came', kind: 'date', group: '到货', width: 100 },
    { name: 'daysLate', label: '逾期天数', english: 'Days late', kind: 'integer', group: '到货' },
    { name: 'status', label: '状态', kind: 'text', width: 90 },
    {
      name: 'gross',
      label: '订单金额',
      english: 'Ordered',
      kind: 'money',
      group: '金额',
      total: true,
      sensitive: true,
    },
    {
      name: 'invoicedGross',
      label: '开票金额',
      english: 'Invoiced',
      kind: 'money',
      group: '金额',
      total: true,
      sensitive: true,
    },
    { name: 'paid', label: '已付', english: 'Paid', kind: 'money', group: '金额', total: true, sensitive: true },
  ],
  help: '已付按发票的付款比例分摊到行；逾期天数：到齐的按最后一次到货，未到齐的按今天',
})
