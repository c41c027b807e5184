import type { ServerDomain } from '../../kernel/documents/installed.ts'
import { completeIncomingLots, completeOutgoingLots } from '../../ledgers/stock/tracking/complete-lots.ts'
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
import { materialIssue, production, productionReceipt } from './index.ts'

export const productionServer: ServerDomain = {
  name: production.name,
  postings: [postWorkOrder, postMaterialIssue, postMaterialReturn, postProductionReceipt],
  checks: [
    checkWorkOrder,
    checkMaterialIssue,
    checkMaterialReturn,
    checkProductionReceipt,
    checkOperationReport,
    checkProgressCount,
  ],
  completions: [
    completeWorkOrder,
    ...orderNumberCompletions,
    completeOutgoingLots(materialIssue),
    completeIncomingLots(productionReceipt),
  ],
  entityChecks: [checkBom],
}
