import type { ServerDomain } from '../../kernel/documents/installed.ts'
import { checkInputVatCertification } from './documents/input-vat-certification.checks.ts'
import { certificationClose } from './documents/input-vat-certification.close.ts'
import { postInputVatCertification } from './documents/input-vat-certification.posting.ts'
import { checkPurchaseInvoice } from './documents/purchase-invoice.checks.ts'
import { postPurchaseInvoice } from './documents/purchase-invoice.posting.ts'
import { checkPurchaseOrder } from './documents/purchase-order.checks.ts'
import { postPurchaseOrder } from './documents/purchase-order.posting.ts'
import { checkPurchaseReceipt } from './documents/purchase-receipt.checks.ts'
import { postPurchaseReceipt } from './documents/purchase-receipt.posting.ts'
import { postPurchaseReturn } from './documents/purchase-return.posting.ts'
import { purchasing } from './index.ts'
import { runOrderConfirmation } from './links/order-confirmation.run.ts'
import { runPurchaseSummary } from './reports/purchase-summary.run.ts'

export const purchasingServer: ServerDomain = {
  name: purchasing.name,
  postings: [
    postPurchaseOrder,
    postPurchaseReceipt,
    postPurchaseReturn,
    postPurchaseInvoice,
    postInputVatCertification,
  ],
  checks: [checkPurchaseOrder, checkPurchaseReceipt, checkPurchaseInvoice, checkInputVatCertification],
  reports: [runPurchaseSummary],
  publicLinks: [runOrderConfirmation],
  closeParts: [certificationClose],
}
