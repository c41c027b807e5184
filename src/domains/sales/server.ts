import { salesPhrases } from './phrases.ts'
import type { ServerDomain } from '../../kernel/documents/installed.ts'
import { completeOutgoingLots } from '../../ledgers/stock/tracking/complete-lots.ts'
import { postConsignmentOut } from './documents/consignment-out.posting.ts'
import { postConsignmentReturn } from './documents/consignment-return.posting.ts'
import { postConsignmentSettlement } from './documents/consignment-settlement.posting.ts'
import { postLoanOut } from './documents/loan-out.posting.ts'
import { postLoanReturn } from './documents/loan-return.posting.ts'
import { postSalesAllowance } from './documents/sales-allowance.posting.ts'
import { postSalesExchange } from './documents/sales-exchange.posting.ts'
import { checkAheadOfDropship } from './documents/invoiced-ahead.checks.ts'
import { elsewhereChecks } from './documents/elsewhere.checks.ts'
import { checkSalesAllowance } from './documents/sales-allowance.checks.ts'
import { checkSalesExchange } from './documents/sales-exchange.checks.ts'
import { retailChecks } from './documents/retail.checks.ts'
import { postRetailRefund, postRetailSale } from './documents/retail.posting.ts'
import { runDueToInvoice } from './reports/due-to-invoice.run.ts'
import { runCostMethodComparison } from './reports/cost-method-comparison.run.ts'
import { runSalesAnalysis } from './reports/sales-analysis.run.ts'
import { forgetInvoiced, runRemindToInvoice } from './processes/remind-to-invoice.run.ts'
import { runSalesOrderProgress } from './reports/sales-order-progress.run.ts'
import { runShiftSummary } from './reports/shift-summary.run.ts'
import { checkDeliverySignOff } from './documents/delivery-sign-off.checks.ts'
import { returnRefused } from './documents/delivery-sign-off.refused.ts'
import { postPendingVatDue } from './documents/pending-vat-due.posting.ts'
import { checkSalesDelivery } from './documents/sales-delivery.checks.ts'
import { postSalesDelivery } from './documents/sales-delivery.posting.ts'
import { checkSalesInvoice } from './documents/sales-invoice.checks.ts'
import { postSalesInvoice } from './documents/sales-invoice.posting.ts'
import { checkSalesOrder } from './documents/sales-order.checks.ts'
import { postSalesOrder } from './documents/sales-order.posting.ts'
import { postSalesReturn } from './documents/sales-return.posting.ts'
import { checkSampleIssue } from './documents/sample-issue.checks.ts'
import { postSampleIssue } from './documents/sample-issue.posting.ts'
import { salesDeliveryFacts, salesOrderFacts } from './documents/sale-facts.checks.ts'
import { orderMakesContract } from './documents/contract-of-order.checks.ts'
import { checkQuotation, quotationIsWon } from './documents/quotation-outcome.checks.ts'
import { checkPriceList, checkPriceOrder, checkPromotion } from './entities/price.checks.ts'
import {
  consignmentOut,
  loanOut,
  quotation,
  retailSale,
  sales,
  salesDelivery,
  salesOrder,
  sampleIssue,
} from './index.ts'
import { proposeSale } from './pricing/propose-sale.ts'
import { runOrderProgress } from './links/order-progress.run.ts'
import { runOrderTimeline } from './reports/order-timeline.run.ts'
import { runContractRegister } from './reports/contract-register.run.ts'
import { runCustomerSegments } from './reports/customer-segments.run.ts'
import { runOrderImpact } from './reports/order-impact.run.ts'
import { runReceivablesControl } from './reports/receivables-control.run.ts'
import { runSaleVersions } from './reports/sale-versions.run.ts'
import { runSalesCommission } from './reports/sales-commission.run.ts'
import { runTargetProgress } from './reports/target-progress.run.ts'
import { runHandOverCustomers } from './processes/hand-over-customers.run.ts'
import { runLoseQuotation } from './processes/lose-quotation.run.ts'
import { runSegmentCustomers } from './processes/segment-customers.run.ts'
import { runItemCard } from './reports/item-card.run.ts'
import { runLastPrices } from './reports/last-prices.run.ts'
import { runReceiveChannelOrders } from './processes/receive-channel-orders.run.ts'
import { runRateCredit } from './processes/rate-credit.run.ts'
import { pendingVatClose, runMoveDueVat } from './processes/move-due-vat.run.ts'
import { runSalesSummary } from './reports/sales-summary.run.ts'

export { salesFacts } from './reports/sales-facts.ts'

export const salesServer: ServerDomain = {
  phrases: salesPhrases,
  name: sales.name,
  noticeKinds: [{ name: 'toInvoice', label: '应开票', english: 'Deliveries to invoice' }],
  postings: [
    postSalesOrder,
    postSalesDelivery,
    postSalesReturn,
    postSalesInvoice,
    postSampleIssue,
    postPendingVatDue,
    postRetailSale,
    postRetailRefund,
    postConsignmentOut,
    postConsignmentReturn,
    postConsignmentSettlement,
    postLoanOut,
    postLoanReturn,
    postSalesAllowance,
    postSalesExchange,
  ],
  approvalFacts: [salesOrderFacts, salesDeliveryFacts],
  proposers: [
    proposeSale(quotation),
    proposeSale(salesOrder, { isPromised: true }),
    proposeSale(salesDelivery),
    proposeSale(retailSale),
  ],
  completions: [
    completeOutgoingLots(salesDelivery),
    completeOutgoingLots(retailSale),
    completeOutgoingLots(sampleIssue),
    completeOutgoingLots(consignmentOut),
    completeOutgoingLots(loanOut),
  ],
  entityChecks: [checkPriceList, checkPromotion, checkPriceOrder],
  checks: [
    checkQuotation,
    checkSalesOrder,
    checkSalesDelivery,
    checkSalesInvoice,
    checkSampleIssue,
    checkDeliverySignOff,
    checkSalesAllowance,
    checkSalesExchange,
    checkAheadOfDropship,
    ...elsewhereChecks,
    ...retailChecks,
  ],
  consequences: [orderMakesContract, quotationIsWon, returnRefused, forgetInvoiced],
  reports: [
    runItemCard,
    runSalesSummary,
    runLastPrices,
    runSaleVersions,
    runContractRegister,
    runTargetProgress,
    runSalesCommission,
    runReceivablesControl,
    runCustomerSegments,
    runOrderImpact,
    runOrderTimeline,
    runShiftSummary,
    runSalesAnalysis,
    runCostMethodComparison,
    runDueToInvoice,
    runSalesOrderProgress,
  ],
  publicLinks: [runOrderProgress],
  processes: [
    runMoveDueVat,
    runRemindToInvoice,
    runRateCredit,
    runReceiveChannelOrders,
    runLoseQuotation,
    runSegmentCustomers,
    runHandOverCustomers,
  ],
  closeParts: [pendingVatClose],
}
