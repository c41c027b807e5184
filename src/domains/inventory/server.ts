import type { ServerDomain } from '../../kernel/documents/installed.ts'
import { postCostAdjustment } from './documents/cost-adjustment.posting.ts'
import { postCountAdjustment } from './documents/count-adjustment.posting.ts'
import { checkCustodyIssue } from './documents/custody.checks.ts'
import { postCustodyIssue } from './documents/custody-issue.posting.ts'
import { postCustodyReceipt } from './documents/custody-receipt.posting.ts'
import { runCountAccuracy } from './reports/count-accuracy.run.ts'
import { runGoodsElsewhere } from './reports/goods-elsewhere.run.ts'
import { inventoryChecks } from './documents/inventory.checks.ts'
import { postOpeningStock } from './documents/opening-stock.posting.ts'
import { postOtherIssue } from './documents/other-issue.posting.ts'
import { postOtherReceipt } from './documents/other-receipt.posting.ts'
import { postStockTransfer } from './documents/stock-transfer.posting.ts'
import { runCompareCount } from './calls/compare-count.run.ts'
import { runCountSheet, runPreviewCount } from './calls/count-sheet.run.ts'
import { runRecordCounts, runUndoCount } from './calls/record-counts.run.ts'
import { adjustOnPost, checkStockCount, stockCountFacts } from './documents/stock-count.checks.ts'
import { completeStockCount } from './documents/stock-count.completion.ts'
import { inventory } from './index.ts'
import { runStartPlannedCounts } from './processes/start-planned-counts.run.ts'
import { runStartStockCount } from './processes/start-stock-count.run.ts'
import { runStockLedger } from './reports/stock-ledger.run.ts'
import { runStockOnHand } from './reports/stock-on-hand.run.ts'
import { runStockSummary } from './reports/stock-summary.run.ts'
import { inventoryTables } from './tables.ts'

export const inventoryServer: ServerDomain = {
  name: inventory.name,
  tables: inventoryTables,
  postings: [
    postOpeningStock,
    postOtherReceipt,
    postOtherIssue,
    postStockTransfer,
    postCountAdjustment,
    postCostAdjustment,
    postCustodyReceipt,
    postCustodyIssue,
  ],
  checks: [...inventoryChecks, checkCustodyIssue, checkStockCount],
  consequences: [adjustOnPost],
  completions: [completeStockCount],
  approvalFacts: [stockCountFacts],
  processes: [runStartStockCount, runStartPlannedCounts],
  calls: [runPreviewCount, runCountSheet, runRecordCounts, runUndoCount, runCompareCount],
  reports: [runStockOnHand, runStockLedger, runStockSummary, runGoodsElsewhere, runCountAccuracy],
}
