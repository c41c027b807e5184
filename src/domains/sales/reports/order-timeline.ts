import { text } from '../../../kernel/definition/field.ts'
import { defineReport } from '../../../kernel/definition/report.ts'

/** 订单进程: what has happened to one sales order, from its making to the customer's signature. */
export const orderTimeline = defineReport({
  name: 'orderTimeline',
  label: '销售订单进程',
  english: 'Progress of a sales order',
  parameters: { order: text({ label: '订单编号', english: 'Order', required: true, maxLength: 60 }) },
  columns: [
    { name: 'step', label: '步骤', english: 'Step', kind: 'text', width: 110 },
    { name: 'stateLabel', label: '状态', english: 'State', kind: 'text', width: 90 },
    { name: 'at', label: '时间', english: 'When', kind: 'text', width: 140 },
    {
      name: 'documentNumber',
      label: '单据',
      english: 'Document',
      kind: 'text',
      width: 170,
      drill: { to: 'document', type: 'documentType', id: 'documentId' },
    },
    { name: 'detail', label: '说明', english: 'Detail', kind: 'text', width: 260 },
  ],
  help: '审核 → 发货 → 签收；客户打开公开链接看到的相同。',
})
