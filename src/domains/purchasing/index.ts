import { defineDomain } from '../../kernel/definition/domain.ts'
import { purchaseInvoice } from './documents/purchase-invoice.ts'
import { purchaseOrder } from './documents/purchase-order.ts'
import { purchaseReceipt } from './documents/purchase-receipt.ts'
import { purchaseReturn } from './documents/purchase-return.ts'
import { invoiceToReceipt } from './flows/invoice-to-receipt.ts'
import { orderToInvoice } from './flows/order-to-invoice.ts'
import { orderToReceipt } from './flows/order-to-receipt.ts'
import { receiptToInvoice } from './flows/receipt-to-invoice.ts'
import { receiptToReturn } from './flows/receipt-to-return.ts'
import { returnToInvoice } from './flows/return-to-invoice.ts'
import { purchaseSummary } from './reports/purchase-summary.ts'

export { invoiceKinds } from './documents/purchase-head.ts'
export { purchaseInvoice } from './documents/purchase-invoice.ts'
export { purchaseOrder } from './documents/purchase-order.ts'
export { purchaseReceipt } from './documents/purchase-receipt.ts'
export { purchaseReturn } from './documents/purchase-return.ts'
export { deductibleTax } from './rules/deductible-tax.ts'

/** 采购: from the order to the supplier's invoice. */
export const purchasing = defineDomain({
  name: 'purchasing',
  label: '采购',
  documents: [purchaseOrder, purchaseReceipt, purchaseReturn, purchaseInvoice],
  flows: [orderToReceipt, orderToInvoice, receiptToReturn, receiptToInvoice, invoiceToReceipt, returnToInvoice],
  reports: [purchaseSummary],
})
