import { inventoryPhrases } from './phrases.ts'
import type { ServerDomain } from '../../kernel/documents/installed.ts'
import { completeIncomingLots, completeOutgoingLots } from '../../ledgers/stock/tracking/complete-lots.ts'
import { carryOverChecks } from './documents/carry-overs.checks.ts'
import { completeCostMethodChange } from './documents/cost-method-change.completion.ts'
import { postCostMethodChange, postStockReclassification } from './documents/carry-overs.posting.ts'
import { postBinTransfer } from './documents/bin-transfer.posting.ts'
import { postCostAdjustment } from './documents/cost-adjustment.posting.ts'
import { postCountAdjustment } from './documents/count-adjustment.posting.ts'
import { checkCustodyIssue } from './documents/custody.checks.ts'
import { postCustodyIssue } from './documents/custody-issue.posting.ts'
import { postCustodyReceipt } from './documents/custody-receipt.posting.ts'
import { runCostWorking } from './reports/cost-working.run.ts'
import { runCountAccuracy } from './reports/count-accuracy.run.ts'
import { runGoodsElsewhere } from './reports/goods-elsewhere.run.ts'
import { inventoryChecks } from './documents/inventory.checks.ts'
import { checkLossDisposition } from './documents/loss-disposition.checks.ts'
import { completeLossDisposition } from './documents/loss-disposition.completion.ts'
import { postLossDisposition } from './documents/loss-disposition.posting.ts'
import { postInternalUse } from './documents/internal-use.posting.ts'
import { postScrap } from './documents/scrap.posting.ts'
import { completeInternalUse } from './documents/internal-use.completion.ts'
import { completeScrap } from './documents/scrap.completion.ts'
import { postOpeningStock } from './documents/opening-stock.posting.ts'
import { postOtherIssue } from './documents/other-issue.posting.ts'
import { postOtherReceipt } from './documents/other-receipt.posting.ts'
import { postLotChange } from './documents/lot-change.posting.ts'
import { inPlaceChecks } from './documents/in-place.checks.ts'
import { postStockStatusChange } from './documents/stock-status-change.posting.ts'
import { checkStockTransfer } from './documents/stock-transfer.checks.ts'
import { completeStockTransfer } from './documents/stock-transfer.completion.ts'
import { postTransferIn } from './documents/transfer-in.posting.ts'
import { postTransferOut } from './documents/transfer-out.posting.ts'
import { checkTransferIn, checkTransferOut } from './documents/transfer-steps.checks.ts'
import { checkAssembly, checkDisassembly } from './documents/assembly.checks.ts'
import { completeAssembly } from './documents/assembly.completion.ts'
import { postAssembly } from './documents/assembly.posting.ts'
import { completeDisassembly } from './documents/disassembly.completion.ts'
import { postDisassembly } from './documents/disassembly.posting.ts'
import { adjustmentFacts } from './documents/adjustment-facts.checks.ts'
import { postStandardCost } from './documents/standard-cost.posting.ts'
import { postStockTransfer } from './documents/stock-transfer.posting.ts'
import {
  custodyReceipt,
  internalUse,
  inventory,
  openingStock,
  otherIssue,
  otherReceipt,
  stockTransfer,
  transferOut,
} from './index.ts'
import { followPlan, followStock } from './alerts/follow-stock.ts'
import { runActOnAlert } from './calls/act-on-alert.run.ts'
import { runBringAlertBack, runSetAlertAside } from './calls/set-alert-aside.run.ts'
import { checkStockLimit } from './entities/stock-limit.checks.ts'
import { runCheckStockAlerts } from './processes/check-stock-alerts.run.ts'
import { runTakeSafetyStock } from './processes/take-safety-stock.run.ts'
import { runSafetyStockLevels } from './reports/safety-stock-levels.run.ts'
import { runStockAlerts } from './reports/stock-alerts.run.ts'
import { runCompareCount } from './calls/compare-count.run.ts'
import { runCountSheet, runPreviewCount } from './calls/count-sheet.run.ts'
import { runIdentify } from './calls/identify.run.ts'
import { runRecordCounts, runUndoCount } from './calls/record-counts.run.ts'
import { adjustOnPost, checkStockCount, stockCountFacts } from './documents/stock-count.checks.ts'
import { completeStockCount } from './documents/stock-count.completion.ts'
import { runFreezeLot } from './processes/freeze-lot.run.ts'
import { runStartPlannedCounts } from './processes/start-planned-counts.run.ts'
import { runStartStockCount } from './processes/start-stock-count.run.ts'
import { runGoodsLabels } from './reports/goods-labels.run.ts'
import { runLotStock } from './reports/lot-stock.run.ts'
import { runLotTrace, runRecallList } from './reports/lot-trace.run.ts'
import { runStockPosition } from './reports/stock-position.run.ts'
import { runSerialHistory } from './reports/serial-history.run.ts'
import { runStockLedger } from './reports/stock-ledger.run.ts'
import { runAbcXyz } from './reports/abc-xyz.run.ts'
import { runStockCapital } from './reports/stock-capital.run.ts'
import { runStockTurnover } from './reports/stock-turnover.run.ts'
import { runCostAnalysis } from './reports/cost-analysis.run.ts'
import { runStoreBoard } from './reports/store-board.run.ts'
import { runStoreSellers } from './reports/store-sellers.run.ts'
import { runStockAccounts } from './reports/stock-accounts.run.ts'
import { runStockAge } from './reports/stock-age.run.ts'
import { runStockByWarehouse } from './reports/stock-by-warehouse.run.ts'
import { runStockOnHand } from './reports/stock-on-hand.run.ts'
import { runStandardVariance } from './reports/standard-variance.run.ts'
import { runStockSummary } from './reports/stock-summary.run.ts'
import { inventoryTables } from './tables.ts'

