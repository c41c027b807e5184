import { defineDomain } from '../../kernel/definition/domain.ts'
import { dropshipOrder } from './documents/dropship-order.ts'
import { dropshipToInvoice } from './flows/dropship-to-invoice.ts'
import { inputVatCertification } from './documents/input-vat-certification.ts'
import { incomingInspection } from './documents/incoming-inspection.ts'
import { purchaseBudget } from './documents/purchase-budget.ts'
import { estimateReversal } from './documents/estimate-reversal.ts'
import { incomingInvoice } from './documents/incoming-invoice.ts'
import { landedCost } from './documents/landed-cost.ts'
import { purchaseAllowance } from './documents/purchase-allowance.ts'
import { purchaseExchange } from './documents/purchase-exchange.ts'
import { purchaseInvoice } from './documents/purchase-invoice.ts'
import { purchaseOrder } from './documents/purchase-order.ts'
import { purchaseReceipt } from './documents/purchase-receipt.ts'
import { purchaseRequest } from './documents/purchase-request.ts'
import { purchaseReturn } from './documents/purchase-return.ts'
import { allowanceToCertification, landedCostToCertification } from './flows/charges-to-certification.ts'
import { exchangeToReceipt } from './flows/exchange-to-receipt.ts'
import { inspectionToExchange, inspectionToReturn } from './flows/inspection-to-return.ts'
import { invoiceToAllowance } from './flows/invoice-to-allowance.ts'
import { receiptToExchange } from './flows/receipt-to-exchange.ts'
import { receiptToInspection } from './flows/receipt-to-inspection.ts'
import { requestForQuotation } from './documents/request-for-quotation.ts'
import { supplierQuotation } from './documents/supplier-quotation.ts'
import { supplierPrice } from './entities/supplier-price.ts'
import { inquiryToQuotation } from './flows/inquiry-to-quotation.ts'
import { invoiceToCertification } from './flows/invoice-to-certification.ts'
import { invoiceToReceipt } from './flows/invoice-to-receipt.ts'
import { orderToInvoice } from './flows/order-to-invoice.ts'
import { orderToReceipt } from './flows/order-to-receipt.ts'
import { quotationToOrder } from './flows/quotation-to-order.ts'
import { receiptToInvoice } from './flows/receipt-to-invoice.ts'
import { receiptToLandedCost } from './flows/receipt-to-landed-cost.ts'
import { receiptToReturn } from './flows/receipt-to-return.ts'
import { requestToInquiry } from './flows/request-to-inquiry.ts'
import { requestToOrder } from './flows/request-to-order.ts'
import { returnToInvoice } from './flows/return-to-invoice.ts'
import { awardQuotations } from './processes/award-quotations.ts'
import { orderRequests } from './processes/order-requests.ts'
import { openRequestLines } from './reports/open-request-lines.ts'
import { purchaseAnalysis } from './reports/purchase-analysis.ts'
import { purchaseBudgetUse } from './reports/purchase-budget-use.ts'
import { purchaseOffers } from './reports/purchase-offers.ts'
import { purchaseOrderTracking } from './reports/purchase-order-tracking.ts'
import { purchasePriceTrend } from './reports/purchase-price-trend.ts'
import { purchasePriceVariance } from './reports/purchase-price-variance.ts'
import { goodsOwedBySuppliers } from './reports/goods-owed-by-suppliers.ts'
import { orderConfirmation } from './links/order-confirmation.ts'
import { matchInvoicesProcess, resolveInvoiceProcess } from './processes/match-invoices.ts'
import { invoiceDifferences } from './reports/invoice-differences.ts'
import { reverseEstimatesProcess } from './processes/reverse-estimates.ts'
import { purchaseEstimates } from './reports/purchase-estimates.ts'
import { purchaseSummary } from './reports/purchase-summary.ts'
import { quotationComparison } from './reports/quotation-comparison.ts'

export { dropshipOrder } from './documents/dropship-order.ts'
export { inputVatCertification } from './documents/input-vat-certification.ts'
export { incomingInspection } from './documents/incoming-inspection.ts'
export { purchaseAllowance } from './documents/purchase-allowance.ts'
export { purchaseExchange } from './documents/purchase-exchange.ts'
export { estimateReversal } from './documents/estimate-reversal.ts'
export { incomingInvoice, matchStates, verificationStates } from './documents/incoming-invoice.ts'
export { landedCost } from './documents/landed-cost.ts'
export { invoiceKinds } from './documents/purchase-head.ts'
export { purchaseBudget } from './documents/purchase-budget.ts'
export { purchaseInvoice } from './documents/purchase-invoice.ts'
export { purchaseOrder } from './documents/purchase-order.ts'
export { purchaseReceipt } from './documents/purchase-receipt.ts'
export { purchaseRequest } from './documents/purchase-request.ts'
export { purchaseReturn } from './documents/purchase-return.ts'
export { requestForQuotation } from './documents/request-for-quotation.ts'
export { supplierQuotation } from './documents/supplier-quotation.ts'
export { supplierPrice } from './entities/supplier-price.ts'
export { taxMeasure } from './flows/invoice-to-certification.ts'
export { bestOffer, offersBySupplier, priceSources } from './rules/best-offer.ts'
export type { Offer } from './rules/best-offer.ts'
export { orderQuantity } from './rules/order-quantity.ts'
export { deductibleTax, inputTaxRole, taxToCertify } from './rules/deductible-tax.ts'

/** 采购: from the order to the supplier's invoice. */
export const purchasing = defineDomain({
  name: 'purchasing',
  label: '采购',
  entities: [supplierPrice],
  documents: [
    purchaseRequest,
    requestForQuotation,
    supplierQuotation,
    purchaseOrder,
    purchaseReceipt,
    incomingInspection,
    purchaseReturn,
    purchaseExchange,
    incomingInvoice,
    purchaseInvoice,
    purchaseAllowance,
    landedCost,
    inputVatCertification,
    dropshipOrder,
    estimateReversal,
    purchaseBudget,
  ],
  flows: [
    requestToOrder,
    requestToInquiry,
    inquiryToQuotation,
    quotationToOrder,
    orderToReceipt,
    orderToInvoice,
    receiptToInspection,
    receiptToInvoice,
    receiptToReturn,
    receiptToExchange,
    receiptToLandedCost,
    inspectionToReturn,
    inspectionToExchange,
    exchangeToReceipt,
    invoiceToReceipt,
    returnToInvoice,
    invoiceToCertification,
    dropshipToInvoice,
    invoiceToAllowance,
    landedCostToCertification,
    allowanceToCertification,
  ],
  reports: [
    purchaseOrderTracking,
    openRequestLines,
    purchaseOffers,
    quotationComparison,
    purchaseSummary,
    purchaseAnalysis,
    purchasePriceTrend,
    purchasePriceVariance,
    purchaseBudgetUse,
    goodsOwedBySuppliers,
    purchaseEstimates,
    invoiceDifferences,
  ],
  processes: [orderRequests, awardQuotations, reverseEstimatesProcess, matchInvoicesProcess, resolveInvoiceProcess],
  publicLinks: [orderConfirmation],
})
