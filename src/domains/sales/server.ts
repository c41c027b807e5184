import type { ServerDomain } from '../../kernel/documents/installed.ts'
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
import { sales } from './index.ts'
import { runOrderProgress } from './links/order-progress.run.ts'
import { runOrderTimeline } from './reports/order-timeline.run.ts'
import { runLastPrices } from './reports/last-prices.run.ts'
import { pendingVatClose, runMoveDueVat } from './processes/move-due-vat.run.ts'
import { runSalesSummary } from './reports/sales-summary.run.ts'

export const salesServer: ServerDomain = {
  name: sales.name,
  postings: [postSalesOrder, postSalesDelivery, postSalesReturn, postSalesInvoice, postSampleIssue, postPendingVatDue],
  checks: [checkSalesOrder, checkSalesDelivery, checkSalesInvoice, checkSampleIssue, checkDeliverySignOff],
  consequences: [returnRefused],
  reports: [runSalesSummary, runLastPrices, runOrderTimeline],
  publicLinks: [runOrderProgress],
  processes: [runMoveDueVat],
  closeParts: [pendingVatClose],
}
