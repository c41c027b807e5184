import { defineFlow, goodsMeasure } from '../../../kernel/definition/flow.ts'
import { carryPriced } from '../../../ledgers/priced-lines.ts'
import { purchaseInvoice } from '../documents/purchase-invoice.ts'
import { purchaseOrder } from '../documents/purchase-order.ts'
import { purchaseReceipt } from '../documents/purchase-receipt.ts'
import { carryHead } from './carry-head.ts'

/** Goods that were invoiced on the way arrive, at what their invoice said. */
export const invoiceToReceipt = defineFlow({
  name: 'purchaseInvoiceToReceipt',
  label: '下推入库单',
  english: 'Receive',
  from: purchaseInvoice,
  to: purchaseReceipt,
  measure: goodsMeasure,
  amount: 'cost',
  opens: (line) => line.source === null || line.source.type === purchaseOrder.name,
  header: (invoice) => carryHead(invoice),
  line: (line, open) => ({ ...carryPriced(line, open), remark: line.remark }),
})
