import type { ServerDomain } from '../../kernel/documents/installed.ts'
import { carryOverChecks } from './documents/carry-overs.checks.ts'
import { postCostMethodChange, postStockReclassification } from './documents/carry-overs.posting.ts'
import { postCostAdjustment } from './documents/cost-adjustment.posting.ts'
import { postCountAdjustment } from './documents/count-adjustment.posting.ts'
import { checkCustodyIssue } from './documents/custody.checks.ts'
import { postCustodyIssue } from './documents/custody-issue.posting.ts'
import { postCustodyReceipt } from './documents/custody-receipt.posting.ts'
import { runCostWorking } from './reports/cost-working.run.ts'
import { runGoodsElsewhere } from './reports/goods-elsewhere.run.ts'
import { inventoryChecks } from './documents/inventory.checks.ts'
import { postOpeningStock } from './documents/opening-stock.posting.ts'
import { postOtherIssue } from './documents/other-issue.posting.ts'
import { postOtherReceipt } from './documents/other-receipt.posting.ts'
import { postStockTransfer } from './documents/stock-transfer.posting.ts'
import { inventory } from './index.ts'
import { runStartStockCount } from './processes/start-stock-count.run.ts'
import { runStockLedger } from './reports/stock-ledger.run.ts'
import { runStockByWarehouse } from './reports/stock-by-warehouse.run.ts'
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
    postCostMethodChange,
    postStockReclassification,
    postCustodyReceipt,
    postCustodyIssue,
  ],
  checks: [...inventoryChecks, ...carryOverChecks, checkCustodyIssue],
  processes: [runStartStockCount],
  reports: [runCostWorking, runStockOnHand, runStockByWarehouse, runStockLedger, runStockSummary, runGoodsElsewhere],
}
