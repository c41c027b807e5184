import { ref, text } from '../../../kernel/definition/field.ts'
import { defineReport } from '../../../kernel/definition/report.ts'
import { item } from '../../../ledgers/dimensions/item.ts'
import { reportDays } from '../../../ledgers/report-days.ts'

/** 采购计划执行表: what was planned of each item in a period, what was ordered and received of it. */
export const purchasePlanProgress = defineReport({
  name: 'purchasePlanProgress',
  label: '采购计划执行表',
  english: 'Purchase plan and actual',
  parameters: {
    ...reportDays,
    plan: text({ label: '计划单号', english: 'Plan' }),
    item: ref(item, { label: '商品' }),
  },
  columns: [
    {
      name: 'number',
      label: '计划单号',
      english: 'Plan',
      kind: 'text',
      width: 150,
      drill: { to: 'document', type: 'documentType', id: 'documentId' },
    },
    { name: 'period', label: '计划期间', english: 'Period', kind: 'text', width: 170 },
    { name: 'itemName', label: '商品', english: 'Item', kind: 'text', width: 220 },
    { name: 'unit', label: '单位', kind: 'text', width: 60 },
    { name: 'planned', label: '计划数量', english: 'Planned', kind: 'quantity', total: true },
    { name: 'requested', label: '已申请', english: 'Requested', kind: 'quantity', total: true },
    { name: 'ordered', label: '实际订货', english: 'Ordered', kind: 'quantity', total: true },
    { name: 'received', label: '实际入库', english: 'Received', kind: 'quantity', total: true },
    { name: 'difference', label: '差异（订货－计划）', english: 'Ordered less planned', kind: 'quantity', total: true },
    { name: 'percent', label: '完成率%', english: 'Done %', kind: 'percent' },
    {
      name: 'plannedAmount',
      label: '计划金额',
      english: 'Planned amount',
      kind: 'money',
      total: true,
      sensitive: true,
    },
    {
      name: 'orderedAmount',
      label: '订货金额',
      english: 'Ordered amount',
      kind: 'money',
      total: true,
      sensitive: true,
    },
    { name: 'amountDifference', label: '金额差异', english: 'Difference', kind: 'money', total: true, sensitive: true },
  ],
  chart: { kind: 'bar', category: 'itemName', series: ['planned', 'ordered', 'received'] },
})
