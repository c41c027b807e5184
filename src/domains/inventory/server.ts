import type { ServerDomain } from '../../kernel/documents/installed.ts'
import { completeIncomingLots, completeOutgoingLots } from '../../ledgers/stock/tracking/complete-lots.ts'
import { postCostAdjustment } from './documents/cost-adjustment.posting.ts'
import { postCountAdjustment } from './documents/count-adjustment.posting.ts'
import { checkCustodyIssue } from './documents/custody.checks.ts'
import { postCustodyIssue } from './documents/custody-issue.posting.ts'
import { postCustodyReceipt } from './documents/custody-receipt.posting.ts'
import { runGoodsElsewhere } from './reports/goods-elsewhere.run.ts'
import { inventoryChecks } from './documents/inventory.checks.ts'
import { postOpeningStock } from './documents/opening-stock.posting.ts'
import { postOtherIssue } from './documents/other-issue.posting.ts'
import { postOtherReceipt } from './documents/other-receipt.posting.ts'
import { postStockTransfer } from './documents/stock-transfer.posting.ts'
import { custodyReceipt, inventory, openingStock, otherIssue, otherReceipt, stockTransfer } from './index.ts'
import { runStartStockCount } from './processes/start-stock-count.run.ts'
import { runStockLedger } from './reports/stock-ledger.run.ts'
import { runStockOnHand } from './reports/stock-on-hand.run.ts'
import { runStockSummary } from './reports/stock-summary.run.ts'

export const inventoryServer: ServerDomain = {
  name: inventory.name,
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
  checks: [...inventoryChecks, checkCustodyIssue],
  completions: [
    completeIncomingLots(openingStock),
    completeIncomingLots(otherReceipt),
    completeIncomingLots(custodyReceipt),
    completeOutgoingLots(otherIssue),
    completeOutgoingLots(stockTransfer),
  ],
  processes: [runStartStockCount],
  reports: [runStockOnHand, runStockLedger, runStockSummary, runGoodsElsewhere],
}
