import { choice, ref, text } from '../../../kernel/definition/field.ts'
import { defineReport } from '../../../kernel/definition/report.ts'
import { item } from '../../../ledgers/dimensions/item.ts'
import { workshop } from '../entities/workshop.ts'

const money = { kind: 'money', total: true, sensitive: true } as const

/** 成本计算单: what each order or product began the month with, what came to it, what was finished of it and what is left. */
export const productCostSheet = defineReport({
  name: 'productCostSheet',
  label: '成本计算单',
  english: 'Product cost sheet',
  parameters: {
    period: text({ label: '月份', english: 'Month', maxLength: 7, help: '如 2026-01；空为本月' }),
    by: choice({ label: '按', english: 'By', options: { order: '任务单', product: '产品' }, initial: 'order' }),
    workshop: ref(workshop, { label: '生产车间' }),
    item: ref(item, { label: '产品', english: 'Product' }),
    workOrder: text({ label: '生产任务单', english: 'Work order', maxLength: 60 }),
  },
  columns: [
    {
      name: 'workOrder',
      label: '任务单',
      english: 'Work order',
      kind: 'text',
      width: 150,
      drill: { to: 'report', report: 'productCostLines', parameters: { workOrder: 'workOrder', period: 'period' } },
    },
    { name: 'product', label: '产品', english: 'Product', kind: 'text', width: 180 },
    { name: 'opening', label: '期初在产品', english: 'Opening', ...money },
    { name: 'material', label: '直接材料', english: 'Material', group: '本月投入', ...money },
    { name: 'labour', label: '直接人工', english: 'Labour', group: '本月投入', ...money },
    { name: 'overhead', label: '制造费用', english: 'Overhead', group: '本月投入', ...money },
    { name: 'finishedQuantity', label: '数量', english: 'Quantity', kind: 'quantity', group: '完工' },
    { name: 'finished', label: '金额', english: 'Amount', group: '完工', ...money },
    { name: 'unitCost', label: '单位成本', english: 'Unit cost', kind: 'price', group: '完工', sensitive: true },
    { name: 'variance', label: '较计划差异', english: 'Variance', group: '完工', ...money },
    { name: 'inProgressQuantity', label: '数量', english: 'Quantity', kind: 'quantity', group: '期末在产品' },
    { name: 'closing', label: '金额', english: 'Amount', group: '期末在产品', ...money },
    { name: 'state', label: '状态', english: 'State', kind: 'text', width: 90 },
  ],
  help: '期末在产品合计 + 待分配 = 总账生产成本余额；完工金额在成本结转前为计划成本。点任务单看每一笔来自哪张单据',
})

/** 成本计算明细: the documents behind the figures of an order. */
export const productCostLines = defineReport({
  name: 'productCostLines',
  label: '成本计算明细',
  english: 'Cost of a work order, line by line',
  parameters: {
    workOrder: text({ label: '生产任务单', english: 'Work order', maxLength: 60, required: true }),
    period: text({ label: '月份', english: 'Month', maxLength: 7, help: '空为全部' }),
  },
  columns: [
    { name: 'date', label: '日期', kind: 'date' },
    { name: 'sort', label: '项目', english: 'What', kind: 'text', width: 90 },
    { name: 'document', label: '单据', english: 'Document', kind: 'text', width: 130 },
    {
      name: 'number',
      label: '单号',
      english: 'Number',
      kind: 'text',
      width: 160,
      drill: { to: 'document', type: 'documentType', id: 'documentId' },
    },
    { name: 'item', label: '商品', english: 'Item', kind: 'text', width: 180 },
    { name: 'debit', label: '投入', english: 'In', kind: 'money', total: true, sensitive: true },
    { name: 'credit', label: '转出', english: 'Out', kind: 'money', total: true, sensitive: true },
  ],
})
