import { defineDomain } from '../../kernel/definition/domain.ts'
import { completionCosting } from './documents/completion-costing.ts'
import { costAllocation } from './documents/cost-allocation.ts'
import { engineeringChange } from './documents/engineering-change.ts'
import { materialIssue, materialReturn } from './documents/material-issue.ts'
import { operationReport } from './documents/operation-report.ts'
import { productionReceipt } from './documents/production-receipt.ts'
import { progressCount } from './documents/progress-count.ts'
import { workOrder } from './documents/work-order.ts'
import { bom } from './entities/bom.ts'
import { workshop } from './entities/workshop.ts'
import { issueToReturn, salesOrderToWorkOrder, workOrderToIssue, workOrderToReceipt } from './flows/order-flows.ts'
import { settleProductionCost } from './processes/settle-production-cost.ts'
import { bomCost, bomWhereUsed } from './reports/bom-reports.ts'
import { productCostLines, productCostSheet } from './reports/product-cost-sheet.ts'

export { completionCosting } from './documents/completion-costing.ts'
export { costAllocation } from './documents/cost-allocation.ts'
export { engineeringChange } from './documents/engineering-change.ts'
export { materialIssue, materialReturn } from './documents/material-issue.ts'
export { operationReport } from './documents/operation-report.ts'
export { productionReceipt } from './documents/production-receipt.ts'
export { progressCount } from './documents/progress-count.ts'
export { workOrder } from './documents/work-order.ts'
export { bom } from './entities/bom.ts'
export { workshop } from './entities/workshop.ts'
export { settleProductionCost } from './processes/settle-production-cost.ts'
export { bomCost, bomWhereUsed } from './reports/bom-reports.ts'
export { productCostSheet } from './reports/product-cost-sheet.ts'

/** 生产: what is made, of what, by whom, and what it cost. */
export const production = defineDomain({
  name: 'production',
  label: '生产',
  entities: [workshop, bom],
  documents: [
    engineeringChange,
    workOrder,
    materialIssue,
    materialReturn,
    operationReport,
    productionReceipt,
    progressCount,
    costAllocation,
    completionCosting,
  ],
  flows: [salesOrderToWorkOrder, workOrderToIssue, workOrderToReceipt, issueToReturn],
  processes: [settleProductionCost],
  reports: [productCostSheet, productCostLines, bomWhereUsed, bomCost],
})
