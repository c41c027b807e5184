import { defineDomain } from '../../kernel/definition/domain.ts'
import { materialIssue, materialReturn } from './documents/material-issue.ts'
import { operationReport } from './documents/operation-report.ts'
import { productionReceipt } from './documents/production-receipt.ts'
import { progressCount } from './documents/progress-count.ts'
import { workOrder } from './documents/work-order.ts'
import { bom } from './entities/bom.ts'
import { workshop } from './entities/workshop.ts'
import { issueToReturn, salesOrderToWorkOrder, workOrderToIssue, workOrderToReceipt } from './flows/order-flows.ts'

export { materialIssue, materialReturn } from './documents/material-issue.ts'
export { operationReport } from './documents/operation-report.ts'
export { productionReceipt } from './documents/production-receipt.ts'
export { progressCount } from './documents/progress-count.ts'
export { workOrder } from './documents/work-order.ts'
export { bom } from './entities/bom.ts'
export { workshop } from './entities/workshop.ts'

/** 生产: what is made, of what, by whom, and what it cost. */
export const production = defineDomain({
  name: 'production',
  label: '生产',
  entities: [workshop, bom],
  documents: [workOrder, materialIssue, materialReturn, operationReport, productionReceipt, progressCount],
  flows: [salesOrderToWorkOrder, workOrderToIssue, workOrderToReceipt, issueToReturn],
})
