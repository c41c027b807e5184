import { definePosting } from '../../../kernel/posting/proposal.ts'
import { plan } from '../../../ledgers/plan/plan.ts'
import { purchaseOrder } from './purchase-order.ts'

/** What is ordered is promised to us; receipts fulfil it, and invoices of what is on the way do not. */
export const postPurchaseOrder = definePosting(purchaseOrder, function* ({ header, lines }) {
  for (const line of lines) {
    yield plan.supply({
      line,
      item: line.item,
      warehouse: header.warehouse,
      quantity: line.baseQuantity ?? line.quantity,
      on: line.confirmedOn ?? line.promisedOn ?? header.promisedOn,
    })
  }
})
