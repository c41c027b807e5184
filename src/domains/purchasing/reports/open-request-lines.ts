import { date, ref, text } from '../../../kernel/definition/field.ts'
import { defineReport } from '../../../kernel/definition/report.ts'
import { department } from '../../../ledgers/dimensions/people.ts'

/** 待下单申请: lines of approved requests of which something is not ordered yet. */
export const openRequestLines = defineReport({
  name: 'openRequestLines',
  label: '待下单申请明细',
  english: 'Requests to order',
  parameters: {
    neededBy: date({ label: '需求日期截至', english: 'Needed by' }),
    department: ref(department, { label: '部门' }),
    requests: text({ label: '采购申请', help: '申请单 id，以逗号分隔', maxLength: 20_000, hidden: true }),
  },
  columns: [
    {
      name: 'number',
      label: '申请单号',
      english: 'Request',
      kind: 'text',
      width: 150,
      drill: { to: 'document', type: 'documentType', id: 'documentId' },
    },
    { name: 'department', label: '部门', kind: 'text', width: 110 },
    { name: 'requester', label: '申请人', kind: 'text', width: 90 },
    { name: 'neededOn', label: '需求日期', english: 'Needed on', kind: 'date', width: 100 },
    { name: 'itemName', label: '商品', english: 'Item', kind: 'text', width: 220 },
    { name: 'unit', label: '单位', kind: 'text', width: 60 },
    { name: 'asked', label: '申请数量', english: 'Requested', kind: 'quantity', total: true },
    { name: 'open', label: '未下单数量', english: 'To order', kind: 'quantity', total: true },
    { name: 'origin', label: '来源', kind: 'text', width: 90 },
    { name: 'originNumber', label: '来源单号', english: 'Origin number', kind: 'text', width: 150 },
  ],
})