export { isSale } from './reports/sale-entries.ts'

export const inventoryServer: ServerDomain = {
  phrases: inventoryPhrases,
  name: inventory.name,
  noticeKinds: [
    { name: 'stockAlert', label: '库存预警', english: 'Stock alerts' },
    { name: 'countDue', label: '盘点任务', english: 'Counts that are due' },
  ],
  tables: inventoryTables,
  postings: [
    postOpeningStock,
    postOtherReceipt,
    postOtherIssue,
    postScrap,
    postInternalUse,
    postStockTransfer,
    postTransferOut,
    postTransferIn,
    postAssembly,
    postDisassembly,
    postCountAdjustment,
    postLossDisposition,
    postCostAdjustment,
    postCostMethodChange,
    postStandardCost,
    postStockReclassification,
    postStockStatusChange,
    postLotChange,
    postBinTransfer,
    postCustodyReceipt,
    postCustodyIssue,
  ],
  checks: [
    ...inventoryChecks,
    ...carryOverChecks,
    checkCustodyIssue,
    ...inPlaceChecks,
    checkStockTransfer,
    checkTransferOut,
    checkTransferIn,
    checkAssembly,
    checkDisassembly,
    checkLossDisposition,
    checkStockCount,
  ],
  consequences: [adjustOnPost],
  completions: [
    completeAssembly,
    completeCostMethodChange,
    completeDisassembly,
    completeStockTransfer,
    completeScrap,
    completeInternalUse,
    completeLossDisposition,
    completeStockCount,
    completeIncomingLots(openingStock),
    completeIncomingLots(otherReceipt),
    completeIncomingLots(custodyReceipt),
    completeOutgoingLots(otherIssue),
    completeOutgoingLots(stockTransfer),
    completeOutgoingLots(internalUse),
    completeOutgoingLots(transferOut),
  ],
  followUps: { 'stock/alerts': followStock, 'plan/alerts': followPlan },
  entityChecks: [checkStockLimit],
  approvalFacts: [...adjustmentFacts, stockCountFacts],
  processes: [runStartStockCount, runStartPlannedCounts, runFreezeLot, runCheckStockAlerts, runTakeSafetyStock],
  calls: [
    runPreviewCount,
    runCountSheet,
    runRecordCounts,
    runUndoCount,
    runCompareCount,
    runIdentify,
    runActOnAlert,
    runSetAlertAside,
    runBringAlertBack,
  ],
  reports: [
    runCostWorking,
    runStandardVariance,
    runStockOnHand,
    runStockByWarehouse,
    runStockAge,
    runStockTurnover,
    runAbcXyz,
    runStockCapital,
    runCostAnalysis,
    runStoreBoard,
    runStoreSellers,
    runStockAccounts,
    runStockLedger,
    runStockSummary,
    runGoodsElsewhere,
    runCountAccuracy,
    runLotStock,
    runStockPosition,
    runLotTrace,
    runRecallList,
    runSerialHistory,
    runGoodsLabels,
    runStockAlerts,
    runSafetyStockLevels,
  ],
}
