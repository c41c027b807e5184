import { defineDocument } from '../../../kernel/definition/define.ts'
import { boolean, choice, date, longText, money, ref, text, guarded } from '../../../kernel/definition/field.ts'
import { lineTable } from '../../../kernel/definition/record.ts'
import { department, employee, project } from '../../../ledgers/dimensions/people.ts'
import { warehouse } from '../../../ledgers/dimensions/place.ts'
import { totalOf } from '../../../ledgers/priced-lines.ts'
import { deriveRequestLine, requestOrigin, requestOrigins, requestedGoods } from './request-line.ts'

/** 采购申请: what someone wants to have bought, by when, and what for; orders grow out of it. */
export const purchaseRequest = defineDocument({
  name: 'purchaseRequest',
  label: '采购申请',
  numbering: 'CGSQ-{yyyyMM}-{seq:4}',
  header: {
    requester: ref(employee, { label: '申请人', indexed: true }),
    department: ref(department, { label: '部门', indexed: true, help: '空则随申请人；预算按部门控制' }),
    neededOn: date({ label: '需求日期', english: 'Needed on' }),
    warehouse: ref(warehouse, { label: '收货仓库' }),
    purpose: longText({ label: '申请原因', english: 'Purpose' }),
    project: ref(project, { label: '项目' }),
    origin: choice({ label: '来源', options: requestOrigins, initial: 'manual', computed: true }),
    totalAmount: money({ label: '预计金额', english: 'Estimated amount', computed: true, sensitive: true }),
    ...guarded('cost', {
      budget: money({
        label: '本月预算',
        english: 'Budget of the month',
        computed: true,
        proposed: true,
        help: '空为没有预算',
      }),
      budgetUsed: money({
        label: '预算已占用',
        english: 'Budget used',
        computed: true,
        proposed: true,
        help: '其他申请、订单与入库',
      }),
      overBy: money({ label: '超出金额', english: 'Over by', computed: true, proposed: true }),
    }),
    overBudget: boolean({ label: '超预算', english: 'Over budget', computed: true, proposed: true }),
  },
  tables: {
    lines: lineTable({
      label: '申请明细',
      atLeast: 1,
      fields: {
        ...requestedGoods,
        neededOn: date({ label: '需求日期', english: 'Needed on' }),
        ...requestOrigin,
        remark: text({ label: '备注' }),
      },
      derive: deriveRequestLine,
    }),
  },
  derive: (header, context) => ({
    department: header.department ?? context.lookup(employee, header.requester)?.department,
    origin: header.origin ?? 'manual',
    totalAmount: totalOf(context.tables.lines, 'amount'),
  }),
  list: ['requester', 'department', 'neededOn', 'origin', 'totalAmount', 'overBudget'],
  totals: ['quantity', 'amount'],
})
