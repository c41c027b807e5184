import { defineFlow, goodsMeasure } from '../../../kernel/definition/flow.ts'
import { carryPriced } from '../../../ledgers/priced-lines.ts'
import { purchaseExchange } from '../documents/purchase-exchange.ts'
import { purchaseInvoice } from '../documents/purchase-invoice.ts'
import { purchaseReceipt } from '../documents/purchase-receipt.ts'
import { carryHead } from './carry-head.ts'

/** What came is invoiced; what was invoiced before it came is not, a second time. */
export const receiptToInvoice = defineFlow({
  name: 'purchaseReceiptToInvoice',
  label: '下推发票',
  english: 'Invoice',
  from: purchaseReceipt,
  to: purchaseInvoice,
  measure: goodsMeasure,
  amount: 'cost',
  opens: (line) =>
    line.source?.type !== purchaseInvoice.name && line.source?.type !== purchaseExchange.name && line.isGift !== true,
  header: (receipt) => ({ ...carryHead(receipt), dueOn: receipt.dueOn }),
  line: (line, open) => ({ ...carryPriced(line, open), remark: line.remark }),
})
