import { defineEntity } from '../../../kernel/definition/define.ts'
import { choice, percent, price, ref } from '../../../kernel/definition/field.ts'
import { department } from '../../../ledgers/dimensions/people.ts'
import { warehouse } from '../../../ledgers/dimensions/place.ts'

/** What a workshop's overhead is shared out by over its orders. */
export const overheadBases = {
  hours: '按工时',
  machineHours: '按机器工时',
  material: '按材料成本',
  labour: '按人工成本',
  quantity: '按完工数量',
} as const

/** How work in progress is valued at the end of a month. */
export const progressMethods = {
  equivalentUnits: '约当产量',
  materialOnly: '只计材料',
  none: '不计在产品',
} as const

/** Whether costs are collected by order or by product. */
export const costObjects = { order: '订单法', product: '品种法' } as const

/** 生产车间: where goods are made, and how its labour and overhead become their cost. */
export const workshop = defineEntity({
  name: 'workshop',
  label: '生产车间',
  fields: {
    department: ref(department, {
      label: '部门',
      help: '记在此部门的直接人工、制造费用由本车间的任务单承担；空为公共，由全部任务单承担',
    }),
    warehouse: ref(warehouse, { label: '领料仓库', english: 'Materials from' }),
    finishedWarehouse: ref(warehouse, { label: '完工仓库', english: 'Products into' }),
    costObject: choice({ label: '成本计算方法', english: 'Costs by', options: costObjects, initial: 'order' }),
    overheadBasis: choice({
      label: '制造费用分配',
      english: 'Overhead shared by',
      options: overheadBases,
      initial: 'hours',
    }),
    progressMethod: choice({
      label: '在产品计价',
      english: 'Work in progress',
      options: progressMethods,
      initial: 'equivalentUnits',
    }),
    completionPercent: percent({
      label: '在产品完工率%',
      english: 'Completion %',
      initial: '50',
      help: '没有在产品盘点时，人工和制造费用按此折算；材料按投足计算',
    }),
    labourRate: price({ label: '计划工时单价', english: 'Planned labour an hour', sensitive: true }),
    overheadRate: price({ label: '计划费用率', english: 'Planned overhead an hour', sensitive: true }),
    overIssuePercent: percent({ label: '超领允差%', english: 'Over-issue %', help: '领料超过任务单用量时允许的比例' }),
    overReceiptPercent: percent({
      label: '超产允差%',
      english: 'Over-completion %',
      help: '完工超过任务单数量时允许的比例',
    }),
  },
  list: ['department', 'costObject', 'overheadBasis', 'progressMethod'],
})
