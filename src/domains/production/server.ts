import type { ServerDomain } from '../../kernel/documents/installed.ts'
import { completeIncomingLots, completeOutgoingLots } from '../../ledgers/stock/tracking/complete-lots.ts'
import { progressTies } from './costing/progress-ties.ts'
import { postCompletionCosting } from './documents/completion-costing.posting.ts'
import { postCostAllocation } from './documents/cost-allocation.posting.ts'
import { checkCompletionCosting, checkCostAllocation, guardProductionReceipt } from './documents/costed.checks.ts'
import {
  checkEngineeringChange,
  guardEngineeringChange,
  makeNextVersion,
} from './documents/engineering-change.checks.ts'
import { postMaterialIssue, postMaterialReturn } from './documents/material-issue.posting.ts'
import {
  checkMaterialIssue,
  checkMaterialReturn,
  checkOperationReport,
  checkProductionReceipt,
  checkProgressCount,
  checkWorkOrder,
} from './documents/order-documents.checks.ts'
import { orderNumberCompletions } from './documents/order-number.completion.ts'
import { postProductionReceipt } from './documents/production-receipt.posting.ts'
import { completeWorkOrder } from './documents/work-order.completion.ts'
import { postWorkOrder } from './documents/work-order.posting.ts'
import { checkBom } from './entities/bom.checks.ts'
import { productionPhrases } from './phrases.ts'
import { productionClose, runSettleProductionCost } from './processes/settle-production-cost.run.ts'
import { runBomCost, runBomWhereUsed } from './reports/bom-reports.run.ts'
import { runProductCostLines } from './reports/product-cost-lines.run.ts'
import { runProductCostSheet } from './reports/product-cost-sheet.run.ts'
import { materialIssue, production, productionReceipt } from './index.ts'

export const productionServer: ServerDomain = {
  name: production.name,
  phrases: productionPhrases,
  postings: [
    postWorkOrder,
    postMaterialIssue,
    postMaterialReturn,
    postProductionReceipt,
    postCostAllocation,
    postCompletionCosting,
  ],
  checks: [
    checkWorkOrder,
    checkMaterialIssue,
    checkMaterialReturn,
    checkProductionReceipt,
    checkOperationReport,
    checkProgressCount,
    checkEngineeringChange,
    checkCostAllocation,
    checkCompletionCosting,
  ],
  guards: [guardProductionReceipt, guardEngineeringChange],
  consequences: [makeNextVersion],
  completions: [
    completeWorkOrder,
    ...orderNumberCompletions,
    completeOutgoingLots(materialIssue),
    completeIncomingLots(productionReceipt),
  ],
  entityChecks: [checkBom],
  reports: [runProductCostSheet, runProductCostLines, runBomWhereUsed, runBomCost],
  processes: [runSettleProductionCost],
  bookChecks: [progressTies],
  closeParts: [productionClose],
}
