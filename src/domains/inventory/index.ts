import { defineDomain } from '../../kernel/definition/domain.ts'
import { binTransfer } from './documents/bin-transfer.ts'
import { assembly } from './documents/assembly.ts'
import { costAdjustment } from './documents/cost-adjustment.ts'
import { costMethodChange } from './documents/cost-method-change.ts'
import { countAdjustment } from './documents/count-adjustment.ts'
import { custodyIssue } from './documents/custody-issue.ts'
import { custodyReceipt } from './documents/custody-receipt.ts'
import { disassembly } from './documents/disassembly.ts'
import { internalUse } from './documents/internal-use.ts'
import { lossDisposition } from './documents/loss-disposition.ts'
import { openingStock } from './documents/opening-stock.ts'
import { otherIssue } from './documents/other-issue.ts'
import { otherReceipt } from './documents/other-receipt.ts'
import { scrap } from './documents/scrap.ts'
import { standardCost } from './documents/standard-cost.ts'
import { stockCount } from './documents/stock-count.ts'
import { stockReclassification } from './documents/stock-reclassification.ts'
import { lotChange } from './documents/lot-change.ts'
import { stockStatusChange } from './documents/stock-status-change.ts'
import { stockTransfer } from './documents/stock-transfer.ts'
import { compareCount, countSheet, previewCount, recordCounts, undoCount } from './calls/count-calls.ts'
import { identify } from './calls/identify.ts'
import { countPlan } from './entities/count-plan.ts'
import { transferIn } from './documents/transfer-in.ts'
import { transferOut } from './documents/transfer-out.ts'
import { actOnAlert, bringAlertBack, setAlertAside } from './calls/act-on-alert.ts'
import { stockLimit } from './entities/stock-limit.ts'
import { checkStockAlerts } from './processes/check-stock-alerts.ts'
import { takeSafetyStock } from './processes/take-safety-stock.ts'
import { safetyStockLevels } from './reports/safety-stock-levels.ts'
import { stockAlerts } from './reports/stock-alerts.ts'
import { stockReason } from './entities/stock-reason.ts'
import { transferOutToIn } from './flows/transfer-out-to-in.ts'
import { adjustmentToDisposition } from './flows/adjustment-to-disposition.ts'
import { custodyToIssue, custodyToReceipt } from './flows/custody-flows.ts'
import { inspectionToConcession } from './flows/inspection-to-concession.ts'
import { costWorking } from './reports/cost-working.ts'
import { countAccuracy } from './reports/count-accuracy.ts'
import { goodsElsewhere } from './reports/goods-elsewhere.ts'
import { countToAdjustment } from './flows/count-to-adjustment.ts'
import { freezeLot } from './processes/freeze-lot.ts'
import { startPlannedCounts } from './processes/start-planned-counts.ts'
import { startStockCount } from './processes/start-stock-count.ts'
import { goodsLabels } from './reports/goods-labels.ts'
import { lotStock } from './reports/lot-stock.ts'
import { lotTrace, recallList } from './reports/lot-trace.ts'
import { stockPosition } from './reports/stock-position.ts'
import { serialHistory } from './reports/serial-history.ts'
import { stockLedgerReport } from './reports/stock-ledger.ts'
import { abcXyz } from './reports/abc-xyz.ts'
import { stockCapital } from './reports/stock-capital.ts'
import { stockTurnover } from './reports/stock-turnover.ts'
import { costAnalysis } from './reports/cost-analysis.ts'
import { storeBoard } from './reports/store-board.ts'
import { storeSellers } from './reports/store-sellers.ts'
import { stockAccounts } from './reports/stock-accounts.ts'
import { stockAge } from './reports/stock-age.ts'
import { stockByWarehouse } from './reports/stock-by-warehouse.ts'
import { stockOnHand } from './reports/stock-on-hand.ts'
import { standardVariance } from './reports/standard-variance.ts'
import { stockSummary } from './reports/stock-summary.ts'

