import { defineFlow, goodsMeasure } from '../../../kernel/definition/flow.ts'
import { carryTracked } from '../../../ledgers/tracked-lines.ts'
import { salesOrder } from '../../sales/index.ts'
import { materialIssue, materialReturn } from '../documents/material-issue.ts'
import { productionReceipt } from '../documents/production-receipt.ts'
import { workOrder } from '../documents/work-order.ts'

/** What a customer ordered is made. It is no promise fulfilled: the delivery does that. */
export const salesOrderToWorkOrder = defineFlow({
  name: 'salesOrderToWorkOrder',
  label: '下推生产任务单',
  english: 'Make',
  from: salesOrder,
  to: workOrder,
  measure: goodsMeasure,
  exceptional: true,
  mayOverdraw: true,
  header: (order, context) => ({
    salesOrder: typeof context.header['number'] === 'string' ? context.header['number'] : null,
    promisedOn: order.promisedOn,
  }),
  line: (line, open) => ({ item: line.item, unit: line.unit, quantity: open.quantity, kind: 'product' as const }),
})

const numberOf = (header: Readonly<Record<string, unknown>>) =>
  typeof header['number'] === 'string' ? header['number'] : null

/** The components that an order still wants leave the warehouse for it. */
export const workOrderToIssue = defineFlow({
  name: 'workOrderToMaterialIssue',
  label: '下推领料单',
  english: 'Issue materials',
  from: workOrder,
  to: materialIssue,
  table: 'components',
  measure: goodsMeasure,
  mayOverdraw: true,
  fulfilsPlan: 'demand',
  header: (order, context) => ({
    workOrder: numberOf(context.header),
    ...(order.warehouse === null ? {} : { warehouse: order.warehouse }),
  }),
  line: (line, open) => ({ item: line.item, unit: line.unit, quantity: open.quantity, remark: line.remark }),
})

/** What an order has finished goes into stock. */
export const workOrderToReceipt = defineFlow({
  name: 'workOrderToProductionReceipt',
  label: '下推完工入库',
  english: 'Complete',
  from: workOrder,
  to: productionReceipt,
  measure: goodsMeasure,
  mayOverdraw: true,
  fulfilsPlan: 'supply',
  header: (order, context) => ({
    workOrder: numberOf(context.header),
    ...(order.finishedWarehouse === null ? {} : { warehouse: order.finishedWarehouse }),
  }),
  line: (line, open) => ({
    item: line.item,
    unit: line.unit,
    quantity: open.quantity,
    kind: line.kind,
    costShare: line.costShare,
    unitCost: line.unitCost,
  }),
})

/** Materials that were not used come back. */
export const issueToReturn = defineFlow({
  name: 'materialIssueToReturn',
  label: '下推退料单',
  english: 'Bring back',
  from: materialIssue,
  to: materialReturn,
  measure: goodsMeasure,
  exceptional: true,
  header: (issue) => ({ workOrder: issue.workOrder, warehouse: issue.warehouse }),
  line: (line, open) => ({
    item: line.item,
    unit: line.unit,
    quantity: open.quantity,
    warehouse: line.warehouse,
    ...carryTracked(line, open),
  }),
})
