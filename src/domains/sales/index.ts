import { defineDomain } from '../../kernel/definition/domain.ts'
import { consignmentOut } from './documents/consignment-out.ts'
import { consignmentReturn } from './documents/consignment-return.ts'
import { consignmentSettlement } from './documents/consignment-settlement.ts'
import { loanOut } from './documents/loan-out.ts'
import { loanReturn } from './documents/loan-return.ts'
import { salesAllowance } from './documents/sales-allowance.ts'
import { salesExchange } from './documents/sales-exchange.ts'
import { retailRefund } from './documents/retail-refund.ts'
import { retailSale } from './documents/retail-sale.ts'
import { shiftHandover } from './documents/shift-handover.ts'
import { retailToRefund } from './flows/retail-to-refund.ts'
import { dueToInvoice } from './reports/due-to-invoice.ts'
import { costMethodComparison } from './reports/cost-method-comparison.ts'
import { salesAnalysis } from './reports/sales-analysis.ts'
import { salesOrderProgress } from './reports/sales-order-progress.ts'
import { shiftSummary } from './reports/shift-summary.ts'
import { deliveryNotice } from './documents/delivery-notice.ts'
import { deliverySignOff } from './documents/delivery-sign-off.ts'
import { pendingVatDue } from './documents/pending-vat-due.ts'
import { quotation } from './documents/quotation.ts'
import { salesDelivery } from './documents/sales-delivery.ts'
import { salesInvoice } from './documents/sales-invoice.ts'
import { salesOrder } from './documents/sales-order.ts'
import { salesReturn } from './documents/sales-return.ts'
import { sampleIssue } from './documents/sample-issue.ts'
import { salesContract } from './documents/sales-contract.ts'
import { commissionPlan } from './entities/commission-plan.ts'
import { contractTemplate } from './entities/contract-template.ts'
import { salesTarget } from './entities/sales-target.ts'
import { contractToOrder, orderToContract, quotationToContract } from './flows/contract-flows.ts'
import { creditPolicy } from './entities/credit-policy.ts'
import { priceList } from './entities/price-list.ts'
import { promotion } from './entities/promotion.ts'
import { salesChannel } from './entities/sales-channel.ts'
import { receiveChannelOrders } from './processes/receive-channel-orders.ts'
import { rateCredit } from './processes/rate-credit.ts'
import { deliveryToInvoice } from './flows/delivery-to-invoice.ts'
import { deliveryToPendingVatDue } from './flows/delivery-to-pending-vat-due.ts'
import { deliveryToReturn } from './flows/delivery-to-return.ts'
import {
  consignmentToPendingVatDue,
  consignmentToReturn,
  consignmentToSettlement,
  settlementToInvoice,
} from './flows/consignment-flows.ts'
import { deliveryToExchange } from './flows/delivery-to-exchange.ts'
import { dropshipToInvoice, orderToDropship } from './flows/dropship-flows.ts'
import { exchangeToDelivery } from './flows/exchange-to-delivery.ts'
import { invoiceToAllowance } from './flows/invoice-to-allowance.ts'
import { loanToDelivery, loanToReturn } from './flows/loan-flows.ts'
import { deliveryToSignOff } from './flows/delivery-to-sign-off.ts'
import { noticeToDelivery } from './flows/notice-to-delivery.ts'
import { invoiceToDelivery } from './flows/invoice-to-delivery.ts'
import { orderToInvoiceAhead } from './flows/order-to-invoice-ahead.ts'
import { orderToInvoice } from './flows/order-to-invoice.ts'
import { orderToNotice } from './flows/order-to-notice.ts'
import { orderToDelivery } from './flows/order-to-delivery.ts'
import { quotationToOrder } from './flows/quotation-to-order.ts'
import { returnToInvoice } from './flows/return-to-invoice.ts'
import { orderProgress } from './links/order-progress.ts'
import { orderTimeline } from './reports/order-timeline.ts'
import { contractRegister } from './reports/contract-register.ts'
import { customerSegments } from './reports/customer-segments.ts'
import { orderImpact } from './reports/order-impact.ts'
import { receivablesControl } from './reports/receivables-control.ts'
import { saleVersions } from './reports/sale-versions.ts'
import { salesCommission } from './reports/sales-commission.ts'
import { targetProgress } from './reports/target-progress.ts'
import { handOverCustomers } from './processes/hand-over-customers.ts'
import { loseQuotation } from './processes/lose-quotation.ts'
import { segmentCustomers } from './processes/segment-customers.ts'
import { itemCard } from './reports/item-card.ts'
import { lastPrices } from './reports/last-prices.ts'
import { remindToInvoice } from './processes/remind-to-invoice.ts'
import { moveDueVatProcess } from './processes/move-due-vat.ts'
import { salesSummary } from './reports/sales-summary.ts'

