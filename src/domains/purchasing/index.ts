import { defineDomain } from '../../kernel/definition/domain.ts'
import { inputVatCertification } from './documents/input-vat-certification.ts'
import { incomingInspection } from './documents/incoming-inspection.ts'
import { landedCost } from './documents/landed-cost.ts'
import { purchaseAllowance } from './documents/purchase-allowance.ts'
import { purchaseExchange } from './documents/purchase-exchange.ts'
import { purchaseInvoice } from './documents/purchase-invoice.ts'
import { purchaseOrder } from './documents/purchase-order.ts'
import { purchaseReceipt } from './documents/purchase-receipt.ts'
import { purchaseReturn } from './documents/purchase-return.ts'
import { allowanceToCertification, landedCostToCertification } from './flows/charges-to-certification.ts'
import { exchangeToReceipt } from './flows/exchange-to-receipt.ts'
import { inspectionToExchange, inspectionToReturn } from './flows/inspection-to-return.ts'
import { invoiceToAllowance } from './flows/invoice-to-allowance.ts'
import { receiptToExchange } from './flows/receipt-to-exchange.ts'
import { receiptToInspection } from './flows/receipt-to-inspection.ts'
import { invoiceToCertification } from './flows/invoice-to-certification.ts'
import { invoiceToReceipt } from './flows/invoice-to-receipt.ts'
import { orderToInvoice } from './flows/order-to-invoice.ts'
import { orderToReceipt } from './flows/order-to-receipt.ts'
import { receiptToInvoice } from './flows/receipt-to-invoice.ts'
import { receiptToLandedCost } from './flows/receipt-to-landed-cost.ts'
import { receiptToReturn } from './flows/receipt-to-return.ts'
import { returnToInvoice } from './flows/return-to-invoice.ts'
import { goodsOwedBySuppliers } from './reports/goods-owed-by-suppliers.ts'
import { purchaseSummary } from './reports/purchase-summary.ts'

export { inputVatCertification } from './documents/input-vat-certification.ts'
export { incomingInspection } from './documents/incoming-inspection.ts'
export { purchaseAllowance } from './documents/purchase-allowance.ts'
export { purchaseExchange } from './documents/purchase-exchange.ts'
export { landedCost } from './documents/landed-cost.ts'
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
  documents: [
    purchaseOrder,
    purchaseReceipt,
    incomingInspection,
    purchaseReturn,
    purchaseExchange,
    purchaseInvoice,
    purchaseAllowance,
    landedCost,
    inputVatCertification,
  ],
  flows: [
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
    invoiceToAllowance,
    landedCostToCertification,
    allowanceToCertification,
  ],
  reports: [purchaseSummary, goodsOwedBySuppliers],
})
