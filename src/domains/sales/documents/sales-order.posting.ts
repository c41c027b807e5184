import { definePosting } from '../../../kernel/posting/proposal.ts'
import { plan } from '../../../ledgers/plan/plan.ts'
import { salesOrder } from './sales-order.ts'

/** What is ordered of us is promised by us; deliveries fulfil it. */
export const postSalesOrder = definePosting(salesOrder, function* ({ header, lines }) {
  for (const line of lines) {
    yield plan.demand({
      line,
      item: line.item,
      warehouse: header.warehouse,
      quantity: line.baseQuantity ?? line.quantity,
      on: line.promisedOn ?? header.promisedOn,
    })
  }
})