export { costMethodComparison } from './reports/cost-method-comparison.ts'
export { consignmentOut } from './documents/consignment-out.ts'
export { consignmentReturn } from './documents/consignment-return.ts'
export { consignmentSettlement } from './documents/consignment-settlement.ts'
export { loanOut } from './documents/loan-out.ts'
export { loanReturn } from './documents/loan-return.ts'
export { salesAllowance } from './documents/sales-allowance.ts'
export { salesExchange } from './documents/sales-exchange.ts'
export { retailRefund } from './documents/retail-refund.ts'
export { retailSale } from './documents/retail-sale.ts'
export { shiftHandover } from './documents/shift-handover.ts'
export { deliveryNotice } from './documents/delivery-notice.ts'
export { deliverySignOff } from './documents/delivery-sign-off.ts'
export { pendingVatDue } from './documents/pending-vat-due.ts'
export { quotation } from './documents/quotation.ts'
export { orderProgress } from './links/order-progress.ts'
export { customerHead, deriveHeadInBooks, salesTerms, salesTotals } from './documents/sales-head.ts'
export { salesContract } from './documents/sales-contract.ts'
export { contractTemplate } from './entities/contract-template.ts'
export { salesTarget } from './entities/sales-target.ts'
export { commissionPlan } from './entities/commission-plan.ts'
export { creditPolicy } from './entities/credit-policy.ts'
export { salesChannel } from './entities/sales-channel.ts'
export { priceList } from './entities/price-list.ts'
export { promotion } from './entities/promotion.ts'
export { salesDelivery } from './documents/sales-delivery.ts'
export { salesInvoice } from './documents/sales-invoice.ts'
export { salesOrder } from './documents/sales-order.ts'
export { salesReturn } from './documents/sales-return.ts'
export { sampleIssue } from './documents/sample-issue.ts'
export { vatDueOn } from './rules/vat-due-on.ts'

/** 销售: from the offer to the invoice. */
export const sales = defineDomain({
  name: 'sales',
  label: '销售',
  entities: [priceList, promotion, creditPolicy, salesChannel, contractTemplate, salesTarget, commissionPlan],
  documents: [
    quotation,
    salesContract,
    salesOrder,
    salesDelivery,
    deliveryNotice,
    deliverySignOff,
    salesReturn,
    salesExchange,
    salesInvoice,
    salesAllowance,
    sampleIssue,
    retailSale,
    retailRefund,
    shiftHandover,
    consignmentOut,
    consignmentSettlement,
    consignmentReturn,
    loanOut,
    loanReturn,
    pendingVatDue,
  ],
  flows: [
    quotationToOrder,
    quotationToContract,
    orderToContract,
    contractToOrder,
    orderToNotice,
    noticeToDelivery,
    orderToDelivery,
    orderToInvoice,
    orderToInvoiceAhead,
    invoiceToDelivery,
    deliveryToSignOff,
    retailToRefund,
    deliveryToExchange,
    exchangeToDelivery,
    invoiceToAllowance,
    consignmentToSettlement,
    consignmentToReturn,
    settlementToInvoice,
    loanToReturn,
    loanToDelivery,
    orderToDropship,
    dropshipToInvoice,
    deliveryToReturn,
    deliveryToInvoice,
    returnToInvoice,
    deliveryToPendingVatDue,
    consignmentToPendingVatDue,
  ],
  reports: [
    itemCard,
    salesSummary,
    lastPrices,
    saleVersions,
    contractRegister,
    targetProgress,
    salesCommission,
    receivablesControl,
    customerSegments,
    orderImpact,
    orderTimeline,
    shiftSummary,
    salesAnalysis,
    costMethodComparison,
    dueToInvoice,
    salesOrderProgress,
  ],
  processes: [
    moveDueVatProcess,
    remindToInvoice,
    rateCredit,
    receiveChannelOrders,
    loseQuotation,
    segmentCustomers,
    handOverCustomers,
  ],
  publicLinks: [orderProgress],
})
