import { defineDomain } from '../../kernel/definition/domain.ts'
import { inputVatCertification } from './documents/input-vat-certification.ts'
import { purchaseInvoice } from './documents/purchase-invoice.ts'
import { purchaseOrder } from './documents/purchase-order.ts'
import { purchaseReceipt } from './documents/purchase-receipt.ts'
import { purchaseReturn } from './documents/purchase-return.ts'
import { invoiceToCertification } from './flows/invoice-to-certification.ts'
import { invoiceToReceipt } from './flows/invoice-to-receipt.ts'
import { orderToInvoice } from './flows/order-to-invoice.ts'
import { orderToReceipt } from './flows/order-to-receipt.ts'
import { receiptToInvoice } from './flows/receipt-to-invoice.ts'
import { receiptToReturn } from './flows/receipt-to-return.ts'
import { returnToInvoice } from './flows/return-to-invoice.ts'
import { orderConfirmation } from './links/order-confirmation.ts'
import { purchaseSummary } from './reports/purchase-summary.ts'

export { inputVatCertification } from './documents/input-vat-certification.ts'
export { invoiceKinds } from './documents/purchase-head.ts'
export { purchaseInvoice } from './documents/purchase-invoice.ts'
export { purchaseOrder } from './documents/purchase-order.ts'
export { purchaseReceipt } from './documents/purchase-receipt.ts'
export { purchaseReturn } from './documents/purchase-return.ts'
export { taxMeasure } from './flows/invoice-to-certification.ts'
export { deductibleTax, inputTaxRole, taxToCertify } from './rules/deductible-tax.ts'

/** 采购: from the order to the supplier's invoice. */
export const purchasing = defineDomain({
  name: 'purchasing',
  label: '采购',
  documents: [purchaseOrder, purchaseReceipt, purchaseReturn, purchaseInvoice, inputVatCertification],
  flows: [
    orderToReceipt,
    orderToInvoice,
    receiptToReturn,
    receiptToInvoice,
    invoiceToReceipt,
    returnToInvoice,
    invoiceToCertification,
  ],
  reports: [purchaseSummary],
  publicLinks: [orderConfirmation],
})
