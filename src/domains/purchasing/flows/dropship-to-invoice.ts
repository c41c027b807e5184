import { defineFlow, goodsMeasure } from '../../../kernel/definition/flow.ts'
import { dropshipOrder } from '../documents/dropship-order.ts'
import { purchaseInvoice } from '../documents/purchase-invoice.ts'

/** The supplier invoices what they shipped to our customer. */
export const dropshipToInvoice = defineFlow({
  name: 'dropshipToPurchaseInvoice',
  label: '下推采购发票',
  english: 'Supplier’s invoice',
  from: dropshipOrder,
  to: purchaseInvoice,
  measure: goodsMeasure,
  amount: 'cost',
  header: (order) => ({
    supplier: order.supplier,
    priceIncludesTax: order.priceIncludesTax,
    invoiceKind: order.invoiceKind,
  }),
  line: (line, open) => ({
    item: line.item,
    unit: line.unit,
    quantity: open.quantity,
    price: line.purchasePrice,
    taxRate: line.taxRate,
    remark: line.remark,
  }),
})
