import { integer, ref } from '../../../kernel/definition/field.ts'
import { defineReport } from '../../../kernel/definition/report.ts'
import { department } from '../../../ledgers/dimensions/people.ts'

/** 采购预算执行表: what departments may spend, what is asked for, ordered and received of it, and what is saved. */
export const purchaseBudgetUse = defineReport({
  name: 'purchaseBudgetUse',
  label: '采购预算执行表',
  english: 'Purchase budgets and actual',
  parameters: {
    year: integer({ label: '年度', help: '空为今年' }),
    month: integer({ label: '月份', help: '空为全年' }),
    department: ref(department, { label: '部门' }),
  },
  columns: [
    { name: 'department', label: '部门', kind: 'text', width: 140 },
    { name: 'month', label: '月份', kind: 'month', width: 90 },
    { name: 'category', label: '商品分类', kind: 'text', width: 140 },
    { name: 'budget', label: '预算', kind: 'money', total: true, sensitive: true },
    { name: 'requested', label: '申请未下单', english: 'Requested', kind: 'money', total: true, sensitive: true },
    { name: 'ordered', label: '订单未到', english: 'On order', kind: 'money', total: true, sensitive: true },
    { name: 'received', label: '已入库', english: 'Received', kind: 'money', total: true, sensitive: true },
    { name: 'used', label: '占用合计', english: 'Used', kind: 'money', total: true, sensitive: true },
    { name: 'left', label: '结余（节约）', english: 'Left', kind: 'money', total: true, sensitive: true },
    { name: 'percent', label: '执行率%', english: 'Used %', kind: 'percent' },
  ],
  chart: { kind: 'bar', category: 'month', series: ['budget', 'used'] },
  help: '申请按未下单金额，订单按下单月份，计入申请部门；没有预算的分类不列',
})
