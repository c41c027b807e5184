import { choice, ref } from '../../../kernel/definition/field.ts'
import { defineReport } from '../../../kernel/definition/report.ts'
import { item } from '../../../ledgers/dimensions/item.ts'
import { party } from '../../../ledgers/dimensions/party.ts'
import { employee } from '../../../ledgers/dimensions/people.ts'
import { reportDays } from '../../../ledgers/report-days.ts'

/** 订单执行表: what of each order line was shipped, signed for and invoiced, and what is still to ship. */
export const salesOrderProgress = defineReport({
  name: 'salesOrderProgress',
  label: '销售订单执行表',
  english: 'Progress of sales orders',
  parameters: {
    customer: ref(party, { label: '客户', facet: 'customer' }),
    item: ref(item, { label: '商品' }),
    salesperson: ref(employee, { label: '业务员' }),
    ...reportDays,
    show: choice({ label: '显示', options: { open: '未完成', late: '已逾期', all: '全部' }, initial: 'open' }),
  },
  columns: [
    {
      name: 'documentNumber',
      label: '订单',
      english: 'Order',
      kind: 'text',
      width: 160,
      drill: { to: 'document', type: 'documentType', id: 'documentId' },
    },
    { name: 'date', label: '日期', english: 'Date', kind: 'date' },
    { name: 'customerName', label: '客户', english: 'Customer', kind: 'text', width: 180 },
    { name: 'itemName', label: '商品', english: 'Item', kind: 'text', width: 200 },
    { name: 'ordered', label: '订购', english: 'Ordered', kind: 'quantity', total: true },
    { name: 'shipped', label: '已发', english: 'Shipped', kind: 'quantity', total: true },
    { name: 'signed', label: '已签收', english: 'Signed for', kind: 'quantity', total: true },
    { name: 'invoiced', label: '已开票', english: 'Invoiced', kind: 'quantity', total: true },
    { name: 'open', label: '未发', english: 'To ship', kind: 'quantity', total: true },
    { name: 'promisedOn', label: '承诺发货日', english: 'Promised on', kind: 'date' },
    { name: 'late', label: '逾期天数', english: 'Days late', kind: 'integer' },
  ],
  help: '数量按基本单位；已签收、已开票为由该订单发出的货中已签收、已开票的数量。',
})
