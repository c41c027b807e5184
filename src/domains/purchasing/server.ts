import { purchasingPhrases } from './phrases.ts'
import type { ServerDomain } from '../../kernel/documents/installed.ts'
import { completeIncomingLots } from '../../ledgers/stock/tracking/complete-lots.ts'
import { checkDropshipOrder } from './documents/dropship-order.checks.ts'
import { postDropshipOrder } from './documents/dropship-order.posting.ts'
import { checkInputVatCertification } from './documents/input-vat-certification.checks.ts'
import { certificationClose } from './documents/input-vat-certification.close.ts'
import { postInputVatCertification } from './documents/input-vat-certification.posting.ts'
import { purchaseOrderFacts, purchaseRequestFacts } from './documents/purchase-approvals.checks.ts'
import { checkIncomingInspection } from './documents/incoming-inspection.checks.ts'
import { postIncomingInspection } from './documents/incoming-inspection.posting.ts'
import { checkPurchaseAllowance } from './documents/purchase-allowance.checks.ts'
import { postPurchaseAllowance } from './documents/purchase-allowance.posting.ts'
import { checkPurchaseExchange } from './documents/purchase-exchange.checks.ts'
import { postPurchaseExchange } from './documents/purchase-exchange.posting.ts'
import { checkPurchaseBudget } from './documents/purchase-budget.checks.ts'
import { postEstimateReversal } from './documents/estimate-reversal.posting.ts'
import { checkLandedCost } from './documents/landed-cost.checks.ts'
import { postLandedCost } from './documents/landed-cost.posting.ts'
import { checkPurchaseInvoice } from './documents/purchase-invoice.checks.ts'
import { postPurchaseInvoice } from './documents/purchase-invoice.posting.ts'
import { checkPurchaseOrder } from './documents/purchase-order.checks.ts'
import { postPurchaseOrder } from './documents/purchase-order.posting.ts'
import { checkPurchaseReceipt } from './documents/purchase-receipt.checks.ts'
import { postPurchaseReceipt } from './documents/purchase-receipt.posting.ts'
import { checkPurchaseRequest } from './documents/purchase-request.checks.ts'
import { completePurchaseRequest } from './documents/purchase-request.completion.ts'
import { postPurchaseReturn } from './documents/purchase-return.posting.ts'
import { checkRequestForQuotation } from './documents/request-for-quotation.checks.ts'
import { checkSupplierQuotation } from './documents/supplier-quotation.checks.ts'
import { purchaseReceipt, purchasing } from './index.ts'
import { proposeOrderPrices } from './offers/propose-order-prices.ts'
import { runAwardQuotations } from './processes/award-quotations.run.ts'
import { runOrderRequests } from './processes/order-requests.run.ts'
import { runOpenRequestLines } from './reports/open-request-lines.run.ts'
import { runPurchaseAnalysis } from './reports/purchase-analysis.run.ts'
import { runPurchaseBudgetUse } from './reports/purchase-budget-use.run.ts'
import { runPurchaseOffers } from './reports/purchase-offers.run.ts'
import { runPurchaseOrderTracking } from './reports/purchase-order-tracking.run.ts'
import { runPurchasePriceTrend } from './reports/purchase-price-trend.run.ts'
import { runPurchasePriceVariance } from './reports/purchase-price-variance.run.ts'
import { runGoodsOwedBySuppliers } from './reports/goods-owed-by-suppliers.run.ts'
import { runOrderConfirmation } from './links/order-confirmation.run.ts'
import { estimatesClose, runReverseEstimates } from './processes/reverse-estimates.run.ts'
import { runMatchInvoices } from './processes/match-invoices.run.ts'
import { runResolveInvoice } from './processes/resolve-invoice.run.ts'
import { runInvoiceDifferences } from './reports/invoice-differences.run.ts'
import { runPurchaseEstimates } from './reports/purchase-estimates.run.ts'
import { runPurchaseSummary } from './reports/purchase-summary.run.ts'
import { runQuotationComparison } from './reports/quotation-comparison.run.ts'

export { readOffers } from './offers/read-offers.ts'

export const purchasingServer: ServerDomain = {
  phrases: purchasingPhrases,
  name: purchasing.name,
  noticeKinds: [{ name: 'invoiceMatch', label: '来票差异', english: 'Invoices that differ' }],
  postings: [
    postPurchaseOrder,
    postPurchaseReceipt,
    postPurchaseReturn,
    postPurchaseInvoice,
    postIncomingInspection,
    postPurchaseExchange,
    postPurchaseAllowance,
    postLandedCost,
    postEstimateReversal,
    postInputVatCertification,
    postDropshipOrder,
  ],
  checks: [
    checkPurchaseRequest,
    checkRequestForQuotation,
    checkSupplierQuotation,
    checkPurchaseOrder,
    checkPurchaseReceipt,
    checkPurchaseInvoice,
    checkLandedCost,
    checkIncomingInspection,
    checkPurchaseExchange,
    checkPurchaseAllowance,
    checkInputVatCertification,
    checkDropshipOrder,
    checkPurchaseBudget,
  ],
  completions: [completePurchaseRequest, completeIncomingLots(purchaseReceipt)],
  proposers: [proposeOrderPrices],
  approvalFacts: [purchaseRequestFacts, purchaseOrderFacts],
  reports: [
    runPurchaseOrderTracking,
    runOpenRequestLines,
    runPurchaseOffers,
    runQuotationComparison,
    runPurchaseSummary,
    runPurchaseAnalysis,
    runPurchasePriceTrend,
    runPurchasePriceVariance,
    runPurchaseBudgetUse,
    runGoodsOwedBySuppliers,
    runPurchaseEstimates,
    runInvoiceDifferences,
  ],
  processes: [runOrderRequests, runAwardQuotations, runReverseEstimates, runMatchInvoices, runResolveInvoice],
  closeParts: [certificationClose, estimatesClose],
  publicLinks: [runOrderConfirmation],
}
