import { defineFlow, goodsMeasure } from '../../../kernel/definition/flow.ts'
import { purchaseOrder } from '../documents/purchase-order.ts'
import { supplierQuotation } from '../documents/supplier-quotation.ts'

/** What was quoted is ordered, as often as the price holds. */
export const quotationToOrder = defineFlow({
  name: 'supplierQuotationToOrder',
  label: '下推采购订单',
  english: 'Order',
  from: supplierQuotation,
  to: purchaseOrder,
  measure: goodsMeasure,
  exceptional: true,
  keepsOpen: true,
  header: (quotation) => ({
    supplier: quotation.supplier,
    currency: quotation.currency,
    buyer: quotation.buyer,
    priceIncludesTax: quotation.priceIncludesTax,
  }),
  line: (line, open) => ({
    item: line.item,
    unit: line.unit,
    quantity: open.quantity,
    price: line.price,
    currencyPrice: line.currencyPrice,
    discount: line.discount,
    taxRate: line.taxRate,
  }),
})