export { binTransfer } from './documents/bin-transfer.ts'
export { assembly } from './documents/assembly.ts'
export { disassembly } from './documents/disassembly.ts'
export { costAdjustment } from './documents/cost-adjustment.ts'
export { costMethodChange } from './documents/cost-method-change.ts'
export { standardCost } from './documents/standard-cost.ts'
export { countAdjustment } from './documents/count-adjustment.ts'
export { custodyIssue } from './documents/custody-issue.ts'
export { custodyReceipt } from './documents/custody-receipt.ts'
export { internalUse } from './documents/internal-use.ts'
export { lossCauses, lossDisposition } from './documents/loss-disposition.ts'
export { openingStock } from './documents/opening-stock.ts'
export { otherIssue } from './documents/other-issue.ts'
export { otherReceipt } from './documents/other-receipt.ts'
export { scrap } from './documents/scrap.ts'
export { stockCount } from './documents/stock-count.ts'
export { stockReclassification } from './documents/stock-reclassification.ts'
export { lotChange } from './documents/lot-change.ts'
export { stockStatusChange } from './documents/stock-status-change.ts'
export { stockTransfer } from './documents/stock-transfer.ts'
export { costWorking } from './reports/cost-working.ts'
export { compareCount, countSheet, previewCount, recordCounts, undoCount } from './calls/count-calls.ts'
export { startPlannedCounts } from './processes/start-planned-counts.ts'
export { startStockCount } from './processes/start-stock-count.ts'
export { actOnAlert, bringAlertBack, setAlertAside } from './calls/act-on-alert.ts'
export type { AlertKind } from './alerts/alert-kinds.ts'
export { checkStockAlerts } from './processes/check-stock-alerts.ts'
export { takeSafetyStock } from './processes/take-safety-stock.ts'
export { stockLimit } from './entities/stock-limit.ts'
export { countPlan } from './entities/count-plan.ts'
export { transferIn } from './documents/transfer-in.ts'
export { transferOut } from './documents/transfer-out.ts'
export { reasonRoles, stockReason } from './entities/stock-reason.ts'
export { shareOut } from './rules/share-out.ts'

/** 库存: goods that come, go and move without trade. */
export const inventory = defineDomain({
  name: 'inventory',
  label: '库存',
  entities: [stockReason, countPlan, stockLimit],
  documents: [
    openingStock,
    otherReceipt,
    otherIssue,
    scrap,
    internalUse,
    stockTransfer,
    transferOut,
    transferIn,
    assembly,
    disassembly,
    stockCount,
    countAdjustment,
    lossDisposition,
    costAdjustment,
    costMethodChange,
    standardCost,
    stockReclassification,
    stockStatusChange,
    lotChange,
    binTransfer,
    custodyReceipt,
    custodyIssue,
  ],
  flows: [
    countToAdjustment,
    adjustmentToDisposition,
    transferOutToIn,
    custodyToIssue,
    custodyToReceipt,
    inspectionToConcession,
  ],
  processes: [startStockCount, startPlannedCounts, freezeLot, checkStockAlerts, takeSafetyStock],
  calls: [
    previewCount,
    countSheet,
    recordCounts,
    undoCount,
    compareCount,
    identify,
    actOnAlert,
    setAlertAside,
    bringAlertBack,
  ],
  reports: [
    costWorking,
    stockOnHand,
    stockByWarehouse,
    stockAge,
    stockTurnover,
    abcXyz,
    stockCapital,
    costAnalysis,
    storeBoard,
    storeSellers,
    stockAccounts,
    standardVariance,
    stockLedgerReport,
    stockSummary,
    goodsElsewhere,
    countAccuracy,
    lotStock,
    stockPosition,
    lotTrace,
    recallList,
    serialHistory,
    goodsLabels,
    stockAlerts,
    safetyStockLevels,
  ],
})
