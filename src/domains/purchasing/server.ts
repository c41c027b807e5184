import type { ServerDomain } from '../../kernel/documents/installed.ts'
import { checkInputVatCertification } from './documents/input-vat-certification.checks.ts'
import { certificationClose } from './documents/input-vat-certification.close.ts'
import { postInputVatCertification } from './documents/input-vat-certification.posting.ts'
import { checkIncomingInspection } from './documents/incoming-inspection.checks.ts'
import { postIncomingInspection } from './documents/incoming-inspection.posting.ts'
import { checkPurchaseAllowance } from './documents/purchase-allowance.checks.ts'
import { postPurchaseAllowance } from './documents/purchase-allowance.posting.ts'
import { checkPurchaseExchange } from './documents/purchase-exchange.checks.ts'
import { postPurchaseExchange } from './documents/purchase-exchange.posting.ts'
import { checkLandedCost } from './documents/landed-cost.checks.ts'
import { postLandedCost } from './documents/landed-cost.posting.ts'
import { checkPurchaseInvoice } from './documents/purchase-invoice.checks.ts'
import { postPurchaseInvoice } from './documents/purchase-invoice.posting.ts'
import { checkPurchaseOrder } from './documents/purchase-order.checks.ts'
import { postPurchaseOrder } from './documents/purchase-order.posting.ts'
import { checkPurchaseReceipt } from './documents/purchase-receipt.checks.ts'
import { postPurchaseReceipt } from './documents/purchase-receipt.posting.ts'
import { postPurchaseReturn } from './documents/purchase-return.posting.ts'
import { purchasing } from './index.ts'
import { runGoodsOwedBySuppliers } from './reports/goods-owed-by-suppliers.run.ts'
import { runPurchaseSummary } from './reports/purchase-summary.run.ts'

export const purchasingServer: ServerDomain = {
  name: purchasing.name,
  postings: [
    postPurchaseOrder,
    postPurchaseReceipt,
    postPurchaseReturn,
    postPurchaseInvoice,
    postIncomingInspection,
    postPurchaseExchange,
    postPurchaseAllowance,
    postLandedCost,
    postInputVatCertification,
  ],
  checks: [
    checkPurchaseOrder,
    checkPurchaseReceipt,
    checkPurchaseInvoice,
    checkLandedCost,
    checkIncomingInspection,
    checkPurchaseExchange,
    checkPurchaseAllowance,
    checkInputVatCertification,
  ],
  reports: [runPurchaseSummary, runGoodsOwedBySuppliers],
  closeParts: [certificationClose],
}
