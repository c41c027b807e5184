import type { ServerDomain } from '../../kernel/documents/installed.ts'
import { checkPurchaseInvoice } from './documents/purchase-invoice.checks.ts'
import { postPurchaseInvoice } from './documents/purchase-invoice.posting.ts'
import { checkPurchaseOrder } from './documents/purchase-order.checks.ts'
import { postPurchaseOrder } from './documents/purchase-order.posting.ts'
import { checkPurchaseReceipt } from './documents/purchase-receipt.checks.ts'
import { postPurchaseReceipt } from './documents/purchase-receipt.posting.ts'
import { postPurchaseReturn } from './documents/purchase-return.posting.ts'
import { purchasing } from './index.ts'
import { runPurchaseSummary } from './reports/purchase-summary.run.ts'

export const purchasingServer: ServerDomain = {
  name: purchasing.name,
  postings: [postPurchaseOrder, postPurchaseReceipt, postPurchaseReturn, postPurchaseInvoice],
  checks: [checkPurchaseOrder, checkPurchaseReceipt, checkPurchaseInvoice],
  reports: [runPurchaseSummary],
}
