import { defineDomain } from '../../kernel/definition/domain.ts'
import { deliveryNotice } from './documents/delivery-notice.ts'
import { deliverySignOff } from './documents/delivery-sign-off.ts'
import { pendingVatDue } from './documents/pending-vat-due.ts'
import { quotation } from './documents/quotation.ts'
import { salesDelivery } from './documents/sales-delivery.ts'
import { salesInvoice } from './documents/sales-invoice.ts'
import { salesOrder } from './documents/sales-order.ts'
import { salesReturn } from './documents/sales-return.ts'
import { sampleIssue } from './documents/sample-issue.ts'
import { deliveryToInvoice } from './flows/delivery-to-invoice.ts'
import { deliveryToPendingVatDue } from './flows/delivery-to-pending-vat-due.ts'
import { deliveryToReturn } from './flows/delivery-to-return.ts'
import { deliveryToSignOff } from './flows/delivery-to-sign-off.ts'
import { noticeToDelivery } from './flows/notice-to-delivery.ts'
import { orderToNotice } from './flows/order-to-notice.ts'
import { orderToDelivery } from './flows/order-to-delivery.ts'
import { quotationToOrder } from './flows/quotation-to-order.ts'
import { returnToInvoice } from './flows/return-to-invoice.ts'
import { orderProgress } from './links/order-progress.ts'
import { orderTimeline } from './reports/order-timeline.ts'
import { lastPrices } from './reports/last-prices.ts'
import { moveDueVatProcess } from './processes/move-due-vat.ts'
import { salesSummary } from './reports/sales-summary.ts'

export { deliveryNotice } from './documents/delivery-notice.ts'
export { deliverySignOff } from './documents/delivery-sign-off.ts'
export { pendingVatDue } from './documents/pending-vat-due.ts'
export { quotation } from './documents/quotation.ts'
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
  documents: [
    quotation,
    salesOrder,
    salesDelivery,
    deliveryNotice,
    deliverySignOff,
    salesReturn,
    salesInvoice,
    sampleIssue,
    pendingVatDue,
  ],
  flows: [
    quotationToOrder,
    orderToNotice,
    noticeToDelivery,
    orderToDelivery,
    deliveryToSignOff,
    deliveryToReturn,
    deliveryToInvoice,
    returnToInvoice,
    deliveryToPendingVatDue,
  ],
  reports: [salesSummary, lastPrices, orderTimeline],
  processes: [moveDueVatProcess],
  publicLinks: [orderProgress],
})
